import { mostAttemptsOf, POLICIES } from "../../../ground/dispatch/index.ts";
import { refusedIn } from "../creatives/creative-sync.ts";
import { isFrozen, type MediaBuy, type Party } from "../media-buy.ts";

/** Why a buy does not run: whom it is waiting for, since when, and what to do about it. */
export interface MediaBuyBlocker {
  /** Null if it is not waiting for anybody: the buy is over, or its flight has not begun. */
  readonly waitingOn: Party | null;
  readonly reason: string;
  readonly since: Date;
  readonly nextStep: string;
}

/** Null for a buy that is running. */
export function blockerOf(buy: MediaBuy, now: Date): MediaBuyBlocker | null {
  const said = isFrozen(buy) ? frozenReason(buy) : (BY_STATE[buy.status]?.(buy, now) ?? null);
  return said && { since: buy.since, ...said };
}

type BlockerInput = Omit<MediaBuyBlocker, "since"> & { readonly since?: Date };

const WAIT = "nothing: its seller is asked every hour";
const BUY_AGAIN = "change the selection and execute the campaign again: its products can be bought again";

const BY_STATE: Readonly<Record<MediaBuy["status"], (buy: MediaBuy, now: Date) => BlockerInput | null>> = {
  DRAFT: () => ({
    waitingOn: "buyer",
    reason: "it has not been sent to its seller yet",
    nextStep: "execute the campaign",
  }),
  PENDING_APPROVAL: ({ waitingFor, salesAgentName }) => ({
    waitingOn: "seller",
    reason: waitingFor ?? `${salesAgentName} has to decide on it`,
    nextStep: WAIT,
  }),
  INPUT_REQUIRED: approvalReason,
  ACTIVE: activeReason,
  PAUSED: () => ({ waitingOn: "buyer", reason: "it is paused", nextStep: "reactivate it" }),
  COMPLETED: () => ({ waitingOn: null, reason: "its flight is over", nextStep: "nothing" }),
  CANCELED: () => ({ waitingOn: null, reason: "it was canceled", nextStep: BUY_AGAIN }),
  REJECTED: ({ error }) => ({
    waitingOn: null,
    reason: error ? `its seller refused it: ${error.message}` : "its seller refused it",
    nextStep: BUY_AGAIN,
  }),
  FAILED: ({ error, salesAgentName }) => ({
    waitingOn: null,
    reason: `${salesAgentName} did not accept it in any of the attempts${error ? `: ${error.message}` : ""}`,
    nextStep: BUY_AGAIN,
  }),
  ARCHIVED: () => ({ waitingOn: null, reason: "it was deleted", nextStep: "nothing" }),
};

function approvalReason(buy: MediaBuy): BlockerInput {
  const { waitingFor, salesAgentName, sellerStatus } = buy;
  if (sellerStatus === "pending_creatives") return creativesReason(buy);
  const reason = waitingFor ?? `${salesAgentName} needs more from you`;
  return { waitingOn: "buyer", reason, nextStep: `send ${salesAgentName} what it asks for, or cancel the buy` };
}

function activeReason(buy: MediaBuy, now: Date): BlockerInput | null {
  if (buy.sellerStatus === "pending_creatives") return creativesReason(buy);
  if (buy.sellerStatus !== "pending_start") return idleReason(buy, now);
  const start = buy.flight.start.toISOString();
  return { waitingOn: null, reason: `it has been accepted, and its flight begins at ${start}`, nextStep: "nothing" };
}

/** What the buyer can fix comes before what others are working on. */
function creativesReason(buy: MediaBuy): BlockerInput {
  const { salesAgentName, campaignId, creatives, waitingFor } = buy;
  const at = `/campaigns/${campaignId}/creatives`;
  const { missing = [], state = "idle", error = null } = creatives ?? {};
  const [refused] = creatives ? refusedIn(creatives) : [];
  if (missing.length > 0) {
    const reason = `${salesAgentName} waits for creatives, and these formats are missing: ${missing.join(", ")}`;
    return { waitingOn: "buyer", reason, nextStep: `POST ${at}/create, one for each product, in one of these formats` };
  }
  if (refused) {
    const reason = `${salesAgentName} did not accept creative ${refused.creativeId}: ${refused.message ?? "it was rejected"}`;
    return { waitingOn: "buyer", reason, nextStep: `change it: PUT ${at}/${refused.creativeId}` };
  }
  if (state === "failed") {
    const reason = `${salesAgentName} did not accept its creatives: ${error ?? "it did not answer"}`;
    return { waitingOn: "buyer", reason, nextStep: `change a creative, and all are sent again: ${at}` };
  }
  if (buy.creativesRefused && waitingFor !== null && state !== "open")
    return { waitingOn: "buyer", reason: waitingFor, nextStep: `change the creative, or send another: ${at}` };
  if (state === "done") {
    const inItsWords = waitingFor === null || waitingFor === "creatives" ? "" : `: ${waitingFor}`;
    return { waitingOn: "seller", reason: `${salesAgentName} is reviewing the creatives${inItsWords}`, nextStep: WAIT };
  }
  if (state === "open") {
    const reason = `${salesAgentName} is being sent its creatives${error === null ? "" : `: ${error}`}`;
    return { waitingOn: "platform", reason, nextStep: "nothing: they are sent again automatically" };
  }
  return { waitingOn: "buyer", reason: `${salesAgentName} waits for creatives`, nextStep: `POST ${at}/create` };
}

/** A buy is running as long as one of its packages is. */
function idleReason({ packages, flight }: MediaBuy, now: Date): BlockerInput | null {
  const open = packages.filter(({ status }) => status === "active");
  if (open.length === 0 && packages.length > 0) {
    const nextStep = "reactivate it, or cancel it and buy again";
    return { waitingOn: "buyer", reason: "all of its packages are paused or canceled", nextStep };
  }
  if (open.some(({ startTime, endTime }) => (!startTime || startTime <= now) && (!endTime || endTime > now)))
    return null;
  const starts = open.map(({ startTime }) => startTime ?? flight.start);
  const next = starts.filter((start) => start > now).reduce<Date | null>((a, b) => (a && a < b ? a : b), null);
  const reason = next ? `it is between two pacing periods: the next begins at ${next.toISOString()}` : LAST_IS_OVER;
  return { waitingOn: null, reason, nextStep: "nothing" };
}

const LAST_IS_OVER = "its last pacing period is over, although its flight is not";

function frozenReason({ salesAgentName, error, submittedAt, attempts, mediaBuyId }: MediaBuy): BlockerInput {
  const since = submittedAt ? { since: submittedAt } : {};
  if (error?.code === "OUTCOME_UNKNOWN") {
    const nextStep = `ask ${salesAgentName} whether it holds a buy with the reference ${mediaBuyId}`;
    return { waitingOn: "buyer", reason: error.message, nextStep, ...since };
  }
  const reason = error
    ? `${salesAgentName} gave no decision: ${error.message}`
    : `it is being sent to ${salesAgentName}`;
  if (attempts >= mostAttemptsOf(POLICIES.mediaBuy)) {
    const nextStep = "execute the campaign again: the same buy is sent, and cannot be bought twice";
    return { waitingOn: "buyer", reason, nextStep, ...since };
  }
  const nextStep = "nothing: the same buy is sent again automatically, and cannot be bought twice";
  return { waitingOn: "platform", reason, nextStep, ...since };
}
