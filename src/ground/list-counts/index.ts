export { countInStatuses, foldCountsOfAllCustomers } from "./store.ts";
