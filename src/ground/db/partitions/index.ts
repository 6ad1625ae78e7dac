export { keepPartitionsOfAllCustomers } from "./store.ts";
