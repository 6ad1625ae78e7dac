import { after, HOUR_MS } from "../../ground/kernel/clock.ts";
import type { MediaBuyStatus, SellerMediaBuy } from "../../ground/seller-agent/index.ts";
import type { Changed, Created, Entry, SoldPackage, Synced } from "./ledger/entry.ts";

export interface BuyPackage extends Omit<SoldPackage, "paused"> {
  readonly paused: boolean;
  readonly canceled: boolean;
  readonly creativeIds: readonly string[];
  /** Since when it has had a creative; null where it has none. */
  readonly creativesSince: Date | null;
}

/** A media buy as it stood from one instant until the next version. */
export interface Buy {
  readonly since: Date;
  readonly mediaBuyId: string;
  /** When the publisher's decision falls, and why it is no. */
  readonly decidedAt: Date;
  readonly rejectReason: string | null;
  readonly start: Date;
  readonly end: Date;
  readonly paused: boolean;
  readonly canceled: boolean;
  readonly packages: readonly BuyPackage[];
  /** How long the publisher looks at creatives; null where nothing waits for them. */
  readonly reviewMs: number | null;
  /** It was active before: from there none goes back to waiting, whatever it has left to show (AdCP 3.1, media-buy-status). */
  readonly hasRun: boolean;
}

/** Every version of a buy, oldest first; empty where there is no buy. */
export function historyOf(entries: readonly Entry[]): readonly Buy[] {
  const history: Buy[] = [];
  for (const entry of entries) {
    const last = history.at(-1);
    if (entry.type === "created") history.push(created(entry));
    // Of a cancellation and a change that met in the ledger, the cancellation is the buy's last word.
    else if (last && !last.canceled) history.push(changed(last, entry.type === "synced" ? assigned(entry) : entry));
  }
  return history;
}

/** Assignments that come with creatives are a change to the packages that they name. */
function assigned({ packages, ...entry }: Synced): Changed {
  return { ...entry, type: "changed", packages };
}

function created({ mediaBuyId, at, start, end, approval, packages, reviewHours, paused }: Created): Buy {
  return {
    since: at,
    mediaBuyId,
    decidedAt: approval.mode === "manual" ? after(at, approval.hours * HOUR_MS) : at,
    rejectReason: rejectReasonOf(approval),
    start,
    end,
    paused: paused ?? false,
    canceled: false,
    packages: packages.map((sold) => {
      return { ...sold, paused: sold.paused ?? false, canceled: false, creativeIds: [], creativesSince: null };
    }),
    reviewMs: reviewHours === undefined ? null : reviewHours * HOUR_MS,
    hasRun: false,
  };
}

function rejectReasonOf(approval: Created["approval"]): string | null {
  if (approval.mode === "reject") return approval.reason;
  return approval.mode === "manual" ? (approval.rejectReason ?? null) : null;
}

function changed(buy: Buy, { at, startTime, endTime, paused, canceled, packages = [] }: Changed): Buy {
  return {
    ...buy,
    // A caller whose clock lags must not reach back behind what has been reported.
    since: later(at, buy.since),
    hasRun: buy.hasRun || statusOf(buy, at) === "active",
    start: startTime ?? buy.start,
    end: endTime ?? buy.end,
    paused: paused ?? buy.paused,
    canceled: canceled ?? buy.canceled,
    packages: buy.packages.map((part) => {
      const change = packages.find(({ packageId }) => packageId === part.packageId);
      return {
        ...part,
        budget: change?.budget ?? part.budget,
        // What a fixed price was sold at is not the buyer's to change.
        price: part.auction ? (change?.bidPrice ?? part.price) : part.price,
        pacing: change?.pacing ?? part.pacing,
        paused: change?.paused ?? part.paused,
        canceled: part.canceled || change?.canceled === true,
        startTime: change?.startTime ?? part.startTime,
        endTime: change?.endTime ?? part.endTime,
        targeting: change?.targeting ?? part.targeting,
        ...shownAfter(part, change?.creativeIds, at),
      };
    }),
  };
}

/** What a package shows after a change; unchanged creatives are not reviewed again. */
function shownAfter({ creativeIds, creativesSince }: BuyPackage, asked: readonly string[] | undefined, at: Date) {
  if (!asked) return { creativeIds, creativesSince };
  return { creativeIds: asked, creativesSince: asked.length > 0 ? (creativesSince ?? at) : null };
}

/** When it may begin to deliver: a flight that began before the decision is not made up for. */
export function launchOf(buy: Buy): Date {
  return later(buy.start, buy.decidedAt);
}

/** When a package may deliver: as long as its buy, unless it was sold for a part of that, and not before it has a creative. */
export function windowOf(buy: Buy, part: BuyPackage): { readonly start: Date; readonly end: Date } {
  const { startTime, endTime } = part;
  const end = endTime && endTime < buy.end ? endTime : buy.end;
  const start = startTime ? later(startTime, launchOf(buy)) : launchOf(buy);
  return { start: later(start, readyAt(buy, part) ?? end), end };
}

/** When what a package shows is approved; null while it has nothing to show and waits for it. */
function readyAt({ reviewMs, decidedAt }: Buy, { creativesSince }: BuyPackage): Date | null {
  if (reviewMs === null) return decidedAt;
  return creativesSince && after(creativesSince, reviewMs);
}

/** Whether a package does not deliver because a creative is missing. */
function waitsForCreatives(buy: Buy, now: Date): boolean {
  return buy.packages.some((part) => {
    const ready = readyAt(buy, part);
    return !part.canceled && (ready === null || ready > now);
  });
}

export function statusOf(buy: Buy, now: Date): MediaBuyStatus {
  if (buy.rejectReason !== null) return "rejected";
  if (buy.canceled) return "canceled";
  if (now >= buy.end) return "completed";
  if (buy.paused) return "paused";
  if (!buy.hasRun && isDecided(buy, now) && waitsForCreatives(buy, now)) return "pending_creatives";
  return now < launchOf(buy) ? "pending_start" : "active";
}

export function isDecided(buy: Buy, now: Date): boolean {
  return now >= buy.decidedAt;
}

export function toSellerMediaBuy(buy: Buy, now: Date): SellerMediaBuy {
  const { mediaBuyId, packages } = buy;
  const status = statusOf(buy, now);
  return {
    mediaBuyId,
    status,
    waitingFor: status === "pending_creatives" ? "creatives" : null,
    packages: packages.map(({ packageId, buyerRef, productId, budget, paused, canceled }) => ({
      packageId,
      buyerRef,
      productId,
      budget,
      paused,
      ...(canceled && { canceled }),
    })),
  };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
