export { type DeliveryDay, deliveryDaysOf, finalThrough, type Measures, type ReportedPackage } from "./delivery-day.ts";
export { forgetReportsOfAllCustomers, keepReport, type ReportSource } from "./reports/store.ts";
export { upsertDelivery } from "./store.ts";
