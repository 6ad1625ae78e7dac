import { area } from "../../ground/areas/area.ts";
import * as analyticsStorefront from "./storefront-api.ts";
import { pickShopOfAllCustomers } from "./upkeep/check-store.ts";
import { checkStorefront } from "./upkeep/check-storefront.ts";
import { analyticsAgenda, takeIn } from "./upkeep/take-in.ts";

export const analytics = area({
  name: "supply/analytics",
  operations: [analyticsStorefront],
  steps: [takeIn, checkStorefront],
  agendas: [analyticsAgenda],
  schedules: [
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
