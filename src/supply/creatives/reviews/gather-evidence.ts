import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import type { FormatId } from "../../../ground/seller-agent/index.ts";
import { findActiveVersion } from "../../instructions/index.ts";
import { askInTime, forSources, openSources, readActiveSources } from "../../orders/index.ts";
import { getReview } from "./find-review.ts";
import type { CreativeReview } from "./review.ts";

/** The input of an evaluation. It contains decrypted secrets, and exists only for one call. */
export interface EvaluationInput {
  readonly review: CreativeReview;
  readonly policy: string | null;
  readonly sources: Awaited<ReturnType<typeof readActiveSources>>;
}

/** Throws `NotFound`. */
export async function readToEvaluate(ctx: Context, creativeId: string, reviewId?: number): Promise<EvaluationInput> {
  const { db, viewer } = ctx;
  const review = await getReview(ctx, creativeId, reviewId);
  const active = await findActiveVersion(db, viewer.customerId, "acceptance_policy");
  const sources = await readActiveSources(ctx, review.storefrontId);
  return { review, policy: active?.content ?? null, sources };
}

/** The formats of the sources to which the storefront itself has access; undefined if none of them answered. */
export async function requestFormats(
  out: CallContext,
  { sources }: EvaluationInput,
): Promise<readonly FormatId[] | undefined> {
  const { installation, viewer, now, requestId } = out;
  const identity = { customerId: null, name: "the storefront", operatorDomain: null, brandDomain: null };
  const buyer = { ...identity, sandbox: viewer.sandbox };
  const call = forSources({ buyer, timeoutMs: installation.sellerTimeoutMs, now, requestId });
  const opened = await openSources(
    out,
    sources.map((source) => ({ ...source, linked: undefined })),
    null,
  );
  const answers = await Promise.allSettled(
    opened.flatMap(({ agent, source }) =>
      agent ? [askInTime(source.name, call, () => agent.listCreativeFormats(call))] : [],
    ),
  );
  const reported = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
  return reported.length > 0 ? reported.flat().map(({ formatId }) => formatId) : undefined;
}
