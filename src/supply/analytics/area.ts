import { area } from "../../ground/areas/area.ts";
import * as analyticsStorefront from "./storefront-api.ts";
import { addLeftRuns, leftRunsAgenda } from "./upkeep/add-left-runs.ts";
import { pickShopOfAllCustomers } from "./upkeep/check-store.ts";
import { checkStorefront } from "./upkeep/check-storefront.ts";
import { analyticsAgenda, countFacts } from "./upkeep/count-facts.ts";
import { deleteBuysOfAllCustomers, deleteFactsOfAllCustomers } from "./upkeep/delete-store.ts";
import { recount } from "./upkeep/recount.ts";

export const analytics = area({
  name: "supply/analytics",
  operations: [analyticsStorefront],
  steps: [countFacts, recount, checkStorefront, addLeftRuns],
  agendas: [analyticsAgenda, leftRunsAgenda],
  schedules: [
    {
      name: "forget-analytics-facts",
      cron: "*/5 * * * *",
      handle: (db, { wall, installation }) => deleteFactsOfAllCustomers(db, wall, installation.analyticsRetentionDays),
    },
    { name: "forget-media-buy-facts", cron: "11 4 * * *", handle: deleteBuysOfAllCustomers },
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
