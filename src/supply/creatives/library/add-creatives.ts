import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import type { BuyerIdentity, SellerCreative } from "../../../ground/seller-agent/index.ts";
import { findStorefrontOf, type Storefront } from "../../storefronts/index.ts";
import { openReviews, withdrawReviews } from "../reviews/open-reviews.ts";
import { showLater } from "../showings/show-order.ts";
import {
  assign,
  countAssignmentChange,
  listOrdersShowing,
  openShowings,
  unassignCreatives,
  unassignOthers,
} from "../showings/store.ts";
import { type Intake, intakeOf, type LibraryCreative, type LibraryOwner } from "./library-creative.ts";
import { archiveCreatives, findCreatives, findNamed, findOthers, recordReported, saveCreatives } from "./store.ts";

/** When an order's sources are notified if the process that received the creatives dies first. */
const RECOVERY_MS = 90 * SECOND_MS;

/** Creatives that a buyer has sent. */
export interface Submission {
  readonly owner: LibraryOwner;
  readonly buyer: BuyerIdentity;
  /** The buy that they came with; null if they came on their own. */
  readonly mediaBuyId: string | null;
  readonly creatives: readonly SellerCreative[];
  /** Whether the owner's other creatives are archived. */
  readonly replacesAll: boolean;
  readonly packages: readonly ShownInPackage[];
  /** Whether other creatives are removed from the packages. */
  readonly replacesInPackages: boolean;
  /** Only says what would happen, and changes nothing. */
  readonly dryRun: boolean;
}

export interface ShownInPackage {
  readonly packageId: string;
  readonly orderId: string;
  /** The buyer's ids; those that the library does not have are ignored. */
  readonly creativeIds: readonly string[];
}

export interface Received extends Pick<LibraryCreative, "creativeId" | "standing" | "note"> {
  readonly action: Intake["action"] | "deleted";
}

export interface AddedCreatives {
  readonly received: readonly Received[];
  /** The orders whose sources may now have something else to show. */
  readonly orderIds: readonly string[];
}

interface Sent extends Intake {
  readonly creative: SellerCreative;
  readonly known: LibraryCreative | undefined;
}

/** Adds creatives to the library and to packages. The caller has locked the library. */
export async function addCreatives(ctx: Context, submission: Submission): Promise<AddedCreatives> {
  const { db, viewer } = ctx;
  const { owner, creatives, packages, replacesAll, dryRun } = submission;
  const { customerId } = viewer;
  const sentIds = creatives.map(({ creativeId }) => creativeId);
  const namedIds = packages.flatMap(({ creativeIds }) => creativeIds);
  const [storefront, known, named, others] = await Promise.all([
    findStorefrontOf(db, customerId),
    findCreatives(db, customerId, owner, sentIds),
    findNamed(db, customerId, owner, namedIds),
    replacesAll ? findOthers(db, customerId, owner, sentIds) : [],
  ]);
  const knownById = new Map(known.map((one) => [one.creativeId, one]));
  const sent = creatives.map((creative): Sent => {
    const before = knownById.get(creative.creativeId);
    return { creative, known: before, ...intakeOf(before, creative, approvalOf(storefront)) };
  });
  const received = [...sent.map(receivedOf), ...others.map(deletedOf)];
  if (dryRun) return { received, orderIds: [] };
  const changed = sent.filter(({ action }) => action !== "unchanged");
  const touched = [...changed.flatMap((one) => one.known ?? []), ...others].map((one) => one.libraryCreativeId);
  const showing = await listOrdersShowing(db, customerId, touched);
  const orderIds = [...new Set([...showing, ...packages.map(({ orderId }) => orderId)])];
  await openShowings(db, customerId, orderIds);
  const saved = await save(ctx, submission, sent);
  if (others.length > 0)
    await archive(
      ctx,
      others.map((one) => one.libraryCreativeId),
    );
  const all = new Map([...named, ...known, ...saved].map((one) => [one.creativeId, one.libraryCreativeId]));
  await putInPackages(ctx, submission, all);
  for (const orderId of orderIds) await showLater(ctx, orderId, RECOVERY_MS);
  return { received, orderIds };
}

/** Storefront contract §10.6: a storefront that passes one source through leaves the approval to that source. */
function approvalOf(storefront: Storefront | undefined): Storefront["creativeApproval"] {
  if (!storefront) return "manual";
  return storefront.productMode === "passthrough" ? "auto" : storefront.creativeApproval;
}

/** A decision since the creative was last sent is reported as an update, although the content is the same. */
function receivedOf({ creative: { creativeId }, known, action, after: { standing } }: Sent): Received {
  if (action !== "unchanged" || !known) return { creativeId, action, standing, note: null };
  return { creativeId, action: known.isNews ? "updated" : "unchanged", standing, note: known.note };
}

function deletedOf({ creativeId }: LibraryCreative): Received {
  return { creativeId, action: "deleted", standing: "archived", note: null };
}

async function save(
  ctx: Context,
  { owner, buyer, mediaBuyId }: Submission,
  sent: readonly Sent[],
): Promise<LibraryCreative[]> {
  const { db, viewer, now } = ctx;
  const changed = sent.filter(({ action }) => action !== "unchanged");
  const reported = sent.flatMap(({ known }) => (known?.isNews ? [known.libraryCreativeId] : []));
  if (reported.length > 0) await recordReported(db, viewer.customerId, reported);
  const saved = await saveCreatives(db, viewer.customerId, owner, changed, now);
  const waiting = new Set(changed.filter((one) => one.opensReview).map(({ creative }) => creative.creativeId));
  await withdrawReviews(
    ctx,
    saved.map((one) => one.libraryCreativeId),
  );
  await openReviews(
    ctx,
    { buyer, mediaBuyId },
    saved.filter(({ creativeId }) => waiting.has(creativeId)),
  );
  return saved;
}

/** Archives creatives: they are removed from the packages that show them, and no longer need a review. */
export async function archive(ctx: Context, ids: readonly number[]): Promise<void> {
  const { db, viewer, now } = ctx;
  await archiveCreatives(db, viewer.customerId, ids, now);
  await unassignCreatives(db, viewer.customerId, ids);
  await withdrawReviews(ctx, ids);
}

async function putInPackages(
  { db, viewer, now }: Context,
  { packages, replacesInPackages }: Submission,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const assigned = packages.map(({ packageId, orderId, creativeIds }) => {
    return { packageId, orderId, libraryCreativeIds: creativeIds.flatMap((id) => ids.get(id) ?? []) };
  });
  const { customerId } = viewer;
  const less = replacesInPackages ? await unassignOthers(db, customerId, assigned) : [];
  const more = await assign(db, customerId, assigned, now);
  await countAssignmentChange(db, customerId, [...new Set([...less, ...more])].toSorted());
}
