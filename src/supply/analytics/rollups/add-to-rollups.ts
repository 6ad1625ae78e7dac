import type { Db } from "../../../ground/db/index.ts";
import { type Cell, COUNTERS, sumOf } from "../payload/totals.ts";
import type { Shop } from "../recording/shop.ts";
import { type RollupRow, upsertRollups } from "./store.ts";

/** Adds cells to the sums of their days and months; what is taken away comes as a cell that is negated. */
export async function addToRollups(db: Db, shop: Shop, cells: readonly Cell[]): Promise<void> {
  const rows = cells.flatMap((cell) =>
    [cell.firstRunAt.toISOString().slice(0, 10), cell.month].map((period) => ({ period, key: keyOf(cell), cell })),
  );
  const grouped = [...Map.groupBy(rows, ({ period, key }) => `${period} ${key}`).values()].map(joined);
  const changed = grouped.filter(({ cell }) => isSomething(cell));
  // In one order for everybody, so that two who add do not wait for each other.
  await upsertRollups(
    db,
    shop,
    changed.toSorted((a, b) => (a.period + a.key < b.period + b.key ? -1 : 1)),
  );
}

function keyOf({ buyer, posture, comparison, deliveryCurrency }: Cell): string {
  const { operatorDomain, brandDomain, country } = buyer;
  return JSON.stringify([operatorDomain, brandDomain, country, posture, comparison, deliveryCurrency]);
}

function joined(rows: readonly RollupRow[]): RollupRow {
  const [first] = rows;
  if (!first) throw new Error("a group is never empty");
  const cells = rows.map(({ cell }) => cell);
  const customers = new Set(cells.map(({ customer }) => customer).filter((one) => one !== ""));
  const [only = ""] = customers;
  return {
    ...first,
    cell: {
      ...first.cell,
      totals: sumOf(cells.map(({ totals }) => totals)),
      firstRunAt: new Date(Math.min(...cells.map(({ firstRunAt }) => firstRunAt.getTime()))),
      lastRunAt: new Date(Math.max(...cells.map(({ lastRunAt }) => lastRunAt.getTime()))),
      customer: customers.size > 1 ? "*" : only,
    },
  };
}

function isSomething({ totals }: Cell): boolean {
  return totals.bookedBudget !== 0n || totals.spend !== 0n || COUNTERS.some((name) => totals[name] !== 0);
}
