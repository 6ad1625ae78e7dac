import { area } from "../../ground/areas/area.ts";
import { keepCheckpoint } from "./checkpoints/keep-checkpoint.ts";
import * as auditShared from "./shared-api.ts";

export const audit = area({
  name: "platform/audit",
  operations: [auditShared],
  steps: [keepCheckpoint],
  schedules: [
    {
      name: "keep-audit-checkpoint",
      cron: "13 3 * * *",
      handle: (_, { enqueue }) => enqueue(keepCheckpoint, { customerId: 0 }, { key: "keep-checkpoint" }),
    },
  ],
});
