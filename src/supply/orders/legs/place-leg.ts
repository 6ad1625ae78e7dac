import { z } from "zod";
import { after } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import {
  type MediaBuyOutcome,
  type SellerAgent,
  type SellerCall,
  type SellerError,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { askInTime, asSellerFailure } from "../ask-source.ts";
import { howToConnect, type OwnedSource, openSources, readSources, wantedBy } from "../open-sources.ts";
import { type Leg, newMediaBuyOf, type Order } from "../order.ts";
import { tellStanding } from "../outcomes/tell-outcome.ts";
import { refusal, rejected } from "../refusal.ts";
import { findOrder } from "../store.ts";
import {
  decides,
  failedWith,
  type LegStanding,
  leaseEnd,
  pauseAfter,
  placementOf,
  rejectedWith,
  remembers,
  standingAfter,
  wasNotTaken,
} from "./leg.ts";
import { webhookOf } from "./leg-webhook.ts";
import { matchPackages } from "./match-packages.ts";
import { tellSeller } from "./notify-seller.ts";
import { beginAttempt, endAttempt, lockLeg, settleHeld, settleLost, updatePackages } from "./store.ts";

interface Claimed {
  readonly order: Order;
  /** As it was before this attempt: sent already, if an earlier one sent it. */
  readonly leg: Leg;
  readonly owned: OwnedSource | undefined;
  readonly timeoutMs: number;
  readonly begunAt: Date;
  readonly leaseUntil: Date;
}

/** What came of asking: the source's word, or why there is none. */
type Attempt =
  | { readonly kind: "answered"; readonly outcome: MediaBuyOutcome }
  /** Not bought, for certain, and may be asked again. */
  | { readonly kind: "not_taken"; readonly message: string }
  /** Perhaps bought: asked again with the same key alone. */
  | { readonly kind: "unknown"; readonly message: string }
  /** Perhaps bought, and to ask again could buy a second time. */
  | { readonly kind: "lost"; readonly message: string };

/**
 * Asks a leg's source for its part of an order, once for its key. As long as the leg is open another attempt waits among the
 * jobs: whoever dies, somebody goes on. Answers whether the source did.
 */
export const placeLeg = step({
  name: "orders.place-leg",
  input: z.object({ customerId: z.int(), legId: z.string(), timeoutMs: z.int().positive() }),
  audit: { resource: "ORDER_LEG", idIn: "legId" },

  async claim({ customerId, legId, timeoutMs }, ctx): Promise<Claimed | undefined> {
    const { db } = ctx;
    const begunAt = wallOf(ctx);
    const orderId = await lockLeg(db, customerId, legId);
    const order = orderId ? await findOrder(db, customerId, orderId) : undefined;
    const leg = order?.legs.find((one) => one.legId === legId);
    if (!order || !leg) return undefined;
    const placement = placementOf(leg, begunAt);
    if (placement.kind === "nothing") return undefined;
    if (placement.kind === "give_up") return giveUp(ctx, order, leg);
    const held = placement.kind === "wait";
    const leaseUntil = held ? placement.until : leaseEnd(begunAt, timeoutMs);
    await scheduleRecovery(ctx, leg, leaseUntil.getTime() - begunAt.getTime());
    if (held) return undefined;
    await beginAttempt(db, customerId, leg, begunAt, leaseUntil);
    const [owned] = await readSources(ctx, [leg.inventorySourceId]);
    return { order, leg, owned, timeoutMs, begunAt, leaseUntil };
  },

  async call(claimed, out): Promise<Attempt> {
    const call = callFor(claimed, out);
    try {
      return await askInTime(claimed.leg.sourceName, call, () => attempt(claimed, call, out));
    } catch (thrown) {
      return failed(thrown, claimed.leg, out);
    }
  },

  async settle({ order, leg, begunAt, leaseUntil }, attempt, ctx): Promise<boolean> {
    const { db, viewer, now } = ctx;
    const { customerId } = viewer;
    const { legId } = leg;
    const held = { ...leg, leaseUntil };
    if (attempt.kind === "answered") {
      const { outcome } = attempt;
      const standing = standingAfter(outcome);
      if (standing.state === "rejected") await endLeg(ctx, order, held, standing);
      else if (await settleHeld(db, customerId, legId, standing, now)) {
        if (outcome.kind === "done")
          await updatePackages(db, customerId, matchPackages(leg.packages, outcome.mediaBuy.packages));
        await tellStanding(ctx, order, leg, standing);
      }
      return true;
    }
    const { kind, message } = attempt;
    const sentAt = kind === "not_taken" ? leg.sentAt : (leg.sentAt ?? begunAt);
    if (kind === "lost") await endLeg(ctx, order, held, failedWith(message));
    else await endAttempt(db, customerId, { legId, leaseUntil, sentAt }, message, now);
    return false;
  },
});

async function scheduleRecovery({ viewer, installation, enqueue }: Context, { legId, attempts }: Leg, leaseMs: number) {
  const input = { customerId: viewer.customerId, legId, timeoutMs: installation.sellerTimeoutMs };
  await enqueue(placeLeg, input, { delayMs: leaseMs + pauseAfter(attempts), key: legId });
}

/** A source that has never looked at a leg has not bought; of one that may have, nobody can say so. */
async function giveUp(ctx: Context, order: Order, leg: Leg): Promise<undefined> {
  const reported = leg.message ?? "the source did not answer";
  const end = leg.sentAt
    ? failedWith(reported)
    : rejectedWith([refusal("SERVICE_UNAVAILABLE", reported, null, "transient")]);
  await endLeg(ctx, order, leg, end);
}

/** Nothing comes of a leg, unless somebody else holds it by now. Its seller is told of what only people can settle. */
async function endLeg(ctx: Context, order: Order, leg: Leg, end: LegStanding): Promise<void> {
  if (!(await settleLost(ctx.db, ctx.viewer.customerId, leg, end, ctx.now))) return;
  await tellSeller(ctx, order, leg, end);
  await tellStanding(ctx, order, leg, end);
}

function callFor({ order, timeoutMs }: Claimed, out: CallContext): SellerCall {
  const { identity, clockAheadMs } = order.buyer;
  return { buyer: identity, timeoutMs, now: after(wallOf(out), clockAheadMs), requestId: out.requestId };
}

async function attempt({ order, leg, owned }: Claimed, call: SellerCall, out: CallContext): Promise<Attempt> {
  if (!owned || owned.source.agentId !== leg.agentId)
    return unsent(leg, refusal("PRODUCT_NOT_FOUND", "the agent that sold this is no longer behind the source"));
  const { identity } = order.buyer;
  const wanted = { ...wantedBy(identity, owned), accountIdentifier: leg.accountIdentifier };
  const [opened] = await openSources(out, [wanted], identity.customerId);
  if (!opened?.agent) return unsent(leg, refusal("AUTH_REQUIRED", howToConnect(opened ?? owned)));
  if (leg.sentAt) {
    const knows = await stillKnows(opened.agent, leg.sentAt, call, out);
    if (knows === undefined) return { kind: "unknown", message: "it does not say whether it remembers the request" };
    if (!knows) return { kind: "lost", message: "it remembers no request for this long, so it cannot be asked again" };
  }
  const webhook = webhookOf(leg, out.viewer.customerId, out.vault);
  const outcome = await opened.agent.createMediaBuy(newMediaBuyOf(order, leg, webhook), call);
  if (outcome.kind !== "rejected") return { kind: "answered", outcome };
  throw new SellerRefused(leg.sourceName, outcome.errors);
}

function unsent({ sentAt }: Leg, error: SellerError): Attempt {
  return sentAt ? { kind: "unknown", message: error.message } : { kind: "answered", outcome: rejected(error) };
}

/** Asked of the agent itself, and anew: this is what stands between a repetition and a second buy. */
async function stillKnows(
  agent: SellerAgent,
  sentAt: Date,
  call: SellerCall,
  out: CallContext,
): Promise<boolean | undefined> {
  try {
    return remembers(await agent.capabilities(call), sentAt, wallOf(out));
  } catch {
    return undefined;
  }
}

function failed(thrown: unknown, { sourceName, sentAt, legId }: Leg, { log, requestId }: CallContext): Attempt {
  const failure = asSellerFailure(sourceName, thrown);
  log.warn({ err: thrown, legId, requestId }, "a source did not take its part of an order");
  if (!(failure instanceof SellerRefused)) return { kind: "unknown", message: failure.message };
  const repeated = sentAt !== null;
  if (decides(failure.errors, repeated)) return { kind: "answered", outcome: rejected(...failure.errors) };
  return { kind: !repeated && wasNotTaken(failure.errors) ? "not_taken" : "unknown", message: failure.message };
}
