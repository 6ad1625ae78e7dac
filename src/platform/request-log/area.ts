import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import * as requestsShared from "./shared-api.ts";
import { forgetRequestsOfAllCustomers } from "./store.ts";

export const requestLog = area({
  name: "platform/request-log",
  operations: [requestsShared],
  schedules: [
    {
      name: "forget-requests",
      cron: "*/20 * * * *",
      handle: (db, { wall, installation }) =>
        forgetRequestsOfAllCustomers(db, after(wall, -(installation.requestLogDays ?? 0) * DAY_MS)),
    },
  ],
});
