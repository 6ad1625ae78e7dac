import { area } from "../../ground/areas/area.ts";
import { collectBlobs } from "./assets/blobs/collect-blobs.ts";
import * as creativesBuyer from "./buyer-api.ts";
import * as formatsBuyer from "./formats/buyer-api.ts";

export const creatives = area({
  name: "demand/creatives",
  operations: [formatsBuyer, creativesBuyer],
  steps: [collectBlobs],
  schedules: [
    {
      name: "collect-blobs",
      cron: "22 * * * *",
      handle: (_, { enqueue }) => enqueue(collectBlobs, { customerId: 0 }, { key: "collect-blobs" }),
    },
  ],
});
