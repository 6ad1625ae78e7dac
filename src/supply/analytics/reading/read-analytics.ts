import { startOfDay } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import type { AnalyticsInput } from "../facts/input.ts";
import { composePayload, type SellerAnalytics } from "../payload/compose-payload.ts";
import { productsOf, type RunRow } from "../payload/runs.ts";
import { joinSums, type Sums, sumsOfRuns } from "../payload/sums.ts";
import { cellOf } from "../payload/totals.ts";
import { dayAfter, periodsOf } from "../rollups/periods.ts";
import { listTopProducts } from "../rollups/product-store.ts";
import { readSums } from "../rollups/store.ts";
import { listNewestRuns, readState } from "./store.ts";

export interface AnalyticsRequest {
  /** How many of the newest runs to read. */
  readonly limit: number;
  /** Days in UTC, both inclusive. If given, every run of these days counts, and `limit` only applies to the list of runs. */
  readonly days?: { readonly from: string; readonly to: string } | undefined;
}

/** Reads the figures from stored sums; the result equals a fold over all facts. */
export async function readAnalytics(ctx: Context, { limit, days }: AnalyticsRequest): Promise<SellerAnalytics> {
  const { db, viewer, now } = ctx;
  const { storefrontId, name, isPaused, archivedAt } = await getOwnStorefront(ctx);
  const shop = { customerId: viewer.customerId, storefrontId };
  const span = days && { from: startOfDay(days.from), to: startOfDay(dayAfter(days.to)) };
  const periods = days ? periodsOf(days.from, days.to) : [];
  const [state, rows, summed, shown] = await Promise.all([
    readState(db, shop),
    listNewestRuns(db, shop, limit, span),
    span ? readSums(db, shop, periods, span) : undefined,
    span ? listTopProducts(db, shop, periods, span) : undefined,
  ]);
  const payload = composePayload({
    ...state,
    asOf: now,
    limit,
    storefront: { id: String(storefrontId), name, state: stateOf(isPaused, archivedAt) },
    sums: summed ? joinSums(summed.sums, sumsOf(summed.waiting)) : sumsOf(rows),
    rows,
    products: shown ?? productsOf(rows),
  });
  return state.isTakingIn ? { ...payload, notes: [...payload.notes, TAKING_IN] } : payload;
}

function sumsOf(rows: readonly RunRow[]): Sums {
  return sumsOfRuns(rows.map(({ run, outcome }) => cellOf(run, outcome)));
}

const TAKING_IN = "Earlier runs and outcomes are still being counted: figures are not complete yet.";

function stateOf(isPaused: boolean, archivedAt: Date | null): AnalyticsInput["storefront"]["state"] {
  if (archivedAt) return "archived";
  return isPaused ? "paused" : "neutral";
}
