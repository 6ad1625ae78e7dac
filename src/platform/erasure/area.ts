import { area } from "../../ground/areas/area.ts";
import { checkOrganisationMayGo, eraseOrganisation } from "./erase-organisation.ts";
import { checkPersonMayGo, erasePerson } from "./erase-person.ts";
import { deleteOldRecordsOfAllCustomers } from "./organisation-store.ts";
import * as erasureShared from "./shared-api.ts";

export const erasure = area({
  name: "platform/erasure",
  operations: [erasureShared],
  steps: [checkPersonMayGo, erasePerson, checkOrganisationMayGo, eraseOrganisation],
  schedules: [
    {
      name: "forget-old-records",
      cron: "37 4 * * *",
      handle: (db, { wall }) => deleteOldRecordsOfAllCustomers(db, wall),
    },
  ],
});
