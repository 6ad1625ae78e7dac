import { area } from "../../ground/areas/area.ts";
import * as credentialsBuyer from "./buyer-api.ts";
import * as credentialsByAgentBuyer from "./by-agent/buyer-api.ts";
import { credentialLife } from "./credential.ts";
import { grantAgenda } from "./oauth/grants/agenda.ts";
import { renewGrant } from "./oauth/grants/renew-grant.ts";
import { deleteExpiredConsentsOfAllCustomers } from "./oauth/store.ts";
import * as oauthStorefront from "./oauth/storefront-api.ts";

export const credentials = area({
  name: "supply/credentials",
  lifecycles: [credentialLife],
  operations: [credentialsBuyer, credentialsByAgentBuyer, oauthStorefront],
  steps: [renewGrant],
  agendas: [grantAgenda],
  schedules: [
    {
      name: "forget-consents",
      cron: "42 * * * *",
      handle: (db, { wall }) => deleteExpiredConsentsOfAllCustomers(db, wall),
    },
  ],
});
