import type { ClaimedStep, Context } from "../../../ground/kernel/context.ts";
import type { Source } from "../../sources/index.ts";
import { withAuth } from "../open-sources.ts";
import type { Order } from "../order.ts";
import { type PlaceLeg, placeLeg } from "./place-leg.ts";
import { saveAttempt } from "./store.ts";

/** A leg that its source is about to be asked for. */
export type BegunLeg = ClaimedStep<PlaceLeg>;

/** Claims the first attempt for each leg of an order that this transaction has written down: whoever orders is about to ask its sources. */
export async function beginLegs(
  ctx: Context,
  order: Order,
  sources: readonly Source[],
  timeoutMs: number,
): Promise<readonly BegunLeg[]> {
  const { db, viewer } = ctx;
  const { customerId } = viewer;
  const selling = sources.filter((source) =>
    order.legs.some(({ inventorySourceId }) => inventorySourceId === source.inventorySourceId),
  );
  const owned = await withAuth(ctx, selling);
  const begun: BegunLeg[] = [];
  for (const one of order.legs) {
    const leg = { ...one, order };
    const source = owned.find(({ source }) => source.inventorySourceId === leg.inventorySourceId);
    const requested = { record: leg, request: { leg, owned: source } };
    const attempt = await placeLeg.claimWith(requested, { customerId, legId: leg.legId, timeoutMs }, ctx);
    await saveAttempt(db, customerId, attempt.record);
    begun.push(attempt);
  }
  return begun;
}
