import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import type { BuildStatus, MediaBuyOutcome, SellerError } from "../../../ground/seller-agent/index.ts";
import type { Callback } from "../../../supply/callers/callbacks/index.ts";
import { listPurchases } from "../../../supply/callers/index.ts";
import { taskOf } from "../a2a/task.ts";
import { toAdcpError } from "../protocol/failure.ts";
import { NEWEST } from "../protocol/release.ts";
import { asAsked, toAdcpBuilt } from "../words/build.ts";
import { toAdcpMediaBuy } from "../words/media-buy.ts";

export type Decided = Extract<MediaBuyOutcome, { readonly kind: "done" | "rejected" }> | BuildStatus;

/** The notification of a finished task (AdCP 3.1, mcp-webhook-payload), with the same content that polling returns. */
export async function callbackBody(ctx: Context, callback: Callback, outcome: Decided): Promise<string> {
  return writtenFor(ctx, callback, await decided(ctx, callback, outcome));
}

/** In the format of the transport on which the task was created: an A2A task, or AdCP's envelope. */
export function writtenFor(ctx: Context, callback: Callback, standing: FinalStatus): string {
  const { a2aContext: contextId, taskId } = callback;
  if (contextId === null) return JSON.stringify(eventOf(ctx, callback, standing));
  const answered = { status: standing.status, payload: { ...standing.result, task_id: taskId } };
  return JSON.stringify(taskOf(answered, { id: taskId, contextId, at: wallOf(ctx) }));
}

interface FinalStatus {
  readonly status: "completed" | "failed";
  readonly message?: string;
  readonly result: object;
}

/** An event of a task, in AdCP's envelope for webhooks. */
function eventOf(ctx: Context, { taskId, taskType, operationId, eventId }: Callback, standing: FinalStatus) {
  return {
    idempotency_key: eventId,
    // 3.1 requires this field; if none was given, the task's id is used.
    operation_id: operationId ?? taskId.replaceAll("/", ":"),
    task_id: taskId,
    task_type: taskType,
    protocol: taskType === "build_creative" ? "creative" : "media-buy",
    timestamp: wallOf(ctx).toISOString(),
    ...standing,
  };
}

async function decided(
  { db, viewer }: Context,
  { storefrontId, principal }: Callback,
  outcome: Decided,
): Promise<FinalStatus> {
  if ("build" in outcome) return built(outcome);
  if (outcome.kind === "rejected") return refusedAs(outcome.errors);
  const { mediaBuy } = outcome;
  const which = { mediaBuyIds: [mediaBuy.mediaBuyId], limit: 1 };
  const [purchase] = await listPurchases(db, viewer.customerId, { storefrontId, principal }, which);
  if (!purchase) throw new Error(`the media buy ${mediaBuy.mediaBuyId} was just processed, and cannot be found`);
  return { status: "completed", result: toAdcpMediaBuy(purchase, mediaBuy) };
}

function built({ build, formatId }: BuildStatus): FinalStatus {
  if (build.kind === "rejected") return refusedAs(build.errors.map(asAsked));
  if (build.kind !== "done") throw new Error("a creative that is still being made cannot be reported");
  return { status: "completed", result: { creative_manifest: toAdcpBuilt(build.creative.manifest, formatId, NEWEST) } };
}

function refusedAs(said: readonly SellerError[]): FinalStatus {
  const errors = said.map(toAdcpError);
  return { status: "failed", message: errors.map(({ message }) => message).join("; "), result: { errors } };
}
