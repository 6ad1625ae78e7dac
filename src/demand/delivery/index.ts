export { type DeliveryDay, deliveryDaysOf, finalThrough, type Measures, type ReportedPackage } from "./delivery-day.ts";
export { deleteReportsOfAllCustomers, type ReportSource, saveReport } from "./reports/store.ts";
export { upsertDelivery } from "./store.ts";
