import { createHash } from "node:crypto";
import type { Context } from "../../../ground/kernel/context.ts";
import {
  type MediaBuyChange,
  type MediaBuyOutcome,
  type SellerAgent,
  type SellerCall,
  type SellerError,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { asSellerFailure, askInTime, forSources } from "../ask-source.ts";
import { decides, standingOf } from "../leg.ts";
import { openLegs } from "../leg-groups.ts";
import { matchPackages } from "../match-packages.ts";
import type { Leg, Order } from "../order.ts";
import { refusal, rejected } from "../refusal.ts";
import type { SellerSide } from "../seller-side.ts";
import { findOrder, listOrdersOfBuyer, settleLegAsRead, updatePackages } from "../store.ts";
import {
  checkChange,
  composeChange,
  inWordsOfWhole,
  legsOf,
  type OrderChange,
  onlyStops,
  partFor,
} from "./order-change.ts";
import { findChange, insertChange, mergeOutcomes } from "./store.ts";

export interface ChangeRequest {
  readonly storefrontId: number;
  readonly principal: string;
  readonly change: MediaBuyChange;
  /** Why the storefront takes nothing new; undefined where it does. */
  readonly closed: SellerError | undefined;
}

interface ClaimedChange {
  readonly kind: "claimed";
  readonly order: Order;
  readonly recorded: OrderChange;
}

type Rejected = Extract<MediaBuyOutcome, { readonly kind: "rejected" }>;

/** Asks every source for its part of a change. What a source has answered stands; a repetition asks those that have not. */
export async function changeOrder(side: SellerSide, asked: ChangeRequest, call: SellerCall): Promise<MediaBuyOutcome> {
  const claimed = await side.write((ctx) => claimChange(ctx, asked));
  if (claimed.kind === "rejected") return claimed;
  const { order, recorded } = claimed;
  const unanswered = (leg: Leg) => recorded.outcomes[leg.legId] === null;
  const failures = await askLegs(side, claimed, call, unanswered, (leg, agent, { buyer }) =>
    agent.updateMediaBuy(partFor(asked.change, leg), { ...call, buyer }).then((outcome) => outcome),
  );
  return order as never;
}
