import type { Context } from "../../../ground/kernel/context.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type SellerCall,
  type SellerCreative,
  type SellerError,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { type BuyerOfStorefront, followClock } from "../../orders/creatives/index.ts";
import { forSources, type SellerSide } from "../../orders/index.ts";
import { showOrder } from "../showings/show-order.ts";
import { findOwnPackages, listRefused } from "../showings/store.ts";
import { addCreatives, type Received, type ShownInPackage } from "./add-creatives.ts";
import { accountOf, type LibraryOwner } from "./library-creative.ts";
import { findNamed, lockLibrary } from "./store.ts";

export interface LibrarySync {
  readonly creatives: readonly SellerCreative[];
  readonly assignments: readonly Assignment[];
  /** Whether creatives that are not sent are archived. */
  readonly replacesAll: boolean;
  readonly dryRun: boolean;
  /** Whether a single error prevents everything; otherwise only the items with errors are left out. */
  readonly strict: boolean;
}

interface Assignment {
  readonly creativeId: string;
  readonly packageId: string;
}

/** The result for one creative, and which packages show it. */
export interface Synced extends Received {
  readonly assignedTo: readonly string[];
  /** The reasons by package. */
  readonly refusals: Readonly<Record<string, string>>;
}

/** The number of orders that are processed while the buyer waits; jobs process the rest. */
const MOST_AT_ONCE = 20;

/** Adds creatives to a buyer's library and to its packages, and passes approved ones on. Throws `SellerRefused`. */
export async function syncLibrary(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  sync: LibrarySync,
  call: SellerCall,
): Promise<readonly Synced[]> {
  const owner = { ...buyer, account: accountOf(call.buyer) };
  const { received, orderIds, misplaced } = await side.write((ctx) => receive(ctx, owner, sync, call));
  const { timeoutMs } = forSources(call);
  const { customerId, out } = side;
  await Promise.all(
    orderIds.slice(0, MOST_AT_ONCE).map((orderId) => out.perform(showOrder, { customerId, orderId, timeoutMs })),
  );
  const refused = await side.read(({ db }) => listRefused(db, customerId, orderIds));
  const unwelcome = [...misplaced, ...refused];
  return received.map((one) => {
    const own = unwelcome.filter(({ creativeId }) => creativeId === one.creativeId);
    const refusals = Object.fromEntries(own.map(({ packageId, message }) => [packageId, message]));
    const asked = sync.assignments.filter(({ creativeId }) => creativeId === one.creativeId);
    const assignedTo = asked.map(({ packageId }) => packageId).filter((packageId) => !(packageId in refusals));
    return { ...one, assignedTo, refusals };
  });
}

interface RejectedAssignment extends Assignment {
  readonly message: string;
}

async function receive(ctx: Context, owner: LibraryOwner, sync: LibrarySync, call: SellerCall) {
  const { creatives, replacesAll, dryRun, strict } = sync;
  await lockLibrary(ctx.db, ctx.viewer.customerId, owner);
  const { packages, misplaced, errors } = await placesOf(ctx, owner, sync);
  if (strict && errors.length > 0) throw new SellerRefused("the storefront", errors);
  const { buyer } = call;
  if (!dryRun)
    await followClock(
      ctx,
      owner,
      packages.map(({ orderId }) => orderId),
      call,
    );
  const how = { mediaBuyId: mediaBuyOf(packages), replacesAll, replacesInPackages: false, dryRun };
  return { ...(await addCreatives(ctx, { owner, buyer, creatives, packages, ...how })), misplaced };
}

/** The buy that the creatives are for, if it is only one. */
function mediaBuyOf(packages: readonly ShownInPackage[]): string | null {
  const orderIds = new Set(packages.map(({ orderId }) => orderId));
  return orderIds.size === 1 ? ([...orderIds][0] ?? null) : null;
}

/** Resolves assignments: which packages are to show what, and which assignments name something that does not exist. */
async function placesOf({ db, viewer }: Context, owner: LibraryOwner, { creatives, assignments }: LibrarySync) {
  const sent = new Set(creatives.map(({ creativeId }) => creativeId));
  const named = assignments.map(({ creativeId }) => creativeId).filter((id) => !sent.has(id));
  const [known, own] = await Promise.all([
    findNamed(db, viewer.customerId, owner, named),
    findOwnPackages(
      db,
      viewer.customerId,
      owner,
      assignments.map(({ packageId }) => packageId),
    ),
  ]);
  const there = new Set([...sent, ...known.map(({ creativeId }) => creativeId)]);
  const packages = new Map(own.map((one) => [one.packageId, one]));
  const misplaced: RejectedAssignment[] = [];
  const errors: SellerError[] = [];
  for (const [position, { creativeId, packageId }] of assignments.entries()) {
    const path = `assignments[${position}]`;
    if (!there.has(creativeId))
      errors.push(
        refusal(
          "CREATIVE_NOT_FOUND",
          `${path}.creative_id: you have no creative ${creativeId} here`,
          `${path}.creative_id`,
        ),
      );
    if (packages.has(packageId)) continue;
    const message = `${path}.package_id: you have no package ${packageId} here`;
    errors.push(refusal("PACKAGE_NOT_FOUND", message, `${path}.package_id`));
    misplaced.push({ creativeId, packageId, message });
  }
  const shown = [...packages.values()].map(({ packageId, orderId }) => {
    const creativeIds = assignments.filter((one) => one.packageId === packageId).map(({ creativeId }) => creativeId);
    return { packageId, orderId, creativeIds };
  });
  return { packages: shown, misplaced, errors };
}
