import { lifecycle, type Transitions } from "../../ground/kernel/lifecycle.ts";

export const STATES = [
  "DRAFT",
  "PENDING_APPROVAL",
  "INPUT_REQUIRED",
  "ACTIVE",
  "PAUSED",
  "COMPLETED",
  "CANCELED",
  "FAILED",
  "REJECTED",
  "ARCHIVED",
] as const;
export type MediaBuyState = (typeof STATES)[number];
/** Buyer contract g.1. A frozen draft, i.e. one that was sent, cannot be archived: see `isFrozen`. */
const table = {
  accept: { DRAFT: "ACTIVE", PENDING_APPROVAL: "ACTIVE", INPUT_REQUIRED: "ACTIVE" },
  hold: { DRAFT: "PENDING_APPROVAL", INPUT_REQUIRED: "PENDING_APPROVAL" },
  ask: { DRAFT: "INPUT_REQUIRED", PENDING_APPROVAL: "INPUT_REQUIRED" },
  reject: {
    DRAFT: "REJECTED",
    PENDING_APPROVAL: "REJECTED",
    INPUT_REQUIRED: "REJECTED",
    ACTIVE: "REJECTED",
    PAUSED: "REJECTED",
  },
  fail: { DRAFT: "FAILED" },
  pause: { ACTIVE: "PAUSED" },
  resume: { PAUSED: "ACTIVE" },
  complete: { ACTIVE: "COMPLETED", PAUSED: "COMPLETED" },
  cancel: { ACTIVE: "CANCELED", PAUSED: "CANCELED", PENDING_APPROVAL: "CANCELED", INPUT_REQUIRED: "CANCELED" },
  archive: {
    DRAFT: "ARCHIVED",
    COMPLETED: "ARCHIVED",
    CANCELED: "ARCHIVED",
    FAILED: "ARCHIVED",
    REJECTED: "ARCHIVED",
  },
} as const satisfies Transitions<MediaBuyState, string>;
export type BuyStep = keyof typeof table;
export const TRANSITIONS: Transitions<MediaBuyState, BuyStep> = table;

export const mediaBuyLife = lifecycle({
  noun: "media buy",
  starts: ["DRAFT"],
  states: {
    DRAFT: "it has not been sent to its seller, or the seller has not answered",
    PENDING_APPROVAL: "its seller is deciding",
    INPUT_REQUIRED: "its seller needs further input from the buyer",
    ACTIVE: "booked: it runs, or will run when its flight begins",
    PAUSED: "booked, and stopped until it is resumed",
    COMPLETED: "its flight is over",
    CANCELED: "it was withdrawn",
    FAILED: "all attempts to send it failed, and its seller certainly holds nothing",
    REJECTED: "its seller refused it",
    ARCHIVED: "it is kept, and no longer listed",
  },
  transitions: TRANSITIONS,
});
