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
    held: "the storefront's people have to approve the order, and no source hears of it before that",
    open: "its source is asked, and has not answered",
    submitted: "its source decides on it",
    input_required: "its source wants something more",
    booked: "its source holds it; what has become of it since is the source's own status",
    rejected: "its source refused it, or the storefront did before any source heard of it",
    failed:
      "its source was asked as often as is safe: whether it bought is unknown until it answers, or until the storefront's people ask the people there",
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
