export { eraseOrganisation } from "./erase-organisation.ts";
export { erasePerson } from "./erase-person.ts";
export { ADDRESSES, NOT_PERSONAL, OWN_ROWS, ROWS_OF_ADDRESS, TEXTS } from "./personal-data.ts";
export { RETAINED_RECORDS } from "./retained-records.ts";
export { findPersonByAddressOfInstallation } from "./store.ts";
