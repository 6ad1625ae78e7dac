import { area } from "../../ground/areas/area.ts";
import * as analyticsStorefront from "./storefront-api.ts";
import { addLeftRuns, leftRunsAgenda } from "./upkeep/add-left-runs.ts";
import { pickShopOfAllCustomers } from "./upkeep/check-store.ts";
import { checkStorefront } from "./upkeep/check-storefront.ts";
import { forgetBuysOfAllCustomers, forgetFactsOfAllCustomers } from "./upkeep/forget-store.ts";
import { recount } from "./upkeep/recount.ts";
import { analyticsAgenda, takeIn } from "./upkeep/take-in.ts";

export const analytics = area({
  name: "supply/analytics",
  operations: [analyticsStorefront],
  steps: [takeIn, recount, checkStorefront, addLeftRuns],
  agendas: [analyticsAgenda, leftRunsAgenda],
  schedules: [
    {
      name: "forget-analytics-facts",
      cron: "*/5 * * * *",
      handle: (db, { wall, installation }) => forgetFactsOfAllCustomers(db, wall, installation.analyticsRetentionDays),
    },
    { name: "forget-media-buy-facts", cron: "11 4 * * *", handle: forgetBuysOfAllCustomers },
    {
      name: "check-analytics",
      cron: "41 3 * * *",
      async handle(db, { random, enqueue }) {
        const shop = await pickShopOfAllCustomers(db, Buffer.from(random.bytes(4)).readUInt32BE(0) / 2 ** 32);
        if (shop) await enqueue(checkStorefront, shop, { key: "analytics.check" });
      },
    },
  ],
});
