import { createHash } from "node:crypto";
import type { Outcome, Progress, Result } from "../../../ground/dispatch/index.ts";
import { isTransient } from "../../../ground/dispatch/index.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { CreativeOutcome, CreativesToSync } from "../../../ground/seller-agent/index.ts";
import { errorOf } from "../refusal.ts";
import type { SellerResponse } from "../seller-response.ts";

type SyncState = "idle" | "open" | "done" | "failed";

export const syncLife = lifecycle({
  noun: "creative sync of a media buy",
  starts: ["idle"],
  states: {
    idle: "there is nothing to show yet",
    open: "creatives are being sent to the seller",
    done: "the seller has decided on each creative",
    failed: "the seller refused them, or has not answered: changed creatives are sent again",
  },
  transitions: {
    send: { idle: "open", open: "open", done: "open", failed: "open" },
    decide: { open: "done" },
    fail: { open: "failed" },
  },
});

/** The creatives last sent to the seller of a buy, and the seller's response. */
export interface CreativeSync extends Progress {
  readonly mediaBuyId: string;
  readonly campaignId: string;
  /** The formats of the buy's products that none of the campaign's creatives suits. */
  readonly missing: readonly string[];
  /** The digest of what was sent under the key; null if nothing was ever sent. */
  readonly digest: string | null;
  readonly executionKey: string | null;
  readonly state: SyncState;
  readonly outcomes: readonly CreativeOutcome[];
  readonly error: string | null;
  readonly syncedAt: Date | null;
}

/** What a seller is to show, before an idempotency key is assigned. */
export type RequestedCreatives = Omit<CreativesToSync, "idempotencyKey">;

export function blankSync(mediaBuyId: string, campaignId: string): CreativeSync {
  const nothing = { missing: [], digest: null, executionKey: null, state: "idle", outcomes: [], error: null } as const;
  return { mediaBuyId, campaignId, ...nothing, attempts: 0, fence: 0, leaseUntil: null, syncedAt: null };
}

function digestOf(asked: RequestedCreatives): string {
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex");
}

/**
 * Whether this still has to be sent to the seller. Nothing is sent if there is nothing to show and the seller has never
 * received anything.
 */
export function isToBeSent({ digest, state }: CreativeSync, asked: RequestedCreatives): boolean {
  if (digest === null) return asked.creatives.length > 0;
  return state === "open" || digest !== digestOf(asked);
}

/** The same content keeps its key, so that the seller processes it once; different content gets a new key and new attempts. */
export function withAsked<S extends CreativeSync>(sync: S, asked: RequestedCreatives, freshKey: string): S {
  const digest = digestOf(asked);
  const state = stepped(syncLife, "send", sync.state);
  if (sync.digest === digest && sync.state === "open") return { ...sync, state };
  return { ...sync, digest, executionKey: freshKey, state, attempts: 0 };
}

type Answer = Exclude<SellerResponse<readonly CreativeOutcome[]>, { readonly kind: "silence" }>;

/** If the seller refuses for a temporary reason, it may accept the same request later. */
export function outcomeOf(response: SellerResponse<readonly CreativeOutcome[]>): Outcome<Answer> {
  if (response.kind === "silence") return { kind: "unknown", message: response.message };
  if (response.kind === "answered" || !isTransient(response.errors)) return { kind: "answered", answer: response };
  return { kind: "unknown", message: errorOf(response.errors).message };
}

export function afterSync<S extends CreativeSync>(sync: S, result: Result<Answer>, now: Date): S {
  if (result.kind === "again") return { ...sync, error: result.message };
  if (result.kind !== "answered")
    return { ...sync, state: stepped(syncLife, "fail", sync.state), error: result.message };
  const { answer } = result;
  if (answer.kind === "refused")
    return { ...sync, state: stepped(syncLife, "fail", sync.state), error: errorOf(answer.errors).message };
  const state = stepped(syncLife, "decide", sync.state);
  return { ...sync, state, outcomes: answer.answer, error: null, syncedAt: now };
}

export function refusedIn({ outcomes }: CreativeSync): readonly CreativeOutcome[] {
  return outcomes.filter(({ outcome, approval }) => outcome === "failed" || approval === "rejected");
}
