import { createHash } from "node:crypto";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { wallOf } from "../../../ground/kernel/context.ts";
import { SellerRefused } from "../../../ground/seller-agent/index.ts";
import { refusal } from "../../orders/index.ts";
import type { Caller } from "../caller.ts";
import { findAnswer, keepAnswer } from "./store.ts";

/** A week is the most that AdCP 3.1 lets a seller promise. */
const KEPT_MS = 7 * DAY_MS;

export interface KeyedCall {
  readonly tool: string;
  readonly idempotencyKey: string;
  /** As it was sent. */
  readonly request: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly answer: Readonly<Record<string, unknown>>;
  /** Whether it was given before. */
  readonly replayed: boolean;
}

/**
 * Answers a write with what the first call under its key was answered. Only a success is kept: what was refused may be asked
 * again. Throws `SellerRefused` for a key that another request used; that one's words are not told.
 */
export async function answerOnce(
  { side, ...caller }: Caller,
  call: KeyedCall,
  work: () => Promise<Answer["answer"]>,
): Promise<Answer> {
  const requestHash = hashOf(call);
  const { idempotencyKey } = call;
  const recall = () =>
    side.read((ctx) => findAnswer(ctx.db, side.customerId, { ...caller, idempotencyKey }, wallOf(ctx)));
  const replay = (known: { readonly requestHash: string; readonly answer: Answer["answer"] }): Answer => {
    if (known.requestHash === requestHash) return { answer: known.answer, replayed: true };
    const message = "idempotency_key: it was used for another request: send this one under a key of its own";
    throw new SellerRefused("the storefront", [refusal("IDEMPOTENCY_CONFLICT", message, "idempotency_key")]);
  };
  const known = await recall();
  if (known) return replay(known);
  const answer = await work();
  const kept = await side.write((ctx) => {
    const wall = wallOf(ctx);
    const kept = { ...caller, idempotencyKey, requestHash, answer };
    return keepAnswer(ctx.db, side.customerId, kept, { wall, expiresAt: after(wall, KEPT_MS) });
  });
  // Of two that came with the key at once, the later one is told what the first was.
  const first = kept ? undefined : await recall();
  return first ? replay(first) : { answer, replayed: false };
}

/** What AdCP leaves out when it compares two requests (3.1, Idempotency), and the release they are spoken in. */
const BACKGROUND_TASK: ReadonlySet<string> = new Set([
  "idempotency_key",
  "context",
  "governance_context",
  "push_notification_config",
  "adcp_version",
  "adcp_major_version",
]);

function hashOf({ tool, request }: KeyedCall): string {
  const compared = Object.entries(request).filter(([name]) => !BACKGROUND_TASK.has(name));
  return createHash("sha256")
    .update(JSON.stringify([tool, inOrder(Object.fromEntries(compared))]))
    .digest("hex");
}

/** The same value with the keys of every object in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
}
