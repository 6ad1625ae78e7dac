import { z } from "zod";
import type { Schedule } from "../../../ground/areas/area.ts";
import { step } from "../../../ground/kernel/step.ts";
import { lockAvails } from "../avails/store.ts";
import { listDriftOfAllCustomers, recount } from "../ledger/store.ts";

/**
 * Corrects the sums of an avail to those of its bookings (L2). It is logged, because if this is ever needed there is a
 * defect.
 */
export const mendLedger = step({
  name: "modular.mend-ledger",
  input: z.object({ customerId: z.int(), inventorySourceId: z.int(), availId: z.string() }),
  async handle({ customerId, inventorySourceId, availId }, { db, log, now, viewer, audit }): Promise<void> {
    const place = { customerId, inventorySourceId };
    const [before] = await lockAvails(db, place, [availId]);
    if (!before) return;
    const { held, booked } = await recount(db, place, availId, now);
    if (held === before.held && booked === before.booked) return;
    const was = { held: before.held, booked: before.booked };
    const is = { held, booked };
    log.error({ customerId, availId, was, is }, "an avail's sums were not its bookings', and are now");
    const entry = { operation: "modular.mend-ledger", action: "UPDATE", resourceType: "AVAIL", resourceId: availId };
    await audit({ viewer, ...entry });
  },
});

/** Recounts every ledger, once a night. */
export const checkLedgers: Schedule = {
  name: "check-modular-ledgers",
  cron: "41 3 * * *",
  async handle(db, { enqueue }) {
    for (const drift of await listDriftOfAllCustomers(db))
      await enqueue(mendLedger, drift, { key: `${drift.customerId} ${drift.inventorySourceId} ${drift.availId}` });
  },
};
