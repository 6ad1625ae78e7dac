import { area } from "../../ground/areas/area.ts";
import { archiveLife } from "./archive.ts";
import { expireArchives } from "./expire-archives.ts";
import { prepareArchive } from "./prepare-archive.ts";
import * as archivesShared from "./shared-api.ts";

export const archives = area({
  name: "platform/archives",
  lifecycles: [archiveLife],
  operations: [archivesShared],
  steps: [prepareArchive, expireArchives],
  schedules: [
    {
      name: "expire-archives",
      cron: "27 * * * *",
      handle: (_, { enqueue }) => enqueue(expireArchives, { customerId: 0 }, { key: "expire-archives" }),
    },
  ],
});
