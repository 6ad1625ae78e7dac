import { z } from "zod";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { type Agenda, type Due, step } from "../../../ground/kernel/step.ts";
import { addWaitingRuns } from "./add-waiting-runs.ts";
import { findWaitingShop, listWaitingShopsOfAllCustomers, type WaitingShop } from "./alike-store.ts";

/**
 * Normally, the process that records runs adds them to the sums a second later. Runs older than this were left behind
 * by a process that died.
 */
const LEFT_AFTER_MS = MINUTE_MS;

export const addLeftRuns = step({
  name: "analytics.add-left-runs",
  input: z.object({ customerId: z.int(), storefrontId: z.int() }),
  handle: (shop, { db }) => addWaitingRuns(db, shop),
});

export const leftRunsAgenda: Agenda = {
  async next(db, customerId, until) {
    const shop = await findWaitingShop(db, customerId, after(until, -LEFT_AFTER_MS));
    return shop && dueOf(shop);
  },
  async dueOfAllCustomers(db, wall, limit) {
    return (await listWaitingShopsOfAllCustomers(db, after(wall, -LEFT_AFTER_MS), limit)).map(dueOf);
  },
};

function dueOf({ customerId, storefrontId, since }: WaitingShop): Due {
  const input = { customerId, storefrontId };
  const at = after(since, LEFT_AFTER_MS);
  return { at, step: addLeftRuns, input, subject: `runs of storefront ${storefrontId}` };
}
