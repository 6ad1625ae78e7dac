import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import { instantOf } from "../../../ground/kernel/clock.ts";
import type { LearnedDefault } from "../facts/input.ts";
import { fromRunRow } from "../facts/rows.ts";
import { factsAsRecorded } from "../facts/store.ts";
import type { RunRow } from "../payload/runs.ts";
import type { Posture } from "../posture/posture.ts";
import type { Shop } from "../recording/shop.ts";
import type { RunWithBuys } from "./run-with-buys.ts";

/** The state of a storefront's analytics. */
export interface ShopState {
  readonly reportingCurrency: string;
  readonly learnedDefault: LearnedDefault | null;
  /** Whether some facts have not been counted yet. */
  readonly isTakingIn: boolean;
  readonly autoApproved: ReadonlySet<number>;
}

export async function readState(db: Db, { customerId, storefrontId }: Shop): Promise<ShopState> {
  const { rows } = await sql<
    Partial<Row<"analytics_storefronts">> & { readonly currency: string; readonly trusted: readonly number[] | null }
  >`
    select coalesce(s.default_currency, 'USD') as currency, a.*, (
      select array_agg(buyer_customer_id) from buyer_auto_approvals
      where customer_id = ${customerId} and enabled) as trusted
    from storefronts s
    left join analytics_storefronts a on a.customer_id = s.customer_id and a.storefront_id = s.storefront_id
    where s.customer_id = ${customerId} and s.storefront_id = ${storefrontId}`.execute(db);
  const [row] = rows;
  return {
    reportingCurrency: row?.reporting_currency ?? row?.currency ?? "USD",
    learnedDefault: row?.learned_posture
      ? {
          posture: row.learned_posture as Posture,
          reason: row.learned_reason ?? null,
          checkedAt: instantOf(row.learned_checked_at),
        }
      : null,
    isTakingIn: (row?.due_at ?? null) !== null,
    autoApproved: new Set(row?.trusted),
  };
}

interface Span {
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
}

/** The newest runs that count, either of all time or of a period. */
export async function listNewestRuns(
  db: Db,
  { customerId, storefrontId }: Shop,
  limit: number,
  span?: Span,
): Promise<RunRow[]> {
  let query = db
    .selectFrom(factsAsRecorded())
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where(sql<boolean>`(purpose is null or purpose = 'live')`);
  if (span) query = query.where("created_at", ">=", span.from).where("created_at", "<", span.to);
  const rows = await query.orderBy("created_at", "desc").orderBy("run_id", "desc").limit(limit).execute();
  return rows.map(fromRunRow);
}

export async function findRunWithBuys(db: Db, customerId: number, runId: number): Promise<RunWithBuys | undefined> {
  const [row, buys] = await Promise.all([
    db
      .selectFrom(factsAsRecorded())
      .selectAll()
      .where("customer_id", "=", customerId)
      .where("run_id", "=", runId)
      .executeTakeFirst(),
    db
      .selectFrom("buy_facts")
      .select(["media_buy_id", "model", "matched_product_ids"])
      .where("customer_id", "=", customerId)
      .where("run_id", "=", runId)
      .orderBy("media_buy_id")
      .execute(),
  ]);
  if (!row) return undefined;
  return {
    ...fromRunRow(row),
    lexiconVersion: row.lexicon_version,
    buys: buys.map(({ media_buy_id: mediaBuyId, model, matched_product_ids: matchedProductIds }) => ({
      mediaBuyId,
      model,
      matchedProductIds,
    })),
  };
}

export async function savePinned(
  db: Db,
  { customerId, storefrontId }: Shop,
  pinned: LearnedDefault | null,
  currency: string,
): Promise<void> {
  const said = {
    learned_posture: pinned?.posture ?? null,
    learned_reason: pinned?.reason ?? null,
    learned_checked_at: pinned?.checkedAt ?? null,
  };
  await db
    .insertInto("analytics_storefronts")
    .values({ customer_id: customerId, storefront_id: storefrontId, reporting_currency: currency, ...said })
    .onConflict((conflict) => conflict.columns(["customer_id", "storefront_id"]).doUpdateSet(said))
    .execute();
}
