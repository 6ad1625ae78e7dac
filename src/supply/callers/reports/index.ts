export { listDueReportsOfAllCustomers, lockSubscription, saveSubscription } from "./store.ts";
export { subscribeToReports } from "./subscribe.ts";
export {
  type Days,
  daysToReport,
  LOOKS_EVERY_MS,
  type ReportSubscription,
  reported,
  reportPlace,
} from "./subscription.ts";
