import { z } from "zod";
import { wallOf } from "../../ground/kernel/context.ts";
import { type Agenda, type Step, type StepInput, step } from "../../ground/kernel/step.ts";
import { findStorefrontOf } from "../storefronts/index.ts";
import { askPublisher } from "./ask-publisher.ts";
import { namedByAgents } from "./named-by-agents.ts";
import { listDueChecksOfAllCustomers, listDuePublishers, saveDiscovered } from "./store.ts";

/** The most that one job handles; the next job handles the rest. */
const MOST_AT_ONCE = 200;

/** Enqueues a check of every publisher that is due, including those that the agents behind the sources name. */
export const checkPublishers: Step<StepInput, void> = step({
  name: "publishers.check",
  input: z.object({ customerId: z.int() }),
  async handle({ customerId }, ctx): Promise<void> {
    const storefront = await findStorefrontOf(ctx.db, customerId);
    if (!storefront || storefront.archivedAt) return;
    const wall = wallOf(ctx);
    const named = await namedByAgents(ctx.db, customerId, storefront.storefrontId);
    await saveDiscovered(ctx.db, customerId, storefront.storefrontId, named, { at: ctx.now, wall });
    for (const domain of await listDuePublishers(ctx.db, customerId, wall, MOST_AT_ONCE))
      await ctx.enqueue(askPublisher, { customerId, domain }, { key: `${customerId} ${domain}` });
  },
});

/** Publishers' checks are due in wall-clock time, so advancing a seller's clock does not bring one forward. */
export const publisherAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueChecksOfAllCustomers(db, wall, limit);
    return due.map(({ customerId, at }) => ({
      at,
      step: checkPublishers,
      input: { customerId },
      subject: "publishers",
    }));
  },
};
