export type { Notice } from "./notification.ts";
export { notify, notifyAnyCustomer } from "./notify.ts";
