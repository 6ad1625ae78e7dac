export { type DeliveryDay, deliveryDaysOf, finalThrough, type Measures, type ReportedPackage } from "./delivery-day.ts";
export { type Delivered, deliveredOfCampaigns, upsertDelivery } from "./store.ts";
