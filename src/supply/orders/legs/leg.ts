import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type {
  MediaBuyOutcome,
  MediaBuyStatus,
  SellerError,
  SellerMediaBuy,
} from "../../../ground/seller-agent/index.ts";
import type { Leg } from "../order.ts";
import type { LegState } from "./leg-state.ts";

/** A leg's status according to its source. */
export interface LegStatus {
  readonly state: LegState;
  readonly sellerMediaBuyId: string | null;
  readonly sellerStatus: MediaBuyStatus | null;
  readonly taskId: string | null;
  readonly message: string | null;
  readonly errors: readonly SellerError[];
  /** Whether its source refused the creatives that it was sent, and waits for others. */
  readonly creativesRefused?: boolean;
}

/** When a leg entered this status, in ISO 8601, in the time of the seller's clock. */
export interface LegEvent extends Pick<LegStatus, "state" | "sellerStatus" | "message"> {
  readonly at: string;
  /** The code of the first error, if there was one. */
  readonly code: string | null;
}

const NOWHERE: Omit<LegStatus, "state"> = {
  sellerMediaBuyId: null,
  sellerStatus: null,
  taskId: null,
  message: null,
  errors: [],
};

export function statusAfter(outcome: MediaBuyOutcome): LegStatus {
  switch (outcome.kind) {
    case "done":
      return legStatusOf(outcome.mediaBuy);
    case "submitted":
      return { ...NOWHERE, state: "submitted", taskId: outcome.taskId, message: outcome.message };
    case "input_required":
      return { ...NOWHERE, state: "input_required", taskId: outcome.taskId, message: outcome.message };
    case "rejected":
      return rejectedWith(outcome.errors);
  }
}

export function legStatusOf({ mediaBuyId, status, waitingFor, creativesRefused }: SellerMediaBuy): LegStatus {
  const said = {
    sellerMediaBuyId: mediaBuyId,
    sellerStatus: status,
    message: waitingFor,
    creativesRefused: creativesRefused === true,
  };
  if (status !== "rejected") return { ...NOWHERE, ...said, state: "booked" };
  const message = waitingFor ?? "the seller rejected the media buy";
  return { ...NOWHERE, ...said, state: "rejected", errors: [refusal("MEDIA_BUY_REJECTED", message, null, "terminal")] };
}

export function rejectedWith(errors: readonly SellerError[]): LegStatus {
  const said =
    errors.length > 0 ? errors : [refusal("MEDIA_BUY_REJECTED", "the seller gave no reason", null, "terminal")];
  return { ...NOWHERE, state: "rejected", errors: said };
}

/** The buyer canceled it before any source had received it. */
export const WITHDRAWN: LegStatus = { ...NOWHERE, state: "canceled" };

export function failedWith(message: string): LegStatus {
  return { ...NOWHERE, state: "failed", message };
}

export function isUndecided({ state }: Leg): boolean {
  return state === "held" || state === "open" || state === "submitted" || state === "input_required";
}

/** Whether the storefront itself refused it, so that its source was never asked. */
export function isDeclined({ state, errors, sentAt }: Leg): boolean {
  return state === "rejected" && sentAt === null && errors.some(({ code }) => code === "STOREFRONT_REJECTED");
}

/** Whether its source has definitely refused it, and holds nothing. */
export function isRefused({ state, sellerMediaBuyId, taskId }: Leg): boolean {
  return state === "rejected" && sellerMediaBuyId === null && taskId === null;
}

const OVER: ReadonlySet<MediaBuyStatus | null> = new Set(["completed", "canceled", "rejected"]);

/** Whether its source holds a buy that can still be changed. */
export function isRunning({ state, sellerStatus }: Leg): boolean {
  return state === "booked" && !OVER.has(sellerStatus);
}
