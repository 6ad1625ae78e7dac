import { z } from "zod";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { wallOf } from "../../ground/kernel/context.ts";
import { type Agenda, step } from "../../ground/kernel/step.ts";
import { examineSource, jobKey } from "./examine-source.ts";
import { examineNext, listDueExaminationsOfAllCustomers } from "./store.ts";

/** When to look again, where agents are not examined unasked. */
const ASLEEP_DAYS = 1;

/** Has a source examined whose time has come, and says when that is again. */
export const examineDueSource = step({
  name: "compliance.examine-due",
  input: z.object({ customerId: z.int(), inventorySourceId: z.int() }),
  async handle(place, ctx): Promise<void> {
    const { everyDays } = ctx.installation.compliance;
    await examineNext(ctx.db, place, after(wallOf(ctx), (everyDays ?? ASLEEP_DAYS) * DAY_MS));
    if (everyDays !== null) await ctx.enqueue(examineSource, place, { key: jobKey(place) });
  },
});

/** Agents live by the wall, so no seller's clock brings an examination on. */
export const complianceAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueExaminationsOfAllCustomers(db, wall, limit);
    return due.map(({ at, ...place }) => ({
      at,
      step: examineDueSource,
      input: place,
      subject: `examination of source ${place.inventorySourceId}`,
    }));
  },
};
