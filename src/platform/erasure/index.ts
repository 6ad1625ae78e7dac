export { eraseOrganisation } from "./erase-organisation.ts";
export { erasePerson } from "./erase-person.ts";
export { KEPT_RECORDS } from "./kept-records.ts";
export { ADDRESSES, NOT_PERSONAL, OWN_ROWS, ROWS_OF_ADDRESS, TEXTS } from "./personal-data.ts";
export { findPersonByAddressOfInstallation } from "./store.ts";
