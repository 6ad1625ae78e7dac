import type { Progress } from "../../ground/dispatch/index.ts";
import { can, nextState } from "../../ground/kernel/lifecycle.ts";
import type {
  BuyerIdentity,
  FlightDates,
  HonouredDimensions,
  MediaBuyStatus,
  SellerMediaBuy,
  Targeting,
} from "../../ground/seller-agent/index.ts";
import type { Change } from "./changes/change.ts";
import type { CreativeSync } from "./creatives/creative-sync.ts";
import { type BuyStep, type MediaBuyState, TRANSITIONS } from "./media-buy-state.ts";
import { matched, type Package } from "./packages/package.ts";

export type Party = "buyer" | "seller" | "platform";

/** A campaign's buy at one seller. */
export interface MediaBuy extends Progress {
  readonly mediaBuyId: string;
  readonly campaignId: string;
  readonly advertiserId: number;
  readonly salesAgentId: string;
  readonly salesAgentName: string;
  readonly storefrontId: number | null;
  readonly name: string;
  /** Whether the buyer chose the name or the dates; otherwise a draft takes them from its campaign. */
  readonly isNamedByBuyer: boolean;
  readonly isTimedByBuyer: boolean;
  readonly status: MediaBuyState;
  /** When the buy entered its current status. */
  readonly since: Date;
  /** Created with the buy and never changed: the idempotency key under which the seller knows it. */
  readonly executionKey: string;
  readonly flight: FlightDates;
  /** When it was first sent, whatever the result. */
  readonly submittedAt: Date | null;
  /** The buyer identity under which it was first sent. */
  readonly buyer: BuyerIdentity | null;
  /** Whether a request went unanswered, so that the seller may hold a buy that we do not know of. */
  readonly inDoubt: boolean;
  /** Since when the buy has been in doubt, in wall-clock time. */
  readonly sentAt: Date | null;
  /** The targeting that the campaign requested when it was last drafted. Only what the seller honours is sent. */
  readonly targeting: Targeting;
  /** The targeting that the seller said it honours before it was sent anything; null if it has not been asked. */
  readonly honoured: HonouredDimensions | null;
  readonly sellerMediaBuyId: string | null;
  readonly sellerStatus: MediaBuyStatus | null;
  readonly taskId: string | null;
  readonly waitingOn: Party | null;
  readonly waitingFor: string | null;
  /** Whether the seller refused the creatives that it was sent and waits for others. */
  readonly creativesRefused: boolean;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** How many times the seller has been called since its last answer. */
  readonly attempts: number;
  /** The number of writes so far. */
  readonly revision: number;
  readonly nextCheckAt: Date | null;
  readonly checkedAt: Date | null;
  /** The last day, `YYYY-MM-DD`, of those whose delivery will no longer be corrected. */
  readonly deliveredThrough: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly packages: readonly Package[];
  /** The change that was requested from the seller and is not done yet. */
  readonly pending: Change | null;
  /** The creatives sent to the seller; null before any were sent. */
  readonly creatives: CreativeSync | null;
}

const TERMINAL: ReadonlySet<MediaBuyState> = new Set(["COMPLETED", "CANCELED", "FAILED", "REJECTED", "ARCHIVED"]);

/** Whether its money is spent or returned: it can never become active again, and its products can be bought again. */
export function isTerminal({ status }: Pick<MediaBuy, "status">): boolean {
  return TERMINAL.has(status);
}

/** Whether it is booked at the seller: running, or paused and able to resume. */
export function isLive({ status }: Pick<MediaBuy, "status">): boolean {
  return status === "ACTIVE" || status === "PAUSED";
}

/** A draft that was sent, but whose outcome is unknown or preliminary: only the identical buy may be sent again. */
export function isFrozen({ status, submittedAt }: Pick<MediaBuy, "status" | "submittedAt">): boolean {
  return status === "DRAFT" && submittedAt !== null;
}

export function canTake(step: BuyStep, { status }: Pick<MediaBuy, "status">): boolean {
  return can(TRANSITIONS, step, status);
}

/** The buy after a step, no longer waiting for anybody; throws `InvalidState` if the table has no such step. */
export function afterStep(buy: MediaBuy, step: BuyStep, now: Date): MediaBuy {
  const status = nextState(TRANSITIONS, step, buy.status, "media buy");
  return { ...buy, status, since: now, waitingOn: null, waitingFor: null, updatedAt: now };
}

/** The steps that lead to a seller's status; steps that are not possible are skipped. */
const LEADING: Readonly<Record<MediaBuyStatus, readonly BuyStep[]>> = {
  pending_creatives: ["ask"],
  pending_start: ["accept", "resume"],
  active: ["accept", "resume"],
  paused: ["accept", "pause"],
  completed: ["accept", "complete"],
  canceled: ["accept", "cancel"],
  rejected: ["reject"],
};

/** The buy with the status that its seller reports. */
export function withSellerStatus(buy: MediaBuy, said: SellerMediaBuy, now: Date): MediaBuy {
  const steps = LEADING[said.status];
  const moved = steps.reduce((at, step) => (canTake(step, at) ? afterStep(at, step, now) : at), buy);
  const waits = moved.status === "INPUT_REQUIRED";
  return {
    ...moved,
    since: moved.status === buy.status ? buy.since : now,
    sellerMediaBuyId: said.mediaBuyId,
    sellerStatus: said.status,
    waitingOn: waits ? "buyer" : null,
    waitingFor: waits ? (said.waitingFor ?? "creatives") : null,
    creativesRefused: said.creativesRefused ?? false,
    error:
      said.status === "rejected" ? { code: "REJECTED", message: said.waitingFor ?? "the seller gave no reason" } : null,
    packages: matched(moved.packages, said.packages),
  };
}

/** Whether no seller has received this draft, so that everything about it can still change. */
export function isUnsent({ status, submittedAt }: Pick<MediaBuy, "status" | "submittedAt">): boolean {
  return status === "DRAFT" && submittedAt === null;
}
