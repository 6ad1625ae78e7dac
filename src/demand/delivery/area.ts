import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { deleteReportsOfAllCustomers } from "./reports/store.ts";

export const delivery = area({
  name: "demand/delivery",
  schedules: [
    {
      name: "forget-delivery-reports",
      cron: "*/5 * * * *",
      handle: (db, { wall, installation }) =>
        deleteReportsOfAllCustomers(db, after(wall, -installation.deliveryReportRetentionDays * DAY_MS)),
    },
  ],
});
