import type { Figure } from "../../../../ground/areas/area.ts";
import { waitingOfAllCustomers } from "./store.ts";

/** How many decisions the sellers are behind with. */
export const approvalsWaiting: Figure = {
  name: "interchange_approvals_waiting",
  help: "Media buys that wait for a seller's people to decide",
  labelNames: [],
  read: async (db, wall) => [{ labels: {}, value: (await waitingOfAllCustomers(db, wall)).count }],
};

/** Measured by the clock of each storefront. */
export const oldestApproval: Figure = {
  name: "interchange_approval_oldest_seconds",
  help: "For how long the media buy that has waited longest has waited for a decision",
  labelNames: [],
  read: async (db, wall) => [{ labels: {}, value: (await waitingOfAllCustomers(db, wall)).oldestSeconds }],
};
