import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { deleteRunsOfAllCustomers } from "./store.ts";
import * as intelligenceStorefront from "./storefront-api.ts";

export const intelligence = area({
  name: "supply/intelligence",
  operations: [intelligenceStorefront],
  schedules: [
    {
      name: "forget-intelligence-runs",
      cron: "*/5 * * * *",
      handle: (db, { wall, installation }) =>
        deleteRunsOfAllCustomers(db, after(wall, -installation.intelligenceRetentionDays * DAY_MS)),
    },
  ],
});
