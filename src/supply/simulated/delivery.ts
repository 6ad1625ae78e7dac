import { dayOf, daysBetween, HOUR_MS } from "../../ground/kernel/clock.ts";
import { add, compare, type Decimal, decimalOf, ratio, subtract, times } from "../../ground/kernel/money.ts";
import type { DeliveryRow, Pacing } from "../../ground/seller-agent/index.ts";
import { type Buy, type BuyPackage, launchOf, windowOf } from "./buy.ts";
import { VOCABULARY } from "./catalogue/vocabulary.ts";
import { between, seeded } from "./seeded.ts";
import { reachOf } from "./targeting/reach.ts";

interface Delivered {
  readonly impressions: number;
  readonly spend: Decimal;
}

/** With a share `rest` of the time still to go, `rest ** FALL[pacing]` of the goal is still to be delivered. */
const FALL: Readonly<Record<Pacing, number>> = { even: 1, front_loaded: 1.6, asap: 4 };

/**
 * What a buy has delivered by `now`, a row for every package and day that it was in flight. Whole hours count, and
 * what an hour delivers depends only on what was known in it: so a row of the past never changes, and a later `now`
 * only ever adds.
 */
export function deliveryOf(history: readonly Buy[], firstDay: string, lastDay: string, now: Date): DeliveryRow[] {
  const buy = history.at(-1);
  if (!buy || buy.rejectReason !== null || launchOf(buy) >= now) return [];
  const over = new Date(Math.min(now.getTime(), buy.end.getTime(), buy.canceled ? buy.since.getTime() : Infinity) - 1);
  const days = daysBetween(dayOf(launchOf(buy)), dayOf(over)).filter((day) => day >= firstDay && day <= lastDay);
  return buy.packages.flatMap((part) => {
    const delivered = deliveredByDay(history, part.packageId, now);
    return days.map((day) => rowOf(buy, part, day, delivered.get(day), day < dayOf(now)));
  });
}

/** What a package has cost by `now`. */
export function spentBy(history: readonly Buy[], packageId: string, now: Date): Decimal {
  return [...deliveredByDay(history, packageId, now).values()].reduce((total, { spend }) => add(total, spend), "0");
}

function deliveredByDay(history: readonly Buy[], packageId: string, now: Date): Map<string, Delivered> {
  const delivered = new Map<string, Delivered>();
  let spent: Decimal = "0";
  for (const [index, buy] of history.entries()) {
    const part = buy.packages.find((sold) => sold.packageId === packageId);
    if (!part || part.paused || part.canceled || buy.paused || buy.canceled || buy.rejectReason !== null) continue;
    const goal = affordable(subtract(times(part.budget, fillOf(buy, part)), spent), part.price);
    for (const [day, impressions] of impressionsByDay(buy, part, goal, history[index + 1]?.since, now)) {
      const cost = times(times(part.price, impressions), "0.001");
      const before = delivered.get(day) ?? { impressions: 0, spend: "0" };
      delivered.set(day, { impressions: before.impressions + impressions, spend: add(before.spend, cost) });
      spent = add(spent, cost);
    }
  }
  return delivered;
}

/** How one version of a buy delivers towards its goal, hour by hour, until the next version takes over. */
function impressionsByDay(
  buy: Buy,
  part: BuyPackage,
  goal: number,
  next: Date | undefined,
  now: Date,
): Map<string, number> {
  const impressions = new Map<string, number>();
  const window = windowOf(buy, part);
  const end = window.end.getTime();
  const until = Math.min(end, next?.getTime() ?? end);
  let due = 0;
  for (let from = Math.max(buy.since.getTime(), window.start.getTime()); from < until; ) {
    const to = Math.min(until, (Math.floor(from / HOUR_MS) + 1) * HOUR_MS);
    if (to > now.getTime()) break;
    const day = dayOf(new Date(from));
    const rest = ((end - to) / (end - from)) ** (FALL[part.pacing] * jitter(part.packageId, day));
    const before = Math.floor(due);
    // Exactly the goal at the end of the flight, which a sum of fractions would miss.
    due = to === end ? goal : due + (goal - due) * (1 - rest);
    impressions.set(day, (impressions.get(day) ?? 0) + Math.floor(due) - before);
    from = to;
  }
  return impressions;
}

/** The most impressions that a sum of money buys; none where it is no sum. */
function affordable(amount: Decimal, cpm: Decimal): number {
  const thousandfold = times(amount, 1000);
  if (compare(thousandfold, "0") <= 0) return 0;
  const nearest = Number(ratio(thousandfold, cpm, 0) ?? 0);
  return compare(times(cpm, nearest), thousandfold) > 0 ? nearest - 1 : nearest;
}

/** How much of its budget a package finds inventory for: where delivery is guaranteed, all that its targeting leaves. */
function fillOf(buy: Buy, part: BuyPackage): Decimal {
  const { guaranteed, packageId, targeting, countries } = part;
  const fill = guaranteed ? "1" : decimalOf(between(seeded(`${packageId}:fill`), 0.88, 1).toFixed(4));
  return times(fill, reachOf(targeting, countries, buy));
}

function jitter(packageId: string, day: string): number {
  return between(seeded(`${packageId}:${day}`), 0.8, 1.2);
}

function rowOf(
  { mediaBuyId }: Buy,
  part: BuyPackage,
  day: string,
  delivered: Delivered | undefined,
  final: boolean,
): DeliveryRow {
  const { clickRate, viewRate, completionRate } = VOCABULARY[part.channel];
  const { impressions, spend } = delivered ?? { impressions: 0, spend: "0" };
  const mood = between(seeded(`${part.packageId}:${day}:mood`), 0.85, 1);
  const clicks = Math.floor(impressions * clickRate * mood);
  const views = Math.floor(impressions * viewRate * mood);
  return {
    mediaBuyId,
    packageId: part.packageId,
    day,
    impressions,
    clicks,
    spend,
    views,
    completedViews: Math.floor(views * completionRate * mood),
    conversions: Math.floor(clicks * 0.03),
    final,
  };
}
