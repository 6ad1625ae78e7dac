import { compare } from "../../ground/kernel/money.ts";
import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import type { MediaBuyChange, PackageChange, SellerError } from "../../ground/seller-agent/index.ts";
import { type Buy, isDecided, launchOf, statusOf } from "./buy.ts";
import { checkFloor, checkMinimum } from "./check-new-buy.ts";
import { spentBy } from "./delivery.ts";
import { checkTargeting } from "./targeting/reach.ts";

const OVER = new Set(["completed", "rejected", "canceled"]);

/** Everything the publisher has against a change; empty where it makes it. Until it is decided on, there is no buy. */
export function checkChange(change: MediaBuyChange, history: readonly Buy[], now: Date): SellerError[] {
  const buy = history.at(-1);
  if (!buy || !isDecided(buy, now)) {
    return [refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${change.mediaBuyId}`, "media_buy_id")];
  }
  const status = statusOf(buy, now);
  if (OVER.has(status)) return [refusalWhenOver(change, status)];
  const packages = change.packages ?? [];
  return [
    ...checkStart(change.startTime, buy, now),
    ...checkEnd(change.endTime, buy, now),
    ...packages.flatMap((part, index) => checkPackage(part, history, `packages[${index}]`, now)),
  ];
}

export function refusalWhenOver(
  { canceled }: { readonly canceled?: boolean | undefined },
  status: string,
): SellerError {
  if (canceled) return refusal("NOT_CANCELLABLE", `a media buy that is ${status} cannot be canceled`);
  return refusal("INVALID_STATE", `a media buy that is ${status} cannot be changed`);
}

function checkStart(start: Date | undefined, buy: Buy, now: Date): SellerError[] {
  if (!start || (now < launchOf(buy) && start < buy.end)) return [];
  return [
    refusal("VALIDATION_ERROR", "a flight that has begun keeps its start, and starts before it ends", "start_time"),
  ];
}

function checkEnd(end: Date | undefined, buy: Buy, now: Date): SellerError[] {
  if (!end || (end > now && end > buy.start)) return [];
  return [refusal("VALIDATION_ERROR", "the end must be in the future, and after the start", "end_time")];
}

function checkPackage(change: PackageChange, history: readonly Buy[], path: string, now: Date): SellerError[] {
  const part = history.at(-1)?.packages.find(({ packageId }) => packageId === change.packageId);
  if (!part) return [refusal("PACKAGE_NOT_FOUND", `no package ${change.packageId}`, `${path}.package_id`)];
  if (part.canceled) return [refusal("INVALID_STATE", "this package was canceled", `${path}.package_id`)];
  const { budget, bidPrice, targeting } = change;
  const terms = [
    ...(part.auction && bidPrice !== undefined ? checkFloor(bidPrice, part.floorPrice, `${path}.bid_price`) : []),
    ...checkTargeting(targeting, part.countries, path),
  ];
  if (budget === undefined) return terms;
  const spent = spentBy(history, part.packageId, now);
  if (compare(budget, spent) < 0) {
    return [...terms, refusal("BUDGET_TOO_LOW", `${spent} of the budget is already spent`, `${path}.budget`)];
  }
  return [...terms, ...checkMinimum(budget, part.minSpend, `${path}.budget`)];
}
