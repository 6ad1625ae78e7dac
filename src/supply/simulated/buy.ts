import { after, HOUR_MS } from "../../ground/kernel/clock.ts";
import type { MediaBuyStatus, SellerMediaBuy } from "../../ground/seller-agent/index.ts";
import type { Changed, Created, Entry, SoldPackage } from "./ledger/entry.ts";

export interface BuyPackage extends SoldPackage {
  readonly paused: boolean;
  readonly canceled: boolean;
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
}

/** Every version of a buy, oldest first; empty where there is no buy. */
export function historyOf(entries: readonly Entry[]): readonly Buy[] {
  const history: Buy[] = [];
  for (const entry of entries) {
    const last = history.at(-1);
    if (entry.type === "created") history.push(created(entry));
    // Of a cancellation and a change that met in the ledger, the cancellation is the buy's last word.
    else if (last && !last.canceled) history.push(changed(last, entry));
  }
  return history;
}

function created({ mediaBuyId, at, start, end, approval, packages }: Created): Buy {
  return {
    since: at,
    mediaBuyId,
    decidedAt: approval.mode === "manual" ? after(at, approval.hours * HOUR_MS) : at,
    rejectReason: rejectReasonOf(approval),
    start,
    end,
    paused: false,
    canceled: false,
    packages: packages.map((sold) => ({ ...sold, paused: false, canceled: false })),
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
      };
    }),
  };
}

/** When it may begin to deliver: a flight that began before the decision is not made up for. */
export function launchOf(buy: Buy): Date {
  return later(buy.start, buy.decidedAt);
}

/** When a package may deliver: as long as its buy, unless it was sold for a part of that. */
export function windowOf(buy: Buy, { startTime, endTime }: BuyPackage): { readonly start: Date; readonly end: Date } {
  return {
    start: startTime ? later(startTime, launchOf(buy)) : launchOf(buy),
    end: endTime && endTime < buy.end ? endTime : buy.end,
  };
}

export function statusOf(buy: Buy, now: Date): MediaBuyStatus {
  if (buy.rejectReason !== null) return "rejected";
  if (buy.canceled) return "canceled";
  if (now >= buy.end) return "completed";
  if (buy.paused) return "paused";
  return now < launchOf(buy) ? "pending_start" : "active";
}

export function isDecided(buy: Buy, now: Date): boolean {
  return now >= buy.decidedAt;
}

export function toSellerMediaBuy(buy: Buy, now: Date): SellerMediaBuy {
  const { mediaBuyId, packages } = buy;
  return {
    mediaBuyId,
    status: statusOf(buy, now),
    waitingFor: null,
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
