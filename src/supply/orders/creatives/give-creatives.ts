import { meaningOf } from "../../../ground/dispatch/index.ts";
import { rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import {
  type CreativeOutcome,
  type CreativesToSync,
  type MediaBuyChange,
  type MediaBuyOutcome,
  type SellerAgent,
  type SellerCall,
  type SellerError,
  SellerRefused,
} from "../../../ground/seller-agent/index.ts";
import { keyOfPart } from "../changes/order-change.ts";
import type { Leg } from "../order.ts";
import type { CreativeTransport } from "./creative-transport.ts";

/** The part of a request for one leg, with its source's own ids. */
export function partOfLeg(request: CreativesToSync, leg: Leg): CreativesToSync {
  const packages = leg.packages.flatMap(({ packageId, sellerPackageId, canceled }) => {
    const shown = request.packages.find((one) => one.packageId === packageId);
    return shown && sellerPackageId && !canceled ? [{ ...shown, packageId: sellerPackageId }] : [];
  });
  const wanted = new Set(packages.flatMap(({ creativeIds }) => creativeIds));
  const creatives = request.creatives.filter(({ creativeId }) => wanted.has(creativeId));
  return { ...request, mediaBuyId: leg.sellerMediaBuyId ?? "", packages, creatives };
}

/**
 * Sends a source its part. Each call has its own key, derived from the leg, the request's key and the content, so the
 * same content is always sent under the same key. Throws if nothing was decided.
 */
export function giveCreatives(
  agent: SellerAgent,
  part: CreativesToSync,
  leg: Leg,
  transport: CreativeTransport,
  call: SellerCall,
): Promise<CreativeOutcome[]> {
  return transport === "library" ? giveToLibrary(agent, part, leg, call) : giveInline(agent, part, leg, call);
}

/**
 * Sends the assignments along for sellers that read them there. An update of the packages then repeats them, and also
 * says what is no longer shown.
 */
async function giveToLibrary(
  agent: SellerAgent,
  part: CreativesToSync,
  leg: Leg,
  call: SellerCall,
): Promise<CreativeOutcome[]> {
  const idempotencyKey = keyOfPart(`${part.idempotencyKey} library`, leg);
  const outcomes = part.creatives.length > 0 ? [...(await synced(agent, { ...part, idempotencyKey }, leg, call))] : [];
  const taken = new Set(outcomes.filter(({ outcome }) => outcome !== "failed").map(({ creativeId }) => creativeId));
  const packages = part.packages.map(({ packageId, creativeIds }) => {
    return { packageId, creativeIds: creativeIds.filter((id) => taken.has(id)) };
  });
  if (part.creatives.length > 0 && taken.size === 0) return outcomes;
  const key = keyOfPart(`${part.idempotencyKey} assigned ${[...taken].join(" ")}`, leg);
  const change = { idempotencyKey: key, mediaBuyId: part.mediaBuyId, packages };
  const refused = refusalIn(await changed(agent, change, leg, call));
  return outcomes.map((one) => (refused && taken.has(one.creativeId) ? failed(one.creativeId, refused) : one));
}

async function giveInline(
  agent: SellerAgent,
  part: CreativesToSync,
  leg: Leg,
  call: SellerCall,
): Promise<CreativeOutcome[]> {
  const byId = new Map(part.creatives.map((creative) => [creative.creativeId, creative]));
  // AdCP 3.1, package-update: a list of creatives must not be empty, so the last creatives of a package cannot be
  // removed.
  const packages = part.packages.flatMap(({ packageId, creativeIds }) => {
    const creatives = creativeIds.flatMap((id) => byId.get(id) ?? []);
    return creatives.length > 0 ? [{ packageId, creatives }] : [];
  });
  if (packages.length === 0) return [];
  const idempotencyKey = keyOfPart(`${part.idempotencyKey} inline`, leg);
  const outcome = await changed(agent, { idempotencyKey, mediaBuyId: part.mediaBuyId, packages }, leg, call);
  const refused = refusalIn(outcome);
  const approval = outcome.kind === "submitted" ? ("pending_review" as const) : null;
  return part.creatives.map(({ creativeId }) =>
    refused ? failed(creativeId, refused) : { creativeId, outcome: "updated", approval, message: null },
  );
}

async function synced(
  agent: SellerAgent,
  request: CreativesToSync,
  { sourceName }: Leg,
  call: SellerCall,
): Promise<readonly CreativeOutcome[]> {
  try {
    return await agent.syncCreatives(request, call);
  } catch (error) {
    const errors = decisionIn(error, sourceName);
    return request.creatives.map(({ creativeId }) => failed(creativeId, reported(errors)));
  }
}

async function changed(
  agent: SellerAgent,
  change: MediaBuyChange,
  { sourceName }: Leg,
  call: SellerCall,
): Promise<MediaBuyOutcome> {
  try {
    const outcome = await agent.updateMediaBuy(change, call);
    if (outcome.kind === "rejected") throw new SellerRefused(sourceName, outcome.errors);
    return outcome;
  } catch (error) {
    return rejected(...decisionIn(error, sourceName));
  }
}

/** The errors with which a seller refuses. Throws if the error is not a decision, so that the seller is asked again. */
function decisionIn(error: unknown, sourceName: string): readonly SellerError[] {
  if (!(error instanceof SellerRefused)) throw error;
  if (meaningOf(error.errors, true) === "refused") return error.errors;
  throw new SellerRefused(sourceName, error.errors);
}

function refusalIn(outcome: MediaBuyOutcome): string | undefined {
  if (outcome.kind === "rejected") return reported(outcome.errors);
  return outcome.kind === "input_required" ? outcome.message : undefined;
}

function reported(errors: readonly SellerError[]): string {
  return errors.map(({ message }) => message).join("; ") || "it refused and did not say why";
}

function failed(creativeId: string, message: string): CreativeOutcome {
  return { creativeId, outcome: "failed", approval: null, message };
}
