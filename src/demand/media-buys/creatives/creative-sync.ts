import { createHash } from "node:crypto";
import type { CreativeOutcome, CreativesToSync, SellerError } from "../../../ground/seller-agent/index.ts";
import type { SellerResponse } from "../ask-seller.ts";
import { errorOf, isNotNow } from "../refusal.ts";

/** What the seller of a buy was last given to show, and what it said of it. */
export interface CreativeSync {
  readonly mediaBuyId: string;
  readonly campaignId: string;
  /** The formats of the buy's products that no creative of the campaign will do for. */
  readonly missing: readonly string[];
  /** Of what was sent under the key; null where nothing ever was. */
  readonly digest: string | null;
  readonly executionKey: string | null;
  /** Idle until there is anything to send; open until the seller has decided. */
  readonly state: "idle" | "open" | "done" | "failed";
  readonly outcomes: readonly CreativeOutcome[];
  readonly error: string | null;
  readonly attempts: number;
  /** Of the wall. */
  readonly leaseUntil: Date | null;
  readonly syncedAt: Date | null;
}

/** How often the same creatives are sent by themselves. */
const MOST_ATTEMPTS = 8;

/** What a seller is asked to show, before there is a key for it. */
export type Asked = Omit<CreativesToSync, "idempotencyKey">;

export function blankSync(mediaBuyId: string, campaignId: string): CreativeSync {
  const nothing = { missing: [], digest: null, executionKey: null, state: "idle", outcomes: [], error: null } as const;
  return { mediaBuyId, campaignId, ...nothing, attempts: 0, leaseUntil: null, syncedAt: null };
}

export function digestOf(asked: Asked): string {
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex");
}

/** Whether the seller is still to be given this; one that was never given anything is not told of nothing. */
export function isToBeSent({ digest, state }: CreativeSync, asked: Asked): boolean {
  if (digest === null) return asked.creatives.length > 0;
  return state === "open" || digest !== digestOf(asked);
}

/** The same again keeps its key, so that the seller does it once; anything else has a key of its own. */
export function beginSync(sync: CreativeSync, asked: Asked, freshKey: string, leaseUntil: Date): CreativeSync {
  const digest = digestOf(asked);
  const again = sync.digest === digest && sync.state === "open";
  if (again && sync.attempts >= MOST_ATTEMPTS) return { ...sync, state: "failed", leaseUntil: null };
  return {
    ...sync,
    digest,
    executionKey: again ? sync.executionKey : freshKey,
    state: "open",
    attempts: again ? sync.attempts + 1 : 1,
    leaseUntil,
  };
}

/** The sync after what was heard of the seller; the very same where it has been given something newer. */
export function afterSync(
  sync: CreativeSync,
  sent: Pick<CreativeSync, "executionKey">,
  response: SellerResponse<readonly CreativeOutcome[]>,
  now: Date,
): CreativeSync {
  if (sync.state !== "open" || sync.executionKey !== sent.executionKey) return sync;
  const landed = { ...sync, leaseUntil: null };
  if (response.kind === "answered")
    return { ...landed, state: "done", outcomes: response.answer, error: null, syncedAt: now };
  if (response.kind === "silence") return { ...landed, error: response.message };
  return { ...landed, error: errorOf(response.errors).message, state: stateAfter(response.errors) };
}

function stateAfter(errors: readonly SellerError[]): "open" | "failed" {
  return isNotNow(errors) ? "open" : "failed";
}

export function refusedIn({ outcomes }: CreativeSync): readonly CreativeOutcome[] {
  return outcomes.filter(({ outcome, approval }) => outcome === "failed" || approval === "rejected");
}
