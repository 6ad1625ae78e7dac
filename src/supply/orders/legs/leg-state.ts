import { lifecycle } from "../../../ground/kernel/lifecycle.ts";

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
    held: "the storefront's people have to approve the order, which is not sent to any source before that",
    open: "its source was asked, and has not answered",
    submitted: "its source is deciding",
    input_required: "its source needs further input",
    booked: "its source has booked it; its further progress is in the source's own status",
    rejected: "its source refused it, or the storefront did before it was sent",
    failed:
      "its source was asked as often as is safe: whether it bought is unknown until it answers, or until the storefront's people find out",
    canceled: "its buyer withdrew it before it was sent to any source",
  },
  // If a source holds a leg or is deciding on it, that is true, whatever was assumed before.
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
