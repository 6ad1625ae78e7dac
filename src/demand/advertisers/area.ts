import { area } from "../../ground/areas/area.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import * as accountsBuyer from "./accounts/buyer-api.ts";
import { advertiserLife } from "./advertiser.ts";
import * as advertisersBuyer from "./buyer-api.ts";
import * as eventSourcesBuyer from "./event-sources/buyer-api.ts";
import * as eventsBuyer from "./event-sources/events/buyer-api.ts";
import { deleteEventsOfAllCustomers } from "./event-sources/events/store.ts";
import * as measurementConfigBuyer from "./measurement-config/buyer-api.ts";
import { advertiserFinder } from "./search-store.ts";
import * as testCohortsBuyer from "./test-cohorts/buyer-api.ts";

export const advertisers = area({
  name: "demand/advertisers",
  finders: [advertiserFinder],
  lifecycles: [advertiserLife],
  operations: [
    advertisersBuyer,
    accountsBuyer,
    eventSourcesBuyer,
    eventsBuyer,
    testCohortsBuyer,
    measurementConfigBuyer,
  ],
  schedules: [
    {
      name: "forget-events",
      cron: "*/5 * * * *",
      handle: (db, { wall, installation }) =>
        deleteEventsOfAllCustomers(db, after(wall, -installation.eventRetentionDays * DAY_MS)),
    },
  ],
});
