export { type DeliveryDay, deliveryDaysOf, finalThrough, type Measures, type ReportedPackage } from "./delivery-day.ts";
export { forgetReportsOfAllCustomers, keepReport, type ReportSource } from "./reports/store.ts";
export { type Delivered, deliveredOfCampaigns, upsertDelivery } from "./store.ts";
