import { startOfDay } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import type { AnalyticsInput } from "../facts/input.ts";
import { composePayload, type SellerAnalytics } from "../payload/compose-payload.ts";
import { productsOf } from "../payload/runs.ts";
import { cellOf } from "../payload/totals.ts";
import { listCells, listTopProducts } from "../rollups/store.ts";
import { dayAfter, periodsOf } from "./periods.ts";
import { listNewestRuns, readState } from "./store.ts";

export interface Asked {
  /** How many of the newest runs. */
  readonly limit: number;
  /** Days of UTC, both included: then every run of them counts, and `limit` is how many are listed. */
  readonly days?: { readonly from: string; readonly to: string } | undefined;
}

/** What a fold over all facts would come to, read from what is counted already. */
export async function readAnalytics(ctx: Context, { limit, days }: Asked): Promise<SellerAnalytics> {
  const { db, viewer, now } = ctx;
  const { storefrontId, name, isPaused, archivedAt } = await getOwnStorefront(ctx);
  const shop = { customerId: viewer.customerId, storefrontId };
  const span = days && { from: startOfDay(days.from), to: startOfDay(dayAfter(days.to)) };
  const periods = days ? periodsOf(days.from, days.to) : [];
  const [state, rows, summed, shown] = await Promise.all([
    readState(db, shop),
    listNewestRuns(db, shop, limit, span),
    days ? listCells(db, shop, periods) : undefined,
    days ? listTopProducts(db, shop, periods) : undefined,
  ]);
  const payload = composePayload({
    ...state,
    asOf: now,
    limit,
    storefront: { id: String(storefrontId), name, state: stateOf(isPaused, archivedAt) },
    cells: summed ?? rows.map(({ run, outcome }) => cellOf(run, outcome)),
    rows,
    products: shown ?? productsOf(rows),
  });
  return state.isTakingIn ? { ...payload, notes: [...payload.notes, TAKING_IN] } : payload;
}

const TAKING_IN = "Earlier runs and outcomes are still being counted: figures are not complete yet.";

function stateOf(isPaused: boolean, archivedAt: Date | null): AnalyticsInput["storefront"]["state"] {
  if (archivedAt) return "archived";
  return isPaused ? "paused" : "neutral";
}
