import { newId } from "../../../ground/kernel/ids.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { CreativeBuild, CreativeToBuild, SellerError } from "../../../ground/seller-agent/index.ts";
import { digestOf } from "../agent/digest.ts";
import { refusedTrial, type Shop, seatOf } from "../agent/shop.ts";
import { claimKey, findRequest } from "../agent/store.ts";
import { toSellerError } from "../agent/to-seller-error.ts";
import type { MadeCreative } from "../contract/creative.ts";
import type { BuildInput } from "../jobs/provider-job.ts";
import { runInPerson } from "../jobs/run-in-person.ts";
import { enqueueJob } from "../jobs/run-job.ts";
import { findJob } from "../jobs/store.ts";

/** Produces a creative, once for its key; repeating the request returns its status. */
export async function buildCreative(shop: Shop, request: CreativeToBuild): Promise<CreativeBuild> {
  const { source } = shop;
  const digest = digestOf(request);
  const known = await shop.read(({ db }) => findRequest(db, source, request.idempotencyKey));
  if (!known) {
    const error = await acceptBuild(shop, request, digest);
    if (error) return refused(error);
  }
  const kept = known ?? (await shop.read(({ db }) => findRequest(db, source, request.idempotencyKey)));
  if (!kept || kept.digest !== digest || kept.jobId === null)
    return refused(refusal("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key"));
  await runInPerson(shop.out, { customerId: source.customerId, jobId: kept.jobId }, shop.until);
  return outcomeOf(shop, request, kept.jobId);
}

function refused(error: SellerError): CreativeBuild {
  return { kind: "rejected", errors: [error] };
}

/** Stores the request with the job that carries it out; returns the objections. */
async function acceptBuild(
  shop: Shop,
  { idempotencyKey, ...order }: CreativeToBuild,
  digest: string,
): Promise<SellerError | undefined> {
  const trial = refusedTrial(shop);
  if (trial) return trial;
  const { source, adapter } = shop;
  const { creative, describe } = adapter;
  if (!creative) return refusal("UNSUPPORTED_FEATURE", `${describe.displayName} makes no creatives`);
  const seat = await seatOf(shop);
  if (seat?.state !== "CONNECTED") {
    const way = `POST /storefronts/${source.storefrontId}/connection`;
    return refusal("AUTH_REQUIRED", `${describe.displayName} is not connected: ${way}`);
  }
  const checked = creative.check(order);
  if (!checked.ok) return toSellerError(checked.error, describe.displayName);
  await shop.write(async (ctx) => {
    const { customerId, inventorySourceId } = source;
    const jobId = newId("task", ctx.random);
    const kept = { digest, mediaBuyId: null, jobId };
    if (!(await claimKey(ctx.db, source, idempotencyKey, kept, ctx.now))) return;
    const about = { mediaBuyId: null, packageId: null, creativeId: null };
    const input: BuildInput = { ...checked.value, connection: seat.connection };
    await enqueueJob(ctx, { customerId, jobId, inventorySourceId, kind: "build", ...about, input });
  });
  return undefined;
}

async function outcomeOf({ adapter, source, read }: Shop, { name }: CreativeToBuild, jobId: string) {
  const { displayName } = adapter.describe;
  const job = await read(({ db }) => findJob(db, source.customerId, jobId));
  if (job?.step.do === "done")
    return { kind: "done", creative: toCreative(name, job.step.value as MadeCreative) } as const;
  if (job?.error) return refused(toSellerError(job.error, displayName));
  return { kind: "submitted", taskId: jobId, message: `${displayName} is working on it.` } as const;
}

/** An AdCP manifest (3.1, core/creative-manifest) of the result, ready for a platform that shows it. */
function toCreative(name: string, { url, contentType, seconds }: MadeCreative) {
  const audio = {
    asset_type: "audio",
    url,
    ...(seconds !== null && { duration_ms: Math.round(seconds * 1_000) }),
    container_format: contentType === "audio/wav" ? "wav" : "mp3",
  };
  return { name, manifest: { format_kind: "audio_hosted", assets: { audio } } };
}
