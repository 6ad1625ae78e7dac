import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { deleteGrant } from "./applications/end-application.ts";
import { deleteExpiredRecordsOfInstallation, deleteUnusedClientsOfInstallation } from "./records/store.ts";
import * as sharedApi from "./shared-api.ts";
import { KEPT_MS } from "./signing-keys/signing-keys.ts";
import { deleteSigningKeysOfInstallation } from "./signing-keys/store.ts";

/** How long a client that registered itself is kept if it never gets any consent. */
const UNUSED_MS = 90 * DAY_MS;

export const authorizationServer = area({
  name: "platform/authorization-server",
  operations: [sharedApi],
  steps: [deleteGrant],
  schedules: [
    {
      name: "forget-authorizations",
      cron: "47 * * * *",
      async handle(db, { wall }) {
        await deleteExpiredRecordsOfInstallation(db, wall);
        await deleteUnusedClientsOfInstallation(db, after(wall, -UNUSED_MS));
        await deleteSigningKeysOfInstallation(db, after(wall, -KEPT_MS));
      },
    },
  ],
});
