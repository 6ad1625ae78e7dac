export type { Customer, NewCustomer, TermsAcceptance } from "./customer.ts";
export {
  findCustomer,
  findCustomerOfAnyName,
  insertCustomerOfInstallation,
  insertMemberOfInstallation,
  setClockOffset,
  setTerms,
} from "./store.ts";
export { viewerOfCustomer } from "./viewer-of-customer.ts";
