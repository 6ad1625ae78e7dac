import { area } from "../../ground/areas/area.ts";
import { collectBlobs } from "./assets/blobs/collect-blobs.ts";
import * as storageBuyer from "./assets/buyer-api.ts";
import * as creativesBuyer from "./buyer-api.ts";
import * as formatsBuyer from "./formats/buyer-api.ts";
import { creativeFinder } from "./search-store.ts";

export const creatives = area({
  name: "demand/creatives",
  finders: [creativeFinder],
  operations: [formatsBuyer, creativesBuyer, storageBuyer],
  steps: [collectBlobs],
  schedules: [
    {
      name: "collect-blobs",
      cron: "22 * * * *",
      handle: (_, { enqueue }) => enqueue(collectBlobs, { customerId: 0 }, { key: "collect-blobs" }),
    },
  ],
});
