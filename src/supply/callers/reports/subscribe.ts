import { after } from "../../../ground/kernel/clock.ts";
import { wallOf } from "../../../ground/kernel/context.ts";
import type { CallbackSecrets } from "../callbacks/callback.ts";
import type { Caller } from "../caller.ts";
import { listPurchases } from "../purchases/store.ts";
import { upsertSubscription } from "./store.ts";
import { LOOKS_EVERY_MS, type ReportSubscription, reportPlace } from "./subscription.ts";

export type ReportSubscriptionRequest = Pick<ReportSubscription, "orderId" | "url" | "metrics"> & {
  readonly secrets: CallbackSecrets;
};

/** From now on, reports the delivery of the caller's own media buy to it. A buy that is not its own is ignored. */
export async function subscribeToReports(
  { side, ...caller }: Caller,
  { secrets, ...asked }: ReportSubscriptionRequest,
): Promise<void> {
  await side.write(async (ctx) => {
    const { customerId } = side;
    const which = { mediaBuyIds: [asked.orderId], limit: 1 };
    const [own] = await listPurchases(ctx.db, customerId, caller, which);
    if (!own) return;
    const wall = wallOf(ctx);
    const sealed = ctx.vault.seal(JSON.stringify(secrets), reportPlace(customerId, asked.orderId));
    const fresh = { sequence: 0, reportedUntil: null, createdAt: wall, checkAt: after(wall, LOOKS_EVERY_MS) };
    await upsertSubscription(ctx.db, customerId, { ...caller, ...asked, sealed, ...fresh });
  });
}
