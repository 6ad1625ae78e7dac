import type { Db } from "../../../ground/db/index.ts";
import { dayOf } from "../../../ground/kernel/clock.ts";
import { type Cell, COUNTERS, sumOf } from "../payload/totals.ts";
import type { Shop } from "../recording/shop.ts";
import { placeOf, type RollupRow, rollupRowsOf } from "./facet.ts";
import { upsertRollups } from "./store.ts";

/** Adds cells to the sums of their days and months. A negated cell subtracts. */
export async function addToRollups(db: Db, shop: Shop, cells: readonly Cell[]): Promise<void> {
  await upsertRollups(db, shop, rollupsOf(cells));
}

/**
 * The change that cells make to each sum; unchanged sums are left out. The order is always the same, so that concurrent transactions that
 * add them cannot deadlock.
 */
export function rollupsOf(cells: readonly Cell[]): RollupRow[] {
  // Agents often repeat themselves, so cells that belong to the same sums are first added to each other.
  const alike = [...Map.groupBy(cells, sumsOf).values()].map(joined);
  const grouped = [...Map.groupBy(alike.flatMap(rollupRowsOf), placeOf)];
  return grouped
    .toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
    .flatMap(([, rows]) => {
      const [first] = rows;
      const cell = joined(rows.map((row) => row.cell));
      return first && isSomething(cell) ? [{ ...first, cell }] : [];
    });
}

function sumsOf({
  month,
  buyer,
  posture,
  comparison,
  deliveryCurrency,
  firstRunAt,
  lastRunAt,
  customer,
}: Cell): string {
  const { operatorDomain, brandDomain, country } = buyer;
  const days = [firstRunAt, lastRunAt].map(dayOf);
  return JSON.stringify([
    month,
    operatorDomain,
    brandDomain,
    country,
    posture,
    comparison,
    deliveryCurrency,
    days,
    customer,
  ]);
}

function joined(cells: readonly Cell[]): Cell {
  const [first, ...others] = cells;
  if (!first) throw new Error("a group is never empty");
  if (others.length === 0) return first;
  const customers = new Set(cells.map(({ customer }) => customer).filter((one) => one !== ""));
  const [only = ""] = customers;
  return {
    ...first,
    totals: sumOf(cells.map(({ totals }) => totals)),
    firstRunAt: new Date(Math.min(...cells.map(({ firstRunAt }) => firstRunAt.getTime()))),
    lastRunAt: new Date(Math.max(...cells.map(({ lastRunAt }) => lastRunAt.getTime()))),
    customer: customers.size > 1 ? "*" : only,
  };
}

function isSomething({ totals }: Cell): boolean {
  return totals.bookedBudget !== 0n || totals.spend !== 0n || COUNTERS.some((name) => totals[name] !== 0);
}
