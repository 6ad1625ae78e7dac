export type { Customer, NewCustomer, TermsAcceptance } from "./customer.ts";
export {
  findCustomer,
  insertCustomerOfInstallation,
  insertMemberOfInstallation,
  setClockOffset,
  setTerms,
} from "./store.ts";
export { viewerOfCustomer } from "./viewer-of-customer.ts";
