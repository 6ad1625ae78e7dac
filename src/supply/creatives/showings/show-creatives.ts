import type { Context } from "../../../ground/kernel/context.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type CreativeOutcome,
  type CreativesToSync,
  type SellerCall,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { type BuyerOfStorefront, followClock, listOrdersOfBuyer, type Order } from "../../orders/creatives/index.ts";
import { forSources, type SellerSide } from "../../orders/index.ts";
import { addCreatives, type Received } from "../library/add-creatives.ts";
import { accountOf } from "../library/library-creative.ts";
import { findNamed, lockLibrary } from "../library/store.ts";
import { showOrder } from "./show-order.ts";
import type { Showing } from "./showing.ts";
import { listShowings } from "./store.ts";

/**
 * Makes the packages of a buyer's order show exactly these creatives: they are added to the library, and approved ones
 * are passed on to the sources. Throws `SellerUnreachable` if a source has not decided; repeating the request asks it
 * again.
 */
export async function showCreatives(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  request: CreativesToSync,
  call: SellerCall,
): Promise<CreativeOutcome[]> {
  const { received, order } = await side.write((ctx) => receive(ctx, buyer, request, call));
  const { orderId } = order;
  const { timeoutMs } = forSources(call);
  await side.out.perform(showOrder, { customerId: side.customerId, orderId, timeoutMs });
  const [showing] = await side.read(({ db }) => listShowings(db, side.customerId, [orderId]));
  if (showing?.error) throw new SellerUnreachable("the storefront", "unreachable", showing.error);
  return received.flatMap((one) => outcomeOf(one, showing));
}

async function receive(ctx: Context, buyer: BuyerOfStorefront, request: CreativesToSync, call: SellerCall) {
  const { db, viewer } = ctx;
  const { mediaBuyId, creatives } = request;
  const [order] = await listOrdersOfBuyer(db, viewer.customerId, buyer, [mediaBuyId]);
  if (!order) throw refused(refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${mediaBuyId}`, "media_buy_id"));
  const { identity } = order.buyer;
  const owner = { ...buyer, account: accountOf(identity) };
  await lockLibrary(db, viewer.customerId, owner);
  const packages = packagesIn(request, order);
  const sent = new Set(creatives.map(({ creativeId }) => creativeId));
  const named = packages.flatMap(({ creativeIds }) => creativeIds).filter((id) => !sent.has(id));
  const known = new Set((await findNamed(db, viewer.customerId, owner, named)).map(({ creativeId }) => creativeId));
  const unknown = named.filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw refused(refusal("CREATIVE_NOT_FOUND", `you have no creative ${unknown.join(", ")} here: sync it first`));
  const how = { replacesAll: false, replacesInPackages: true, dryRun: false };
  await followClock(ctx, buyer, [order.orderId], call);
  const { received } = await addCreatives(ctx, { owner, buyer: identity, mediaBuyId, creatives, packages, ...how });
  return { received, order };
}

function packagesIn({ packages }: CreativesToSync, { orderId, legs }: Order) {
  const own = new Set(legs.flatMap((leg) => leg.packages.map(({ packageId }) => packageId)));
  return packages.filter(({ packageId }) => own.has(packageId)).map((part) => ({ ...part, orderId }));
}

function refused(error: ReturnType<typeof refusal>): SellerRefused {
  return new SellerRefused("the storefront", [error]);
}

/**
 * A creative that awaits approval has not been sent to any source. For the others, each source has either answered or
 * is still being asked.
 */
function outcomeOf(received: Received, showing: Showing | undefined): CreativeOutcome[] {
  const { creativeId, standing, note } = received;
  const outcome = received.action === "deleted" ? "unchanged" : received.action;
  if (standing === "pending_review")
    return [{ creativeId, outcome, approval: "pending_review", message: "it waits for the storefront's approval" }];
  if (standing === "rejected")
    return [{ creativeId, outcome: "failed", approval: "rejected", message: note ?? "the storefront rejected it" }];
  if (showing?.outcomes) return showing.outcomes.filter((one) => one.creativeId === creativeId);
  return [{ creativeId, outcome, approval: "processing", message: null }];
}
