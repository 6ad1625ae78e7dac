export { maintainPartitionsOfAllCustomers } from "./store.ts";
