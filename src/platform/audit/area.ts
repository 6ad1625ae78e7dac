import { area } from "../../ground/areas/area.ts";
import { saveCheckpoint } from "./checkpoints/save-checkpoint.ts";
import * as auditShared from "./shared-api.ts";

export const audit = area({
  name: "platform/audit",
  operations: [auditShared],
  steps: [saveCheckpoint],
  schedules: [
    {
      name: "keep-audit-checkpoint",
      cron: "13 3 * * *",
      handle: (_, { enqueue }) => enqueue(saveCheckpoint, { customerId: 0 }, { key: "keep-checkpoint" }),
    },
  ],
});
