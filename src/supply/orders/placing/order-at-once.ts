import type { Context } from "../../../ground/kernel/context.ts";
import { checkOrder, newOrder, type OrderRequest } from "../claim-order.ts";
import { beginLegs, type LegAttempt } from "../legs/begin-legs.ts";
import type { Order } from "../order.ts";
import type { SellerSide } from "../seller-side.ts";
import { insertOrderAtOnce } from "./store.ts";
import type { ClaimedOrder } from "./take-up.ts";

type Claimed = Extract<ClaimedOrder, { readonly kind: "claimed" }>;

interface Written {
  readonly attempts: readonly LegAttempt[];
  /** Only known once the transaction has ended. */
  readonly stored: () => Promise<Order | undefined>;
}

/**
 * Stores an order without objections, with the first attempts for its legs, in one round trip. Undefined if more is
 * needed: the key was already used, somebody has to approve the order, or a source is being reconciled. Then nothing
 * was stored, except for a job that will find no leg.
 */
export async function orderAtOnce(
  side: SellerSide,
  asked: OrderRequest,
  timeoutMs: number,
): Promise<Claimed | undefined> {
  if (asked.closed || asked.request.holdId !== undefined || checkOrder(asked).length > 0) return undefined;
  const written = await side.write((ctx) => write(ctx, asked, timeoutMs));
  const order = await written?.stored();
  if (!written || !order) return undefined;
  const begun = written.attempts.flatMap(({ attempt, owned }) => {
    const leg = order.legs.find(({ legId }) => legId === attempt.record.legId);
    // In the form in which it is stored, because that is what retries will send.
    return leg ? attempt.stored({ ...leg, order }, { leg: { ...leg, order }, owned }) : [];
  });
  return { kind: "claimed", order, begun };
}

async function write(ctx: Context, asked: OrderRequest, timeoutMs: number): Promise<Written | undefined> {
  const { request, sources, terms, screen } = asked;
  const made = newOrder(ctx, asked);
  const known = sources.map(({ source }) => source);
  const screening = (await screen?.(ctx, made, terms, known)) ?? null;
  if (screening && screening.outcome !== "forwarded") return undefined;
  const attempts = await beginLegs(ctx, { ...made, screening }, known, timeoutMs);
  const order = { ...made, screening, legs: attempts.map(({ attempt }) => attempt.record) };
  return { attempts, stored: insertOrderAtOnce(ctx.db, ctx.viewer.customerId, order, request.idempotencyKey, ctx.now) };
}
