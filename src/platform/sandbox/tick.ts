import { z } from "zod";
import { step } from "../../ground/kernel/step.ts";
import { setClockOffset } from "../customers/index.ts";

export interface ClockEvent {
  readonly at: string;
  readonly step: string;
  readonly subject: string;
  /** Why it failed; the item stays due, and is tried again at its next time. */
  readonly error: string | null;
}

/**
 * Advances a customer's clock to the next due item and executes the item, or advances it to `until` if nothing is due. The clock is written
 * first, so that everything happens at its own time, and the clock is still right after a crash.
 */
export const tick = step({
  name: "sandbox.tick",
  input: z.object({ customerId: z.int(), until: z.iso.datetime() }),
  async claim({ customerId, until }, { db, viewer, now, nextDue }) {
    const end = new Date(until);
    const due = await nextDue(end);
    const to = due ? new Date(Math.max(due.at.getTime(), now.getTime())) : end;
    if (!due && to <= now) return undefined;
    await setClockOffset(db, customerId, viewer.clockOffsetMs + Math.max(0, to.getTime() - now.getTime()));
    return { due };
  },
  async call({ due }, { perform }): Promise<{ error: string | null }> {
    if (!due) return { error: null };
    try {
      await perform(due.step, due.input);
      return { error: null };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  },
  async settle({ due }, { error }): Promise<{ happening: ClockEvent | undefined }> {
    return { happening: due && { at: due.at.toISOString(), step: due.step.name, subject: due.subject, error } };
  },
});
