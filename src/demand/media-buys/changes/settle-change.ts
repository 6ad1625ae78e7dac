import type { MediaBuyOutcome, SellerError, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import type { SellerResponse } from "../ask-seller.ts";
import { nextCheckOf } from "../checks/next-check.ts";
import type { MediaBuy } from "../media-buy.ts";
import { matched } from "../packages/package.ts";
import { errorOf, isNotNow } from "../refusal.ts";
import { afterChange, type Change } from "./change.ts";

/** How often a change is sent before it fails. */
const MOST_ATTEMPTS = 8;

interface Held {
  readonly buy: MediaBuy;
  readonly change: Change;
}

/** The change and its buy after what was heard of the seller; the very same where something newer is known. */
export function settleChange(held: Held, attempt: number, reply: SellerResponse<MediaBuyOutcome>, now: Date): Held {
  const { buy, change } = held;
  if (change.state !== "open") return held;
  const landed = { ...change, leaseUntil: null };
  const isDone = reply.kind === "answered" && reply.answer.kind === "done";
  // That it was done is true whoever hears it; anything else is for the latest attempt to say.
  if (!isDone && change.attempts !== attempt) return held;
  if (reply.kind === "silence") return triedInVain(buy, landed, reply.message, now);
  if (reply.kind === "refused") return refusedFor(buy, landed, reply.errors, now);
  const { answer } = reply;
  switch (answer.kind) {
    case "done":
      return { change: { ...landed, state: "done", error: null }, buy: made(buy, change, answer.mediaBuy, now) };
    case "submitted": {
      const error = answer.message ?? `${buy.salesAgentName} decides on it`;
      return { buy, change: { ...landed, taskId: answer.taskId, attempts: 1, error } };
    }
    case "input_required":
      return { buy, change: { ...landed, state: "refused", error: answer.message } };
    case "rejected":
      return refusedFor(buy, landed, answer.errors, now);
  }
}

function made(buy: MediaBuy, change: Change, said: SellerMediaBuy, now: Date): MediaBuy {
  const stands = afterChange(buy, change, now);
  const sent = {
    ...stands,
    sellerStatus: said.status,
    packages: matched(stands.packages, said.packages),
    updatedAt: now,
  };
  return { ...sent, nextCheckAt: nextCheckOf(sent, now) };
}

function refusedFor(buy: MediaBuy, change: Change, errors: readonly SellerError[], now: Date): Held {
  const { message } = errorOf(errors);
  if (isNotNow(errors)) return triedInVain(buy, change, message, now);
  return { change: { ...change, state: "refused", error: message }, buy: suspect(buy, now) };
}

function triedInVain(buy: MediaBuy, change: Change, error: string, now: Date): Held {
  if (change.attempts < MOST_ATTEMPTS) return { buy, change: { ...change, error } };
  return { change: { ...change, state: "failed", error }, buy: suspect(buy, now) };
}

/** Our picture of the buy may be wrong: its seller is asked at once. */
function suspect(buy: MediaBuy, now: Date): MediaBuy {
  return buy.nextCheckAt === null ? buy : { ...buy, nextCheckAt: now };
}
