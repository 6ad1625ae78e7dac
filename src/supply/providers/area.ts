import { area } from "../../ground/areas/area.ts";
import { factsAgenda, refreshFacts } from "./accounts/refresh-facts.ts";
import * as accountsShared from "./accounts/shared-api.ts";
import { platformBuyLife } from "./agent/buy.ts";
import * as adaptersOperator from "./applications/operator-api.ts";
import { refreshAccounts } from "./connections/conclude-consent.ts";
import { connectionLife } from "./connections/connection.ts";
import { deleteExpiredConsentsOfAllCustomers } from "./connections/consent-store.ts";
import { endingConsents } from "./connections/ending/ending-consents.ts";
import { remindEachDay, remindOfEnd } from "./connections/remind.ts";
import { renewalAgenda, renewConnection } from "./connections/renew-connection.ts";
import * as connectionsShared from "./connections/shared-api.ts";
import { deleteFreeLimits } from "./host/limits-store.ts";
import { platformJobLife } from "./jobs/provider-job.ts";
import { runJob } from "./jobs/run-job.ts";
import * as wiringStorefront from "./wiring/storefront-api.ts";

export const providers = area({
  name: "supply/providers",
  lifecycles: [connectionLife, platformBuyLife, platformJobLife],
  operations: [accountsShared, adaptersOperator, connectionsShared, wiringStorefront],
  steps: [runJob, renewConnection, remindOfEnd, refreshAccounts, refreshFacts],
  agendas: [renewalAgenda, factsAgenda],
  figures: [endingConsents],
  schedules: [
    remindEachDay,
    {
      name: "forget-platform-consents",
      cron: "47 * * * *",
      handle: (db, { wall }) => deleteExpiredConsentsOfAllCustomers(db, wall),
    },
    { name: "forget-free-limits", cron: "17 * * * *", handle: (db, { wall }) => deleteFreeLimits(db, wall) },
  ],
});
