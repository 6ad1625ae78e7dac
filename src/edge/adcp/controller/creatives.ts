import { z } from "zod";
import type { SellerCreative } from "../../../ground/seller-agent/index.ts";
import { forceCreative, purgeCreative, readLibrary, syncLibrary } from "../../../supply/creatives/index.ts";
import type { Json } from "../../reference/index.ts";
import { waivedDisclosuresIn } from "../checks/check-provenance.ts";
import { sellerCall } from "../request-context.ts";
import { fromAdcpAccount } from "../words/account.ts";
import { AdcpCreative, CreativeId, fromAdcpCreative, isWrong } from "../words/creative.ts";
import { type ControllerContext, fault, moved, scenario } from "./scenario.ts";

/** AdCP's code for why a creative's status changed, or why it is gone (3.1, creative-event-reason-code). */
const ReasonCode = z.string().regex(/^[a-z_]{1,100}$/, "a code such as retention_expired");

/** AdCP's statuses (3.1, creative-status); the library of a storefront uses all of them except `processing`. */
const Status = z.enum(["processing", "pending_review", "approved", "suspended", "rejected", "archived"]);
type Status = z.output<typeof Status>;

interface StatusRequest {
  readonly status: Status;
  readonly note: string | null;
  readonly reason?: string | undefined;
}

async function force(
  creativeId: string,
  { status, note, reason }: StatusRequest,
  { resolved }: ControllerContext,
): Promise<Json> {
  const { side, ...caller } = resolved.caller;
  const standing = status === "processing" ? undefined : status;
  const forced = await forceCreative(side, caller, creativeId, { standing, note, reason });
  if (!forced) return fault("NOT_FOUND", `params.creative_id: you have no creative ${creativeId} in a sandbox here`);
  const { before, isUnderReview, done } = forced;
  if (done || !isUnderReview) return moved(before, status, done, "a creative");
  const detail = "params.status: the storefront's people review it: they decide, even in a sandbox";
  return fault("INVALID_TRANSITION", detail, before);
}

export const forceOneCreative = scenario(
  z.object({
    creative_id: z.string(),
    status: Status,
    rejection_reason: z.string().max(2000).optional(),
    reason_code: ReasonCode.optional(),
    reason_detail: z.string().max(500).optional(),
  }),
  ({ creative_id, status, rejection_reason, reason_code: reason, reason_detail }, trial) =>
    force(creative_id, { status, note: rejection_reason ?? reason_detail ?? null, reason }, trial),
);

/** Removes the creative like a seller that keeps nothing any longer, and notifies its buyer. */
export const purgeOneCreative = scenario(
  z.object({
    creative_id: z.string(),
    purge_kind: z.enum(["soft", "hard"]).default("soft"),
    reason_code: ReasonCode.default("retention_expired"),
    reason_detail: z.string().max(500).nullable().default(null),
  }),
  async ({ creative_id, purge_kind: kind, reason_code: reason, reason_detail: note }, { resolved }) => {
    const { side, ...caller } = resolved.caller;
    const purged = await purgeCreative(side, caller, creative_id, { kind, reason, note });
    if (!purged) return fault("NOT_FOUND", `params.creative_id: you have no creative ${creative_id} in a sandbox here`);
    const detail = "params.creative_id: the storefront's people review it: they decide, even in a sandbox";
    if (purged.isUnderReview) return fault("INVALID_TRANSITION", detail, purged.before);
    return { success: true, previous_state: purged.before, current_state: "purged" };
  },
);

/** Adds the creative as if it had been sent with sync_creatives. */
export const seedCreative = scenario(
  z.object({ creative_id: CreativeId, fixture: z.looseObject({ status: Status.optional() }) }),
  async ({ creative_id, fixture: { status, ...fixture } }, trial) => {
    const read = AdcpCreative.safeParse({ ...madeUp(fixture, creative_id, trial), creative_id });
    if (!read.success) return fault("INVALID_PARAMS", `params.fixture: ${z.prettifyError(read.error)}`);
    const creative = fromAdcpCreative(read.data, "params.fixture");
    if (isWrong(creative)) return fault("INVALID_PARAMS", creative.message);
    await take(creative, trial);
    const forced = status && (await force(creative_id, { status, note: null }, trial));
    return forced && forced.success !== true ? forced : { success: true };
  },
);

/** A fixture only contains what a storyboard tests about a creative; the rest is made up here. */
function madeUp(fixture: Json, creativeId: string, { host }: ControllerContext): Json {
  const { format_kind, format_id = format_kind === undefined ? { id: "display_static" } : undefined } = fixture;
  const format = typeof format_id === "object" && { agent_url: host.installation.publicUrl, ...format_id };
  return { name: creativeId, assets: {}, ...fixture, ...(format && { format_id: format }) };
}

async function take(creative: SellerCreative, trial: ControllerContext): Promise<void> {
  const account = await fromAdcpAccount(trial.account, trial);
  const { side, ...caller } = trial.resolved.caller;
  const sync = { creatives: [creative], assignments: [], replacesAll: false, dryRun: false, strict: true };
  await syncLibrary(side, caller, sync, sellerCall(trial, account && { ...account, sandbox: true }));
}

/** What an auditor would note about a creative's provenance (AdCP 3.1). It is reported, but does not prevent the creative from being shown. */
export const queryObservations = scenario(
  z.object({ creative_id: CreativeId }),
  async ({ creative_id: creativeId }, { resolved, host }) => {
    const { side, ...caller } = resolved.caller;
    const which = { creativeIds: [creativeId], sort: { field: "name", direction: "asc" } } as const;
    const [creative] = (await readLibrary(side, caller, which, { take: 1, skip: 0 })).creatives;
    if (!creative) return fault("NOT_FOUND", `params.creative_id: you have no creative ${creativeId} here`);
    const claimed = waivedDisclosuresIn(creative.manifest);
    return { success: true, creative_id: creativeId, audit_observations: claimed ? [observed(claimed, host)] : [] };
  },
);

function observed(claimed_value: Json, { installation }: ControllerContext["host"]): Json {
  return {
    code: "OVERSIGHT_DISCLOSURE_CARVEOUT_CLAIMED",
    severity: "audit-worthy",
    recovery: "informational",
    field: "creative_manifest.provenance.disclosure.required",
    message: "no disclosure is required because a person was involved, according to its buyer",
    details: { agent_url: installation.publicUrl, claimed_value },
  };
}
