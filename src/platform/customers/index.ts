export type { TermsAcceptance } from "./customer.ts";
export {
  findMemberOfAnyCustomer,
  selectMembersOfAnyCustomer,
  selectOrganisationsOfAnyCustomer,
  viewerFrom,
} from "./member-store.ts";
export { AccountView, viewOfSeat } from "./schema.ts";
export {
  findCustomer,
  findMemberByAddress,
  foundOrganisationOfInstallation,
  insertCustomerOfInstallation,
  insertMemberOfInstallation,
  insertPersonOfInstallation,
  isMember,
  listAdministrators,
  lockCustomer,
  type Seat,
  setClockOffset,
  setTerms,
} from "./store.ts";
export { viewersOfCustomers } from "./viewers-of-customers.ts";
