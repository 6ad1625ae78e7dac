import { area } from "../../ground/areas/area.ts";
import { listOverdueOfAllCustomers } from "../../ground/jobs/index.ts";
import { SECOND_MS } from "../../ground/kernel/clock.ts";
import * as installationOperator from "./operator-api.ts";
import { backedUpSinceOfInstallation } from "./store.ts";

export const installation = area({
  name: "platform/installation",
  operations: [installationOperator],
  figures: [
    {
      name: "interchange_job_overdue_seconds",
      help: "How long the oldest due job of a step has waited to start",
      labelNames: ["step"],
      read: async (db, wall) => {
        const overdue = await listOverdueOfAllCustomers(db);
        const secondsSince = (at: Date) => Math.max(0, wall.getTime() - at.getTime()) / SECOND_MS;
        return overdue.map(({ step, dueSince }) => ({ labels: { step }, value: secondsSince(dueSince) }));
      },
    },
    {
      name: "interchange_backup_age_seconds",
      help: "Time since the last backup, or since the first start if there is none",
      labelNames: [],
      read: async (db, wall) => {
        const since = await backedUpSinceOfInstallation(db);
        return since ? [{ labels: {}, value: Math.max(0, wall.getTime() - since.getTime()) / SECOND_MS }] : [];
      },
    },
  ],
});
