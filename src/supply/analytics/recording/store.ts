import { sql } from "kysely";
import { type Db, sendAhead, storableJson } from "../../../ground/db/index.ts";
import type { Attribution } from "../attribution/follow-buy.ts";
import { type AttributionRow, attributionOf } from "../buys/attribution-row.ts";
import type { OutcomeEvent, RunFact } from "../facts/fact.ts";
import type { Concession } from "./concession.ts";
import type { Shop } from "./shop.ts";

/** Until the end of the transaction nobody else counts here. Runs share the lock among themselves. */
export async function lockStorefront(
  db: Db,
  { storefrontId }: Shop,
  how: "alone" | "together" = "alone",
): Promise<void> {
  const name = `seller-analytics:${storefrontId}`;
  const lock =
    how === "alone"
      ? sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
      : sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`;
  // What is asked behind it is asked once it is held.
  await sendAhead(db, lock);
}

export interface Inserted {
  /** Where the media buy belonged before. */
  readonly before: Attribution;
  /** Those that were not known before. */
  readonly fresh: readonly OutcomeEvent[];
  /** Whether earlier facts are still being counted. */
  readonly isWaiting: boolean;
  readonly reportingCurrency: string;
}

/** Events of one media buy. */
export async function insertEvents(
  db: Db,
  { customerId, storefrontId }: Shop,
  events: readonly Omit<OutcomeEvent, "seq">[],
  recordedAt: Date,
): Promise<Inserted> {
  // Of one storefront each, and in one message: databases that lie on several servers do not do all of it in one statement.
  const standing = sql`standing.customer_id = ${customerId} and standing.storefront_id = ${storefrontId}`;
  await sendAhead(
    db,
    sql`
      insert into analytics_storefronts (customer_id, storefront_id, reporting_currency)
      select customer_id, storefront_id, coalesce(default_currency, 'USD') from storefronts
      where customer_id = ${customerId} and storefront_id = ${storefrontId}
      on conflict do nothing returning true`,
  );
  const inserting = sql<{ event_id: string; seq: number; counted: boolean }>`
    insert into outcome_events (customer_id, storefront_id, recorded_at, event_id, type, occurred_at, media_buy_id,
      buyer_customer_id, operator_domain, brand_domain, country, product_ids, budget, budget_currency, status,
      report_key, revision, impressions, spend, delivery_currency, counted)
    select standing.customer_id, standing.storefront_id, ${recordedAt}::timestamptz, told.*, standing.due_at is null
    from analytics_storefronts standing cross join jsonb_to_recordset(${storableJson(events.map(eventRow))}::jsonb) as told(
      event_id text, type text, occurred_at timestamptz, media_buy_id text, buyer_customer_id bigint,
      operator_domain text, brand_domain text, country text, product_ids text[], budget numeric, budget_currency text,
      status text, report_key text, revision integer, impressions bigint, spend numeric, delivery_currency text)
    where ${standing}
    on conflict (customer_id, event_id) do nothing
    returning event_id, seq, counted`;
  const asking = sql<AttributionRow & { readonly currency: string }>`
    select standing.reporting_currency as currency, buy.run_id, buy.products, buy.matched_product_ids
    from analytics_storefronts standing
    left join buy_facts buy on buy.customer_id = standing.customer_id and buy.media_buy_id = ${events[0]?.mediaBuyId}
    where ${standing}`;
  const [
    { rows },
    {
      rows: [state],
    },
  ] = await Promise.all([inserting.execute(db), asking.execute(db)]);
  const seqs = new Map(rows.map(({ event_id, seq }) => [event_id, BigInt(seq)]));
  const fresh = events.flatMap((event) => {
    const seq = seqs.get(event.eventId);
    return seq === undefined ? [] : [{ ...event, seq }];
  });
  const isWaiting = rows.some(({ counted }) => !counted);
  return { fresh, isWaiting, reportingCurrency: state?.currency ?? "USD", before: attributionOf(state) };
}

function eventRow(event: Omit<OutcomeEvent, "seq">) {
  const { budget, delivery, buyer } = event;
  return {
    event_id: event.eventId,
    type: event.type,
    occurred_at: event.occurredAt,
    media_buy_id: event.mediaBuyId,
    buyer_customer_id: event.buyerCustomerId,
    operator_domain: buyer.operatorDomain,
    brand_domain: buyer.brandDomain,
    country: buyer.country,
    product_ids: event.productIds,
    budget: budget && String(budget.amount),
    budget_currency: budget?.currency ?? null,
    status: event.status,
    report_key: delivery?.reportKey ?? null,
    revision: delivery?.revision ?? null,
    impressions: delivery?.impressions ?? null,
    spend: delivery ? String(delivery.spend) : null,
    delivery_currency: delivery?.currency ?? null,
  };
}

/** A run as it is recorded, without its place in the order. */
export interface NewRunFact extends Omit<RunFact, "seq"> {
  readonly storefrontId: number;
  readonly lexiconVersion: string;
  readonly concession: Concession | null;
}

const FACT_COLUMNS = `run_id, storefront_id, purpose, created_at, buyer_customer_id, operator_domain, brand_domain, country,
  buying_mode, result_kind, result_code, selected_posture, recommended_posture, posture_rationale, posture_evidence, concession,
  lexicon_version, request_asks, product_asks, proposal_asks, price_objection, packaging_ask, applied, partial, unable, shown`;

export async function insertRunFacts(db: Db, customerId: number, runs: readonly NewRunFact[]): Promise<void> {
  const inserting = sql`
    with facts as (
      insert into run_facts (customer_id, ${sql.raw(FACT_COLUMNS)})
      select ${customerId}, ${sql.raw(FACT_COLUMNS)} from jsonb_to_recordset(${storableJson(runs.map(factRow))}::jsonb) as told(
        run_id bigint, storefront_id bigint, purpose text, created_at timestamptz, buyer_customer_id bigint,
        operator_domain text, brand_domain text, country text, buying_mode text, result_kind text, result_code text,
        selected_posture text, recommended_posture text, posture_rationale text, posture_evidence jsonb, concession jsonb,
        lexicon_version text, request_asks integer, product_asks integer, proposal_asks integer, price_objection boolean,
        packaging_ask boolean, applied integer, partial integer, unable integer, shown jsonb)
      returning *
    )
    insert into run_shown_products (customer_id, product_id, run_id, storefront_id, created_at, seq,
      buyer_customer_id, operator_domain, brand_domain)
    select customer_id, one ->> 'productId', run_id, storefront_id, created_at, seq, buyer_customer_id,
      operator_domain, brand_domain
    from facts, jsonb_array_elements(facts.shown) one
    where result_kind = 'ok' and (purpose is null or purpose = 'live')
    on conflict do nothing
    returning true`;
  await sendAhead(db, inserting);
}

function factRow({ buyer, refinements, ...run }: NewRunFact) {
  return {
    run_id: run.id,
    storefront_id: run.storefrontId,
    purpose: run.purpose,
    created_at: run.createdAt,
    buyer_customer_id: run.buyerCustomerId,
    operator_domain: buyer.operatorDomain,
    brand_domain: buyer.brandDomain,
    country: buyer.country,
    buying_mode: run.buyingMode,
    result_kind: run.resultKind,
    result_code: run.resultCode,
    selected_posture: run.selectedPosture,
    recommended_posture: run.recommendedPosture,
    posture_rationale: run.postureRationale,
    posture_evidence: run.postureEvidence,
    concession: run.concession,
    lexicon_version: run.lexiconVersion,
    request_asks: run.requestAskCount,
    product_asks: run.productAskCount,
    proposal_asks: run.proposalAskCount,
    price_objection: run.hadPriceObjection,
    packaging_ask: run.hadPackagingAsk,
    ...refinements,
    shown: run.shown,
  };
}
