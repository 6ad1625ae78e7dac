export type { Customer, NewCustomer, TermsAcceptance } from "./customer.ts";
export { selectMembersOfAnyCustomer, viewerFrom } from "./member-store.ts";
export {
  findCustomer,
  foundOrganisationOfInstallation,
  insertCustomerOfInstallation,
  insertMemberOfInstallation,
  insertPersonOfInstallation,
  listAdministrators,
  lockCustomer,
  setClockOffset,
  setTerms,
} from "./store.ts";
export { viewerOfCustomer } from "./viewer-of-customer.ts";
