import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS, HOUR_MS } from "../../ground/kernel/clock.ts";
import { accountLife } from "./accounts/account-status.ts";
import { callbackLife } from "./callbacks/callback.ts";
import { deleteCallbacksOfAllCustomers } from "./callbacks/store.ts";
import { deleteExpiredNoncesOfAllCustomers } from "./keys/nonce-store.ts";
import * as callerKeysStorefront from "./keys/storefront-api.ts";
import { deleteAnsweredOfAllCustomers } from "./messages/store.ts";
import { rehearsedLife } from "./rehearsals/rehearsed-task.ts";
import { searchLife } from "./searches/product-search.ts";
import { deleteSearchesOfAllCustomers } from "./searches/store.ts";

const CALLBACKS_KEPT_DAYS = 30;
const SEARCHES_KEPT_DAYS = 7;

export const callers = area({
  name: "supply/callers",
  lifecycles: [accountLife, callbackLife, rehearsedLife, searchLife],
  operations: [callerKeysStorefront],
  schedules: [
    {
      name: "forget-caller-nonces",
      cron: "*/5 * * * *",
      handle: (db, { wall }) => deleteExpiredNoncesOfAllCustomers(db, wall),
    },
    {
      name: "forget-answered-messages",
      cron: "*/10 * * * *",
      handle: (db, { wall }) => deleteAnsweredOfAllCustomers(db, after(wall, -HOUR_MS)),
    },
    {
      name: "forget-product-searches",
      cron: "17 * * * *",
      handle: (db, { wall }) => deleteSearchesOfAllCustomers(db, after(wall, -SEARCHES_KEPT_DAYS * DAY_MS)),
    },
    {
      name: "forget-task-callbacks",
      cron: "7 * * * *",
      handle: (db, { wall }) => deleteCallbacksOfAllCustomers(db, after(wall, -CALLBACKS_KEPT_DAYS * DAY_MS)),
    },
  ],
});
