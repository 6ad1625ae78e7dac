import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import type { Selection } from "../../discovery/index.ts";
import { isWaiting } from "../changes/change.ts";
import { updatedBy } from "../changes/change-of-buy.ts";
import type { RequestedChange } from "../changes/request-changes.ts";
import { isSameUpdate, joinUpdates, type MediaBuyUpdate } from "../changes/update.ts";
import { afterStep, canTake, isTerminal, isUnsent, type MediaBuy } from "../media-buy.ts";
import { lockMediaBuys } from "../store.ts";
import { editProducts } from "./edit-draft.ts";
import type { MediaBuyOperation } from "./media-buy-operation.ts";
import { cancellationOf, checkTimes, updateOf } from "./update-of.ts";

/** The effect of one operation on its buy. */
export interface Proposal {
  readonly before: MediaBuy;
  /** The buy's state if its seller agrees. */
  readonly after: MediaBuy;
  readonly act: "delete" | "save" | "ask";
  /** The change to request from its seller, if one is needed. */
  readonly asked?: RequestedChange;
}

/**
 * Works out the effect of operations on a campaign's buys. The buys are locked from here on, but nothing is changed
 * yet. `pathOf` returns an operation's position in the request, as a prefix for the names of its fields. Throws
 * `NotFound`, `Invalid`, `InvalidState` and `Conflict`.
 */
export async function proposeOperations(
  { db, viewer, now }: Context,
  campaignId: string,
  operations: readonly MediaBuyOperation[],
  { selections, pathOf }: { readonly selections: readonly Selection[]; pathOf(index: number): string },
): Promise<Proposal[]> {
  if (operations.length === 0) return [];
  const ids = operations.map(({ mediaBuyId }) => mediaBuyId);
  const held = await lockMediaBuys(db, viewer.customerId, ids);
  const ofCampaign = new Map(held.flatMap((buy) => (buy.campaignId === campaignId ? [[buy.mediaBuyId, buy]] : [])));
  return operations.map((operation, index) => {
    const { mediaBuyId } = operation;
    const buy = ofCampaign.get(mediaBuyId);
    if (!buy) throw new NotFound(`campaign ${campaignId} has no media buy ${mediaBuyId}`);
    const path = pathOf(index);
    if (ids.indexOf(mediaBuyId) !== index)
      throw new Invalid(`${path}mediaBuyId: ${mediaBuyId} is named twice`, { field: `${path}mediaBuyId` });
    return proposalOf(buy, operation, { selections, path, now });
  });
}

interface ProposalContext {
  readonly selections: readonly Selection[];
  readonly path: string;
  readonly now: Date;
}

function proposalOf(buy: MediaBuy, operation: MediaBuyOperation, asking: ProposalContext): Proposal {
  const { action } = operation;
  checkNamed(buy, operation, asking);
  if (action === "delete") return { before: buy, after: { ...buy, status: "ARCHIVED" }, act: "delete" };
  if (action === "cancel") return cancellation(buy, operation, asking);
  if (isTerminal(buy))
    throw new InvalidState(`a media buy that is ${buy.status} cannot be changed`, at(asking, "action"));
  return isUnsent(buy) ? draftEdit(buy, operation, asking) : heldEdit(buy, operation, asking);
}

/** Checks that everything an operation names belongs to the buy, whatever comes of the operation. */
function checkNamed({ mediaBuyId, packages }: MediaBuy, operation: MediaBuyOperation, asking: ProposalContext): void {
  const { packageIds = [], products = [], action } = operation;
  const missing = (noun: string, id: string, field: string) =>
    new NotFound(`media buy ${mediaBuyId} has no ${noun} ${id}`, at(asking, field));
  const named = [
    ...packageIds.map((id, index) => [id, `packageIds.${index}`] as const),
    ...(operation.packages ?? []).map((part, index) => [part.packageId, `packages.${index}.packageId`] as const),
  ];
  for (const [id, field] of named)
    if (!packages.some(({ packageId }) => packageId === id)) throw missing("package", id, field);
  for (const [index, { productId }] of products.entries())
    if (!packages.some((part) => part.productId === productId))
      throw missing("product", productId, `products.${index}.productId`);
  if (packageIds.length > 0 && action !== "cancel")
    throw new Invalid(
      `${asking.path}packageIds: single packages are canceled, with action "cancel"`,
      at(asking, "packageIds"),
    );
}

function cancellation(buy: MediaBuy, { packageIds, reason }: MediaBuyOperation, asking: ProposalContext): Proposal {
  const { mediaBuyId, status } = buy;
  if (isUnsent(buy))
    throw new InvalidState(`${mediaBuyId} was not sent to its seller yet: delete it instead`, at(asking, "action"));
  if (status !== "DRAFT" && !canTake("cancel", buy))
    throw new InvalidState(`a media buy that is ${status} cannot be canceled`, at(asking, "action"));
  const update = packageIds && cancellationOf(buy, packageIds, asking.path);
  const left = update && updatedBy(buy, update).packages.some((part) => part.status !== "canceled");
  if (update && left) return asksFor(buy, update, reason);
  return {
    before: buy,
    after: { ...buy, status: "CANCELED" },
    act: "ask",
    asked: { mediaBuyId, kind: "cancel", reason },
  };
}

/** Buyer contract e.11: drafts accept `products`. */
function draftEdit(buy: MediaBuy, operation: MediaBuyOperation, { selections, path, now }: ProposalContext): Proposal {
  const { name, products, startTime, endTime } = operation;
  if (operation.packages)
    throw new InvalidState(`${buy.mediaBuyId} is a draft: change its products`, { field: `${path}packages` });
  const start = startTime === "asap" ? now : (startTime ?? buy.flight.start);
  const after = {
    ...buy,
    name: name ?? buy.name,
    isNamedByBuyer: buy.isNamedByBuyer || name !== undefined,
    flight: { start, end: endTime ?? buy.flight.end },
    isTimedByBuyer: buy.isTimedByBuyer || startTime !== undefined || endTime !== undefined,
    packages: products ? editProducts(buy, products, selections, `${path}products`) : buy.packages,
    updatedAt: now,
  };
  checkTimes(after, path);
  const isEmpty = after.packages.length === 0;
  return { before: buy, after: isEmpty ? afterStep(after, "archive", now) : after, act: "save" };
}

/** Buyer contract e.11: buys that a seller holds accept `packages`. Only the name can be changed without the seller. */
function heldEdit(buy: MediaBuy, operation: MediaBuyOperation, asking: ProposalContext): Proposal {
  const { name, reason } = operation;
  const { path, now } = asking;
  if (operation.products)
    throw new InvalidState(`${buy.mediaBuyId} is with its seller: change its packages`, at(asking, "products"));
  const named = name === undefined ? buy : { ...buy, name, isNamedByBuyer: true, updatedAt: now };
  const update = updateOf(buy, operation, now, path);
  return update ? { ...asksFor(named, update, reason), before: buy } : { before: buy, after: named, act: "save" };
}

/**
 * An update can be merged with one that still waits, but while any other change is in progress its effect cannot be
 * predicted.
 */
function asksFor(buy: MediaBuy, update: MediaBuyUpdate, reason: string | undefined): Proposal {
  const { mediaBuyId, pending } = buy;
  const joins = pending?.update && (isWaiting(pending) || isSameUpdate(pending.update, update));
  if (pending && !joins)
    throw new Conflict(`${mediaBuyId}: another change (${pending.kind}) is under way: ask again when it is settled`, {
      details: { mediaBuyId, pendingChange: pending.kind },
    });
  const whole = pending?.update ? joinUpdates(pending.update, update) : update;
  const asked: RequestedChange = { mediaBuyId, kind: "update", update, reason };
  return { before: buy, after: { ...updatedBy(buy, whole), pending: null }, act: "ask", asked };
}

function at({ path }: ProposalContext, field: string) {
  return { field: `${path}${field}` };
}
