import type { Progress } from "../../ground/dispatch/index.ts";
import { can, take } from "../../ground/kernel/lifecycle.ts";
import type {
  BuyerIdentity,
  FlightDates,
  Honoured,
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
  /** Whether the buyer gave it its name, or its dates; otherwise a draft's follow its campaign's. */
  readonly isNamedByBuyer: boolean;
  readonly isTimedByBuyer: boolean;
  readonly status: MediaBuyState;
  /** When it came into its status. */
  readonly since: Date;
  /** Created with the buy and never changed: the seller knows it by this key. */
  readonly executionKey: string;
  readonly flight: FlightDates;
  /** When it was first sent, whatever the result. */
  readonly submittedAt: Date | null;
  /** As whom it was first sent. */
  readonly buyer: BuyerIdentity | null;
  /** A request was not answered, so the seller may hold a buy that we do not know of. */
  readonly inDoubt: boolean;
  /** In real time: since when it is in doubt. */
  readonly sentAt: Date | null;
  /** What its campaign requested when it was last drafted. Only what the seller honours is sent. */
  readonly targeting: Targeting;
  /** What the seller said it honours, before it was sent anything; null if it has not been asked. */
  readonly honoured: Honoured | null;
  readonly sellerMediaBuyId: string | null;
  readonly sellerStatus: MediaBuyStatus | null;
  readonly taskId: string | null;
  readonly waitingOn: Party | null;
  readonly waitingFor: string | null;
  /** Its seller waits for other creatives, having refused those that it was sent. */
  readonly creativesRefused: boolean;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** How often the seller was called since its last answer. */
  readonly attempts: number;
  /** Counts the writes. */
  readonly revision: number;
  readonly nextCheckAt: Date | null;
  readonly checkedAt: Date | null;
  /** The last day, `YYYY-MM-DD`, up to which delivery will not be corrected any more. */
  readonly deliveredThrough: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly packages: readonly Package[];
  /** Requested from its seller and not done yet. */
  readonly pending: Change | null;
  /** What its seller was sent to show; null before it was first sent. */
  readonly creatives: CreativeSync | null;
}

const TERMINAL: ReadonlySet<MediaBuyState> = new Set(["COMPLETED", "CANCELED", "FAILED", "REJECTED", "ARCHIVED"]);

/** Its money is spent or returned: it can never be active again, and its products can be bought again. */
export function isTerminal({ status }: Pick<MediaBuy, "status">): boolean {
  return TERMINAL.has(status);
}

/** Booked at the seller: running, or paused and able to run again. */
export function isLive({ status }: Pick<MediaBuy, "status">): boolean {
  return status === "ACTIVE" || status === "PAUSED";
}

/** A sent draft, with an unknown or preliminary outcome: only the same buy may be sent again. */
export function isFrozen({ status, submittedAt }: Pick<MediaBuy, "status" | "submittedAt">): boolean {
  return status === "DRAFT" && submittedAt !== null;
}

export function canTake(step: BuyStep, { status }: Pick<MediaBuy, "status">): boolean {
  return can(TRANSITIONS, step, status);
}

/** The buy after a step, waiting for nobody; throws `InvalidState` if the table has no such step. */
export function afterStep(buy: MediaBuy, step: BuyStep, now: Date): MediaBuy {
  const status = take(TRANSITIONS, step, buy.status, "media buy");
  return { ...buy, status, since: now, waitingOn: null, waitingFor: null, updatedAt: now };
}

/** The steps to the seller's status of the buy; those that are not possible are left out. */
const LEADING: Readonly<Record<MediaBuyStatus, readonly BuyStep[]>> = {
  pending_creatives: ["ask"],
  pending_start: ["accept", "resume"],
  active: ["accept", "resume"],
  paused: ["accept", "pause"],
  completed: ["accept", "complete"],
  canceled: ["accept", "cancel"],
  rejected: ["reject"],
};

/** The buy with its seller's status. */
export function asTheSellerSays(buy: MediaBuy, said: SellerMediaBuy, now: Date): MediaBuy {
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

/** A draft that no seller has received: everything about it can still change. */
export function isUnsent({ status, submittedAt }: Pick<MediaBuy, "status" | "submittedAt">): boolean {
  return status === "DRAFT" && submittedAt === null;
}
