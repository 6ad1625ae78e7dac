import type { ClaimedStep, Context } from "../../../ground/kernel/context.ts";
import type { Source } from "../../sources/index.ts";
import { type OwnedSource, withAuth } from "../open-sources.ts";
import type { Order } from "../order.ts";
import { type PlaceLeg, placeLeg } from "./place-leg.ts";

/** A leg whose source is about to be asked. */
export type StartedLeg = ClaimedStep<PlaceLeg>;

/** The first attempt for a leg, which is stored together with the leg. */
export interface LegAttempt {
  readonly attempt: Awaited<ReturnType<typeof placeLeg.claimWith>>;
  readonly owned: OwnedSource | undefined;
}

/** Claims the first attempt for each leg of an order that this transaction stores; the caller is about to ask its sources. */
export async function beginLegs(
  ctx: Context,
  order: Order,
  sources: readonly Source[],
  timeoutMs: number,
): Promise<readonly LegAttempt[]> {
  const { customerId } = ctx.viewer;
  const selling = sources.filter((source) =>
    order.legs.some(({ inventorySourceId }) => inventorySourceId === source.inventorySourceId),
  );
  const sold = await withAuth(ctx, selling);
  const begun: LegAttempt[] = [];
  for (const one of order.legs) {
    const leg = { ...one, order };
    const owned = sold.find(({ source }) => source.inventorySourceId === leg.inventorySourceId);
    const requested = { record: leg, request: { leg, owned } };
    const attempt = await placeLeg.claimWith(requested, { customerId, legId: leg.legId, timeoutMs }, ctx);
    begun.push({ attempt, owned });
  }
  return begun;
}
