import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import {
  type CreativeOutcome,
  type MediaBuyOutcome,
  type NewPackage,
  type SellerCall,
  type SellerCreative,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { readPurchases } from "../../../supply/callers/index.ts";
import { readLibrary } from "../../../supply/creatives/index.ts";
import { flawOfOrigin, flawsOfForm, readShelf, type Shelf } from "../checks/check-creatives.ts";
import { standInFor } from "../controller/stand-in-creatives.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import { refused } from "../protocol/failure.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { type AdcpCreative, type Assignment, fromAdcpCreative, isWrong, notPlaced } from "../words/creative.ts";
import { answerOfOutcome } from "./outcome.ts";
import { buyStatusOf } from "./standings.ts";

interface PackageRequest {
  readonly package_id?: string | undefined;
  readonly creatives?: readonly z.output<typeof AdcpCreative>[] | undefined;
  readonly creative_assignments?: readonly z.output<typeof Assignment>[] | undefined;
}

/** The creatives that packages should show. Packages for which nothing is stated are not included. */
export interface RequestedCreatives {
  readonly creatives: readonly SellerCreative[];
  readonly packages: readonly {
    readonly position: number;
    readonly packageId?: string | undefined;
    readonly creativeIds: readonly string[];
  }[];
}

export const NOTHING_SHOWN: RequestedCreatives = { creatives: [], packages: [] };

/** Reads the creatives that packages should show, before anything is bought. Throws `SellerRefused` for creatives that nobody could show. */
export async function readShown(
  parts: readonly PackageRequest[],
  requestContext: AdcpRequestContext,
  call: SellerCall,
): Promise<RequestedCreatives> {
  const isSent = parts.some(({ creatives = [] }) => creatives.length > 0);
  const shelf = isSent ? await readShelf(requestContext, call) : undefined;
  const creatives = new Map<string, SellerCreative>();
  const packages = parts.flatMap((part, position) => {
    if (!part.creatives && !part.creative_assignments) return [];
    const path = `packages[${position}]`;
    const sent = readEach(part.creatives ?? [], `${path}.creatives`, shelf);
    for (const [index, creative] of sent.entries()) {
      const first = creatives.get(creative.creativeId);
      if (first && !isDeepStrictEqual(first, creative)) throw contradiction(creative, `${path}.creatives[${index}]`);
      creatives.set(creative.creativeId, creative);
    }
    const assigned = placedIn(part.creative_assignments ?? [], `${path}.creative_assignments`);
    const creativeIds = [...new Set([...sent.map(({ creativeId }) => creativeId), ...assigned])];
    return [{ position, packageId: part.package_id, creativeIds }];
  });
  const shown = { creatives: [...creatives.values()], packages };
  await refuseUnknown(shown, requestContext);
  return shown;
}

/** Adds the creatives that were sent in full, for sources that can only receive them with the buy. */
export function withCreatives(parts: readonly NewPackage[], { creatives, packages }: RequestedCreatives): NewPackage[] {
  return parts.map((part, position) => {
    const ids = packages.find((one) => one.position === position)?.creativeIds ?? [];
    const sent = creatives.filter(({ creativeId }) => ids.includes(creativeId));
    return sent.length > 0 ? { ...part, creatives: sent } : part;
  });
}

function readEach(
  asked: NonNullable<PackageRequest["creatives"]>,
  path: string,
  shelf: Shelf | undefined,
): SellerCreative[] {
  return asked.map((one, position) => {
    const at = `${path}[${position}]`;
    const creative = fromAdcpCreative(one, at);
    const flaws = isWrong(creative) ? [creative] : shelf ? flawsIn(creative, at, shelf) : [];
    if (isWrong(creative) || flaws.length > 0) throw new SellerRefused("the storefront", flaws);
    return creative;
  });
}

function flawsIn(creative: SellerCreative, path: string, shelf: Shelf) {
  return [...flawsOfForm(creative, path, shelf), flawOfOrigin(creative, path, shelf) ?? []].flat();
}

/**
 * Refuses two different creatives with the same id, because a creative is the same in all packages that show it, and it is unclear which is
 * meant.
 */
function contradiction({ creativeId }: SellerCreative, path: string): SellerRefused {
  const field = `${path}.creative_id`;
  return refused(
    "INVALID_REQUEST",
    `${field}: two different creatives have the id ${creativeId}: give each its own`,
    field,
  );
}

/** The schema allows duplicate assignments, but a creative is shown once. */
function placedIn(asked: NonNullable<PackageRequest["creative_assignments"]>, path: string): string[] {
  return asked.map((one, position) => {
    const error = notPlaced(one, `${path}[${position}]`);
    if (error) throw new SellerRefused("the storefront", [error]);
    return one.creative_id;
  });
}

async function refuseUnknown(
  { creatives, packages }: RequestedCreatives,
  requestContext: AdcpRequestContext,
): Promise<void> {
  const { resolved } = requestContext;
  const sent = new Set(creatives.map(({ creativeId }) => creativeId));
  const creativeIds = packages.flatMap((part) => part.creativeIds).filter((id) => !sent.has(id));
  if (creativeIds.length === 0) return;
  const { side, ...caller } = resolved.caller;
  const which = { creativeIds, sort: { field: "name", direction: "asc" } } as const;
  const known = await readLibrary(side, caller, which, { take: creativeIds.length, skip: 0 });
  const there = new Set(known.creatives.map(({ creativeId }) => creativeId));
  const unknown = creativeIds.filter((id) => !there.has(id));
  const [missing] = unknown;
  if (missing === undefined) return;
  if (requestContext.viewer.sandbox && packages.every(isNew)) return standInFor([...new Set(unknown)], requestContext);
  const position = packages.find((part) => part.creativeIds.includes(missing))?.position;
  const field = `packages[${position}].creative_assignments`;
  throw refused("CREATIVE_NOT_FOUND", `${field}: you have no creative ${missing} here: sync it first`, field);
}

/** Whether the package belongs to a buy that has only been requested. */
function isNew({ packageId }: RequestedCreatives["packages"][number]): boolean {
  return packageId === undefined;
}

/** A request to show creatives, in progress. */
export interface ShowRequest {
  readonly shown: RequestedCreatives;
  readonly idempotencyKey: string;
  readonly requestContext: AdcpRequestContext;
  readonly call: SellerCall;
}

/**
 * The result of a create or an update, after the creatives have been assigned to its packages. If sources object to a creative, the buy is
 * not undone; the objections are reported with it. Throws `SellerRefused`.
 */
export async function answerWithCreatives(outcome: MediaBuyOutcome, request: ShowRequest): Promise<ToolAnswer> {
  const { shown, requestContext } = request;
  if (shown.packages.length === 0 || outcome.kind === "rejected") return answerOfOutcome(outcome, requestContext);
  const mediaBuyId = outcome.kind === "done" ? outcome.mediaBuy.mediaBuyId : outcome.taskId?.split("/")[0];
  if (mediaBuyId === undefined) return answerOfOutcome(outcome, requestContext);
  const message = await show(mediaBuyId, request);
  const after =
    outcome.kind === "done" ? { ...outcome, mediaBuy: await buyStatusOf(mediaBuyId, requestContext) } : outcome;
  const reported = await answerOfOutcome(after, requestContext);
  return message === undefined ? reported : { ...reported, body: { ...reported.body, message } };
}

/** Problems to report; undefined if there are none. */
async function show(mediaBuyId: string, { shown, idempotencyKey, requestContext, call }: ShowRequest) {
  const { creatives } = shown;
  const [purchase] = await readPurchases(requestContext.resolved.caller, { mediaBuyIds: [mediaBuyId], limit: 1 });
  const packages = shown.packages.flatMap(({ packageId, position, creativeIds }) => {
    const id = packageId ?? purchase?.packages[position]?.packageId;
    return id === undefined ? [] : [{ packageId: id, creativeIds }];
  });
  try {
    const request = { idempotencyKey, mediaBuyId, creatives, packages };
    return refusalsIn(await requestContext.resolved.agent.syncCreatives(request, call));
  } catch (error) {
    if (error instanceof SellerUnreachable) return `its creatives are being processed: ${error.message}`;
    throw error;
  }
}

function refusalsIn(outcomes: readonly CreativeOutcome[]): string | undefined {
  const failed = outcomes.filter(({ outcome }) => outcome === "failed");
  return (
    failed.map(({ creativeId, message }) => `${creativeId}: ${message ?? "it was refused"}`).join("; ") || undefined
  );
}
