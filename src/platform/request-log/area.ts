import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import * as requestsShared from "./shared-api.ts";
import { deleteRequestsOfAllCustomers, type Turn } from "./store.ts";

const EVERY_MS = 20 * MINUTE_MS;
/** Each organisation gets its turn within four hours. */
const TURNS = 12;

function turnAt(wall: Date): Turn {
  return { nth: Math.floor(wall.getTime() / EVERY_MS) % TURNS, of: TURNS };
}

export const requestLog = area({
  name: "platform/request-log",
  operations: [requestsShared],
  schedules: [
    {
      name: "forget-requests",
      cron: "*/20 * * * *",
      handle: (db, { wall, installation }) =>
        deleteRequestsOfAllCustomers(db, after(wall, -(installation.requestLogDays ?? 0) * DAY_MS), turnAt(wall)),
    },
  ],
});
