import { z } from "zod";
import {
  type Attempt,
  type DispatchInput,
  dispatch,
  type Outcome,
  outcomeAfter,
  POLICIES,
  type Result,
  stillRemembers,
} from "../../../ground/dispatch/index.ts";
import { after } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type MediaBuyOutcome,
  type SellerAgent,
  type SellerCall,
  type SellerError,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { type NewSourceCall, recordCalls } from "../../sources/calls/index.ts";
import { enqueueNotification, wasHeld } from "../approvals/enqueue-notification.ts";
import { asSellerFailure } from "../ask-source.ts";
import { connectionAdvice, type OwnedSource, openSources, readSources, wantedBy } from "../open-sources.ts";
import { type Leg, newMediaBuyOf, type Order } from "../order.ts";
import { reportStatus } from "../outcomes/report-outcome.ts";
import { findOrder } from "../store.ts";
import { failedWith, type LegStatus, rejectedWith, statusAfter } from "./leg.ts";
import { webhookOf } from "./leg-webhook.ts";
import { matchPackages, withPackageStatus } from "./match-packages.ts";
import { notifySeller } from "./notify-seller.ts";
import { savePaused } from "./save-paused.ts";
import { endAttempt, holdLeg, lockLeg, saveAttempt, settleHeld, settleLost } from "./store.ts";

/** Identifies a leg to place, and says how long an interactive caller waits. */
export type PlaceLeg = DispatchInput & { readonly legId: string };

interface HeldLeg extends Leg {
  readonly order: Order;
}

interface LegRequest {
  readonly leg: HeldLeg;
  readonly owned: OwnedSource | undefined;
}

/** Asks a leg's source for its part of an order, under the leg's key. Returns the leg as it is then. */
export const placeLeg = dispatch({
  name: "orders.place-leg",
  input: { legId: z.string() },
  policy: POLICIES.orderLeg,
  audit: { resource: "ORDER_LEG", idIn: "legId" },
  async load({ customerId, legId }, { db }): Promise<HeldLeg | undefined> {
    const held = await lockLeg(db, customerId, legId);
    const order = held && (await findOrder(db, customerId, held.orderId));
    const leg = order?.legs.find((one) => one.legId === legId);
    return order && leg && { ...leg, order };
  },
  hold: (leg, { db, viewer }) => holdLeg(db, viewer.customerId, leg),
  isOpen: ({ state }) => state === "open",
  async request(leg, ctx) {
    const [owned] = await readSources(ctx, [leg.inventorySourceId]);
    return { record: leg, request: { leg, owned } satisfies LegRequest };
  },
  async save(leg, { db, viewer }) {
    await saveAttempt(db, viewer.customerId, leg);
    return leg;
  },
  async call(asked: LegRequest, out, { sentAt, timeoutMs }): Promise<Outcome<MediaBuyOutcome>> {
    try {
      return await place(asked, sentAt, callFor(asked.leg, timeoutMs, out), out);
    } catch (thrown) {
      return failed(thrown, asked.leg, sentAt, out);
    }
  },
  async settle(leg, result, ctx) {
    await recordCalls(ctx, [callOf(leg, result)]);
    return settle(leg, result, ctx);
  },
  settleLate: (leg, answer, ctx) => (answer.kind === "rejected" ? Promise.resolve(leg) : answered(leg, answer, ctx)),
  answer: (leg): Leg => leg,
});

function callOf({ inventorySourceId: source }: HeldLeg, result: Result<MediaBuyOutcome>): NewSourceCall {
  const asked = { source, tool: "create_media_buy", origin: "live_demand" } as const;
  if (result.kind !== "answered") return { ...asked, outcome: "failed", cause: result.kind, detail: result.message };
  if (result.answer.kind !== "rejected") return { ...asked, outcome: "completed" };
  return { ...asked, outcome: "rejected", cause: "refused", detail: result.answer.errors[0]?.message ?? null };
}

async function settle(leg: HeldLeg, result: Result<MediaBuyOutcome>, ctx: Context): Promise<HeldLeg> {
  switch (result.kind) {
    case "answered":
      return answered(leg, result.answer, ctx);
    case "again":
      await endAttempt(ctx.db, ctx.viewer.customerId, leg, result.message, ctx.now);
      return leg;
    case "lost":
      return ended(ctx, leg, failedWith(result.message));
    case "given_up": {
      // If a source never processed a leg, it has certainly not bought; if it may have processed it, that is unknown.
      const unsold = rejectedWith([refusal("SERVICE_UNAVAILABLE", result.message, null, "transient")]);
      return ended(ctx, leg, leg.sentAt ? failedWith(result.message) : unsold);
    }
  }
}

async function answered(leg: HeldLeg, outcome: MediaBuyOutcome, ctx: Context): Promise<HeldLeg> {
  const standing = statusAfter(outcome);
  if (standing.state === "rejected") return ended(ctx, leg, standing);
  const packages = outcome.kind === "done" ? matchPackages(leg.packages, outcome.mediaBuy.packages) : [];
  const isNews = await settleHeld(ctx.db, ctx.viewer.customerId, leg, { standing, packages }, ctx.now);
  if (isNews) await reportStatus(ctx, leg.order, leg, standing);
  if (isNews && wasHeld(leg.order)) await enqueueNotification(ctx, leg.order.orderId);
  return isNews
    ? { ...leg, ...standing, packages: leg.packages.map((part) => withPackageStatus(part, packages)) }
    : leg;
}

/** Ends a leg as failed, and notifies its seller if only people can resolve it. */
async function ended(ctx: Context, leg: HeldLeg, end: LegStatus): Promise<HeldLeg> {
  if (await settleLost(ctx.db, ctx.viewer.customerId, leg, end, ctx.now)) {
    await notifySeller(ctx, leg.order, leg, end);
    await reportStatus(ctx, leg.order, leg, end);
    if (wasHeld(leg.order)) await enqueueNotification(ctx, leg.order.orderId);
  }
  return { ...leg, ...end };
}

function callFor({ order }: HeldLeg, timeoutMs: number, out: CallContext): SellerCall {
  const { identity, clockAheadMs } = order.buyer;
  return { buyer: identity, timeoutMs, now: after(wallOf(out), clockAheadMs), requestId: out.requestId };
}

async function place(
  { leg, owned }: LegRequest,
  sentAt: Attempt["sentAt"],
  call: SellerCall,
  out: CallContext,
): Promise<Outcome<MediaBuyOutcome>> {
  if (!owned || owned.source.agentId !== leg.agentId)
    return unsent(sentAt, refusal("PRODUCT_NOT_FOUND", "the agent that sold this is no longer behind the source"));
  const { identity } = leg.order.buyer;
  const wanted = { ...wantedBy(identity, owned), accountIdentifier: leg.accountIdentifier };
  const [opened] = await openSources(out, [wanted], identity.customerId);
  if (!opened?.agent) return unsent(sentAt, refusal("AUTH_REQUIRED", connectionAdvice(opened ?? owned)));
  const instead = sentAt && (await outcomeUnlessRetryable(opened.agent, sentAt, call, out));
  if (instead) return instead;
  const webhook = webhookOf(leg, out.viewer.customerId, out.vault);
  const outcome = await opened.agent.createMediaBuy(newMediaBuyOf(leg.order, leg, webhook), call);
  if (outcome.kind !== "rejected")
    return { kind: "answered", answer: await savePaused(opened.agent, leg, outcome, call) };
  throw new SellerRefused(leg.sourceName, outcome.errors);
}

function unsent(sentAt: Date | null, error: SellerError): Outcome<MediaBuyOutcome> {
  return sentAt ? { kind: "unknown", message: error.message } : { kind: "answered", answer: rejected(error) };
}

/** Prevents a retry from buying a second time; undefined if the source recognises the retry. */
async function outcomeUnlessRetryable(
  agent: SellerAgent,
  sentAt: Date,
  call: SellerCall,
  out: CallContext,
): Promise<Outcome<never> | undefined> {
  const knows = await stillRemembers(agent, sentAt, call, wallOf(out));
  if (knows === undefined) return { kind: "unknown", message: "it does not say whether it remembers the request" };
  if (knows) return undefined;
  return { kind: "lost", message: "it remembers no request for this long, so it cannot be asked again" };
}

function failed(
  thrown: unknown,
  { sourceName, legId }: Leg,
  sentAt: Date | null,
  { log, requestId }: CallContext,
): Outcome<MediaBuyOutcome> {
  const failure = asSellerFailure(sourceName, thrown);
  log.warn({ err: thrown, legId, requestId }, "a source did not accept its part of an order");
  const { message } = failure;
  if (!(failure instanceof SellerRefused)) return { kind: "unknown", message };
  const outcome = outcomeAfter(rejected(...failure.errors), sentAt !== null);
  return outcome.kind === "answered" ? outcome : { ...outcome, message };
}
