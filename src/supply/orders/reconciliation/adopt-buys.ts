import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { SellerError } from "../../../ground/seller-agent/index.ts";
import { legStatusOf, statusAfter } from "../legs/leg.ts";
import { matchPackages } from "../legs/match-packages.ts";
import { settleHeld } from "../legs/store.ts";
import type { Leg, Order } from "../order.ts";
import { type FoundBuy, foundFor, isShut, type Reconciliation } from "./reconciliation.ts";
import { listReconciliations, lockReconciliations, saveFoundState } from "./store.ts";

/** The found buys that match an order's parts, by leg; or why nothing may be bought yet. */
export type AdoptionResult =
  | { readonly kind: "free"; readonly found: ReadonlyMap<string, FoundBuy> }
  | { readonly kind: "shut"; readonly errors: readonly SellerError[] };

const FREE: AdoptionResult = { kind: "free", found: new Map() };

/**
 * Checks, before a new order is stored, whether it is known what its sources hold since a backup was restored. If not,
 * the refusal is one after which buyers retry automatically, so the buyer's draft waits.
 */
export async function findAdoptable({ db, viewer }: Context, order: Order): Promise<AdoptionResult> {
  const ids = order.legs.map(({ inventorySourceId }) => inventorySourceId);
  const shut = (await listReconciliations(db, viewer.customerId, ids)).filter(isShut);
  if (shut.length === 0) return FREE;
  await lockReconciliations(db, viewer.customerId, ids);
  const held = await listReconciliations(db, viewer.customerId, ids);
  const found = new Map<string, FoundBuy>();
  const errors: SellerError[] = [];
  for (const leg of order.legs) {
    const reconciliation = held.find(({ inventorySourceId }) => inventorySourceId === leg.inventorySourceId);
    if (!reconciliation || !isShut(reconciliation)) continue;
    const own = reconciliation.state !== "WAITING" ? foundFor(leg, order, reconciliation.found) : undefined;
    if (own) found.set(leg.legId, own);
    else errors.push(refusal("SERVICE_UNAVAILABLE", reasonOf(reconciliation), null, "transient"));
  }
  return errors.length > 0 ? { kind: "shut", errors } : { kind: "free", found };
}

function reasonOf({ state, sourceName }: Reconciliation): string {
  const restored = "the marketplace was restored from a backup";
  if (state === "COMPARED")
    return `${restored}, and the people of the storefront still have to decide on media buys that it did not know at ${sourceName}`;
  return `${restored}, and is comparing with ${sourceName} what was bought before`;
}

/**
 * Connects parts of a new order with the buys that already exist at the source: nothing is sent, and they are followed
 * up like any other.
 */
export async function adoptBuys(
  ctx: Context,
  legs: readonly Leg[],
  found: ReadonlyMap<string, FoundBuy>,
): Promise<void> {
  const { db, viewer, now } = ctx;
  const { customerId } = viewer;
  for (const leg of legs) {
    const own = found.get(leg.legId);
    if (!own) continue;
    const { mediaBuy } = own;
    const { taskId } = mediaBuy;
    const undecided = taskId !== null && statusAfter({ kind: "submitted", taskId, message: null });
    const standing = undecided || legStatusOf(mediaBuy);
    // A buy that is not decided on has no packages yet: they were only requested.
    const packages = undecided ? [] : matchPackages(leg.packages, mediaBuy.packages);
    await settleHeld(db, customerId, leg, { standing, packages }, now);
    const taken = { state: "TAKEN_IN", legId: leg.legId, decidedAt: wallOf(ctx), decidedBy: null } as const;
    await saveFoundState(db, { customerId, inventorySourceId: leg.inventorySourceId }, [mediaBuy.mediaBuyId], taken);
  }
}
