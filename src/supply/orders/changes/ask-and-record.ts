import {
  type MediaBuyOutcome,
  type SellerAgent,
  type SellerCall,
  type SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { revokeApproval } from "../approvals/store.ts";
import { askInTime, asSellerFailure, asUnreachable, forSources } from "../ask-source.ts";
import { standingOf } from "../legs/leg.ts";
import { openLegs } from "../legs/leg-groups.ts";
import { matchPackages } from "../legs/match-packages.ts";
import { settleLegAsRead, updatePackages } from "../legs/store.ts";
import type { Leg, Order } from "../order.ts";
import { tellChanged } from "../outcomes/tell-outcome.ts";
import type { SellerSide } from "../seller-side.ts";
import { findOrder } from "../store.ts";
import { saveTargeting, type TargetingByPackage } from "../targeting/store.ts";
import { composeChange, type OrderChange } from "./order-change.ts";
import { findChange, mergeOutcomes } from "./store.ts";

export interface AskedChange {
  readonly order: Order;
  readonly recorded: OrderChange;
}

/** A question about a change to one leg. */
export interface Ask {
  readonly leg: Leg;
  ask(agent: SellerAgent, call: SellerCall): Promise<MediaBuyOutcome>;
}

type SellerResponse = { readonly leg: Leg } & (
  | { readonly outcome: MediaBuyOutcome }
  | { readonly failure: SellerRefused | SellerUnreachable }
);

/**
 * Asks, writes down what is answered, and says what has become of the change by that. Throws `SellerUnreachable` where
 * nobody answered, or not all that must have.
 */
export async function askAndRecord(
  side: SellerSide,
  { order, recorded }: AskedChange,
  asks: readonly Ask[],
  call: SellerCall,
): Promise<MediaBuyOutcome> {
  const response = await hear(side, order, asks, forSources(call));
  const failures = response.flatMap((one) => ("failure" in one ? one.failure : []));
  if (failures[0] && failures.length === response.length) throw asUnreachable(failures[0]);
  const after = await side.write(async (ctx) => {
    const { db, viewer, now } = ctx;
    const { customerId } = viewer;
    const answers = response.flatMap((one) => ("outcome" in one ? [one] : []));
    const outcomes = Object.fromEntries(answers.map(({ leg, outcome }) => [leg.legId, outcome]));
    if (answers.length > 0) await mergeOutcomes(db, customerId, recorded, outcomes);
    for (const { leg, outcome } of answers) {
      if (outcome.kind !== "done") continue;
      await saveTargeting(db, customerId, ofLeg(recorded.targeting, leg));
      // A change that was made changes a buy that there is.
      const standing = { ...standingOf(outcome.mediaBuy), state: "booked" as const };
      const settled = await settleLegAsRead(db, customerId, leg, standing, now);
      if (settled) await updatePackages(db, customerId, matchPackages(leg.packages, outcome.mediaBuy.packages));
    }
    const changed = await findOrder(db, customerId, order.orderId);
    if (changed && isCanceled(changed)) await revokeApproval(db, customerId, order.orderId, now);
    const isDone = answers.some(({ outcome }) => outcome.kind === "done");
    if (changed && isDone) await tellChanged(ctx, changed, recorded.idempotencyKey);
    return {
      order: changed,
      change: await findChange(db, customerId, order.orderId, recorded.idempotencyKey),
    };
  });
  const outcome = after.order && after.change && composeChange(after.change, after.order);
  if (outcome) return outcome;
  throw failures[0]
    ? asUnreachable(failures[0])
    : new SellerUnreachable(order.name, "unreachable", "the change is still under way");
}

function ofLeg(targeting: TargetingByPackage, { packages }: Leg): TargetingByPackage {
  const own = new Set(packages.map(({ packageId }) => packageId));
  return Object.fromEntries(Object.entries(targeting).filter(([packageId]) => own.has(packageId)));
}

function isCanceled({ legs }: Order): boolean {
  return legs.every(({ state, sellerStatus }) => state === "canceled" || sellerStatus === "canceled");
}

async function hear(side: SellerSide, order: Order, asks: readonly Ask[], call: SellerCall): Promise<SellerResponse[]> {
  const groups = await openLegs(side, [order], (leg) => asks.some((one) => one.leg === leg));
  const questions = groups.flatMap(({ legs, agent, buyer }) =>
    asks
      .filter(({ leg }) => legs.includes(leg))
      .map(async ({ leg, ask }): Promise<SellerResponse> => {
        const name = leg.sourceName;
        try {
          if (!agent) throw new SellerUnreachable(name, "unauthorized", "it no longer opens for this buyer");
          return { leg, outcome: await askInTime(name, call, () => ask(agent, { ...call, buyer })) };
        } catch (thrown) {
          return { leg, failure: asSellerFailure(name, thrown) };
        }
      }),
  );
  return Promise.all(questions);
}
