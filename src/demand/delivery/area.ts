import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { forgetReportsOfAllCustomers } from "./reports/store.ts";

export const delivery = area({
  name: "demand/delivery",
  schedules: [
    {
      name: "forget-delivery-reports",
      cron: "*/5 * * * *",
      handle: (db, { wall, installation }) =>
        forgetReportsOfAllCustomers(db, after(wall, -installation.deliveryReportRetentionDays * DAY_MS)),
    },
  ],
});
