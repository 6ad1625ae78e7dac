import { lifecycle } from "../../../ground/kernel/lifecycle.ts";
import type {
  MediaBuyOutcome,
  MediaBuyStatus,
  SellerError,
  SellerMediaBuy,
} from "../../../ground/seller-agent/index.ts";
import type { Leg } from "../order.ts";
import { refusal } from "../refusal.ts";

export type LegState = "held" | "open" | "submitted" | "input_required" | "booked" | "rejected" | "failed" | "canceled";

type LegStep =
  | "hold"
  | "approve"
  | "decline"
  | "withdraw"
  | "submit"
  | "ask"
  | "book"
  | "reject"
  | "fail"
  | "find unsold"
  | "forward again";

export const legLife = lifecycle<LegState, LegStep>({
  noun: "leg of an order",
  starts: ["open"],
  states: {
    held: "the storefront's people have to approve of the order, and no source hears of it before that",
    open: "its source is asked, and has not answered",
    submitted: "its source decides on it",
    input_required: "its source wants something more",
    booked: "its source holds it; what has become of it since is the source's own status",
    rejected: "its source refused it, or the storefront did before any source heard of it",
    failed:
      "its source was asked as often as is safe: whether it bought is unknown until it answers late, or the storefront's people have asked its own",
    canceled: "its buyer took it back before any source had heard of it",
  },
  // That a source holds a leg, or decides on it, is true whatever was thought of the leg before.
  transitions: {
    hold: { open: "held" },
    approve: { held: "open" },
    decline: { held: "rejected" },
    withdraw: { held: "canceled" },
    submit: { open: "submitted", input_required: "submitted", failed: "submitted", rejected: "submitted" },
    ask: { open: "input_required", submitted: "input_required", failed: "input_required", rejected: "input_required" },
    book: { open: "booked", submitted: "booked", input_required: "booked", failed: "booked", rejected: "booked" },
    reject: { open: "rejected", submitted: "rejected", input_required: "rejected" },
    fail: { open: "failed" },
    "find unsold": { failed: "rejected" },
    "forward again": { rejected: "open" },
  },
});

/** Where a leg stands by its source's word. */
export interface LegStanding {
  readonly state: LegState;
  readonly sellerMediaBuyId: string | null;
  readonly sellerStatus: MediaBuyStatus | null;
  readonly taskId: string | null;
  readonly message: string | null;
  readonly errors: readonly SellerError[];
}

/** When a leg came to stand where it stood, in ISO 8601 by the seller's clock. */
export interface LegEvent extends Pick<LegStanding, "state" | "sellerStatus" | "message"> {
  readonly at: string;
  /** Of the first error, where there was one. */
  readonly code: string | null;
}

const NOWHERE: Omit<LegStanding, "state"> = {
  sellerMediaBuyId: null,
  sellerStatus: null,
  taskId: null,
  message: null,
  errors: [],
};

export function standingAfter(outcome: MediaBuyOutcome): LegStanding {
  switch (outcome.kind) {
    case "done":
      return standingOf(outcome.mediaBuy);
    case "submitted":
      return { ...NOWHERE, state: "submitted", taskId: outcome.taskId, message: outcome.message };
    case "input_required":
      return { ...NOWHERE, state: "input_required", taskId: outcome.taskId, message: outcome.message };
    case "rejected":
      return rejectedWith(outcome.errors);
  }
}

export function standingOf({ mediaBuyId, status, waitingFor }: SellerMediaBuy): LegStanding {
  const said = { sellerMediaBuyId: mediaBuyId, sellerStatus: status, message: waitingFor };
  if (status !== "rejected") return { ...NOWHERE, ...said, state: "booked" };
  const message = waitingFor ?? "the seller rejected the media buy";
  return { ...NOWHERE, ...said, state: "rejected", errors: [refusal("MEDIA_BUY_REJECTED", message, null, "terminal")] };
}

export function rejectedWith(errors: readonly SellerError[]): LegStanding {
  const said =
    errors.length > 0 ? errors : [refusal("MEDIA_BUY_REJECTED", "the seller gave no reason", null, "terminal")];
  return { ...NOWHERE, state: "rejected", errors: said };
}

/** The buyer took it back before any source had heard of it. */
export const WITHDRAWN: LegStanding = { ...NOWHERE, state: "canceled" };

export function failedWith(message: string): LegStanding {
  return { ...NOWHERE, state: "failed", message };
}

export function isUndecided({ state }: Leg): boolean {
  return state === "held" || state === "open" || state === "submitted" || state === "input_required";
}

/** Whether the storefront itself has refused it, so that its source was never asked. */
export function isDeclined({ state, errors, sentAt }: Leg): boolean {
  return state === "rejected" && sentAt === null && errors.some(({ code }) => code === "STOREFRONT_REJECTED");
}

/** Whether its source has refused it for certain, and holds nothing of it. */
export function isRefused({ state, sellerMediaBuyId, taskId }: Leg): boolean {
  return state === "rejected" && sellerMediaBuyId === null && taskId === null;
}

const OVER: ReadonlySet<MediaBuyStatus | null> = new Set(["completed", "canceled", "rejected"]);

/** Whether its source holds a buy that can still be changed. */
export function isRunning({ state, sellerStatus }: Leg): boolean {
  return state === "booked" && !OVER.has(sellerStatus);
}
