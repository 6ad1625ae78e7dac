import type { Progress } from "../../../ground/dispatch/index.ts";
import { lifecycle, stepped } from "../../../ground/kernel/lifecycle.ts";
import { refusal, rejected } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { MediaBuyChange, MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";

export type PartState = "open" | "submitted" | "input_required" | "made" | "refused" | "failed";

type PartStep = "submit" | "ask" | "make" | "refuse" | "fail";

export const partLife = lifecycle<PartState, PartStep>({
  noun: "part of a change",
  starts: ["open"],
  states: {
    open: "the leg's source was asked, and has not answered",
    submitted: "the source is deciding",
    input_required: "the source needs further input",
    made: "the source has made it",
    refused: "the source refused it, and its booking is unchanged",
    failed: "the source was asked as often as is safe: whether it has made it is unknown until it answers late",
  },
  // If a source says that it has made a change, that is true, whatever was assumed before.
  transitions: {
    submit: { open: "submitted", submitted: "submitted", input_required: "submitted" },
    ask: { open: "input_required", submitted: "input_required", input_required: "input_required" },
    make: { open: "made", submitted: "made", input_required: "made", refused: "made", failed: "made" },
    refuse: { open: "refused", submitted: "refused", input_required: "refused" },
    fail: { open: "failed" },
  },
});

const STEP: Readonly<Record<MediaBuyOutcome["kind"], PartStep>> = {
  submitted: "submit",
  input_required: "ask",
  done: "make",
  rejected: "refuse",
};

/** The part of a change for one leg's source, which knows it by a key that is the same for every repetition. */
export interface ChangePart extends Progress {
  readonly orderId: string;
  readonly idempotencyKey: string;
  readonly legId: string;
  readonly state: PartState;
  readonly asked: PartChange;
  /** The source's last answer; null if there is none yet. */
  readonly outcome: MediaBuyOutcome | null;
  /** Why it has not answered, if known. */
  readonly message: string | null;
  readonly sentAt: Date | null;
}

export interface PartChange {
  /** With the source's own ids and prices. */
  readonly change: MediaBuyChange;
  /** The positions of its packages in the buyer's request. */
  readonly positions: readonly number[];
}

export function newPart(
  { orderId, idempotencyKey, legId }: Pick<ChangePart, "orderId" | "idempotencyKey" | "legId">,
  asked: PartChange,
): ChangePart {
  const unasked = { attempts: 0, fence: 0, leaseUntil: null, sentAt: null, outcome: null, message: null };
  return { orderId, idempotencyKey, legId, asked, state: "open", ...unasked };
}

export function answeredWith(part: ChangePart, outcome: MediaBuyOutcome): ChangePart {
  return { ...part, outcome, message: null, state: stepped(partLife, STEP[outcome.kind], part.state) };
}

/** If a source never processed the part, it is certain that the change was not made. */
export function givenUp(part: ChangePart, message: string): ChangePart {
  if (part.sentAt) return inDoubt(part, message);
  return answeredWith(part, rejected(refusal("SERVICE_UNAVAILABLE", message, null, "transient")));
}

export function inDoubt(part: ChangePart, why: string): ChangePart {
  const message = `its source may have made this change (${why}): check the media buy, and request what is missing again`;
  const outcome = rejected(refusal("OUTCOME_UNKNOWN", message, null, "terminal"));
  return { ...part, outcome, message: why, state: stepped(partLife, "fail", part.state) };
}
