import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { forgetGrant } from "./applications/end-application.ts";
import { forgetExpiredRecordsOfInstallation, forgetUnusedClientsOfInstallation } from "./records/store.ts";
import * as sharedApi from "./shared-api.ts";
import { KEPT_MS } from "./signing-keys/signing-keys.ts";
import { forgetSigningKeysOfInstallation } from "./signing-keys/store.ts";

/** How long a client that registered itself is kept if it never gets any consent. */
const UNUSED_MS = 90 * DAY_MS;

export const authorizationServer = area({
  name: "platform/authorization-server",
  operations: [sharedApi],
  steps: [forgetGrant],
  schedules: [
    {
      name: "forget-authorizations",
      cron: "47 * * * *",
      async handle(db, { wall }) {
        await forgetExpiredRecordsOfInstallation(db, wall);
        await forgetUnusedClientsOfInstallation(db, after(wall, -UNUSED_MS));
        await forgetSigningKeysOfInstallation(db, after(wall, -KEPT_MS));
      },
    },
  ],
});
