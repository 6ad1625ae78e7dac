import { z } from "zod";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { wallOf } from "../../ground/kernel/context.ts";
import { type Agenda, step } from "../../ground/kernel/step.ts";
import { examineSource, jobKey } from "./examine-source.ts";
import { examineNext, listDueExaminationsOfAllCustomers } from "./store.ts";

/** How long to wait before checking again if agents are not examined automatically. */
const ASLEEP_DAYS = 1;

/** Has a source examined when it is due, and schedules its next examination. */
export const examineDueSource = step({
  name: "compliance.examine-due",
  input: z.object({ customerId: z.int(), inventorySourceId: z.int() }),
  async handle(place, ctx): Promise<void> {
    const { everyDays } = ctx.installation.compliance;
    await examineNext(ctx.db, place, after(wallOf(ctx), (everyDays ?? ASLEEP_DAYS) * DAY_MS));
    if (everyDays !== null) await ctx.enqueue(examineSource, place, { key: jobKey(place) });
  },
});

/** Agents live in wall-clock time, so advancing a seller's clock does not bring an examination forward. */
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
