import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { deleteHoldsOfAllCustomers } from "./agent/hold-store.ts";
import * as modularAvailsStorefront from "./avails/storefront-api.ts";
import { feedAgenda, fetchFeed } from "./feed/fetch-feed.ts";
import { dropExpiredUploadsOfAllCustomers } from "./feed/store.ts";
import * as modularFeedStorefront from "./feed/storefront-api.ts";
import { uploadLife } from "./feed/upload.ts";
import { bookingLife } from "./ledger/booking.ts";
import * as modularLedgerStorefront from "./ledger/storefront-api.ts";
import { moduleLife } from "./modules/module-instance.ts";
import * as modularModulesStorefront from "./modules/storefront-api.ts";
import * as modularReportsStorefront from "./reports/storefront-api.ts";
import * as modularStorefront from "./storefront-api.ts";
import { carryOut } from "./trafficking/carry-out.ts";
import { statusAgenda, syncStatus } from "./trafficking/status/sync-status.ts";
import { taskLife } from "./trafficking/store.ts";
import { checkLedgers, mendLedger } from "./upkeep/check-ledgers.ts";
import { maintainSource, modularAgenda } from "./upkeep/maintain-source.ts";
import * as workQueueStorefront from "./work-queue/storefront-api.ts";
import { workItemLife } from "./work-queue/work-item.ts";

/** An order may wait longer for the storefront's people than its hold lasts. */
const HOLDS_KEPT_DAYS = 60;

export const modular = area({
  name: "supply/modular",
  lifecycles: [moduleLife, uploadLife, bookingLife, workItemLife, taskLife],
  operations: [
    modularStorefront,
    modularFeedStorefront,
    modularAvailsStorefront,
    modularLedgerStorefront,
    modularModulesStorefront,
    workQueueStorefront,
    modularReportsStorefront,
  ],
  steps: [fetchFeed, carryOut, maintainSource, syncStatus, mendLedger],
  agendas: [modularAgenda, feedAgenda, statusAgenda],
  schedules: [
    {
      name: "forget-modular-holds",
      cron: "27 4 * * *",
      handle: (db, { wall }) => deleteHoldsOfAllCustomers(db, after(wall, -HOLDS_KEPT_DAYS * DAY_MS)),
    },
    {
      name: "forget-feed-previews",
      cron: "37 * * * *",
      handle: (db, { wall }) => dropExpiredUploadsOfAllCustomers(db, wall),
    },
    checkLedgers,
  ],
});
