import { type RawBuilder, sql } from "kysely";
import { type Db, preparedStatement, storableJson } from "../../../ground/db/index.ts";
import { askAhead, sendAhead } from "../../../ground/db/writing/index.ts";
import type { Attribution } from "../attribution/follow-buy.ts";
import { type AttributionRow, attributionOf } from "../buys/attribution-row.ts";
import type { OutcomeEvent, RunFact } from "../facts/fact.ts";
import type { Concession } from "./concession.ts";
import type { Shop } from "./shop.ts";

/**
 * Locks the storefront's counting until the end of the transaction, and makes sure that everything recorded before has
 * facts (see migration 0198).
 */
export async function holdStorefront(db: Db, { customerId, storefrontId }: Shop): Promise<void> {
  // Statements sent after this one run once the lock is held.
  await sendAhead(db, holding({ customerId, storefrontId }));
}

const holding = preparedStatement(
  (_, { customerId, storefrontId }: Shop) => sql`select hold_storefront(${customerId}, ${storefrontId})`,
);

/**
 * Keeps anybody from locking the storefront's counting until the end of the transaction. Transactions that only add
 * runs share this lock.
 */
export async function shareStorefront(db: Db, { storefrontId }: Shop): Promise<void> {
  await sendAhead(db, sharing({ storefrontId }));
}

const sharing = preparedStatement(
  (_, { storefrontId }: Pick<Shop, "storefrontId">) =>
    sql`select pg_advisory_xact_lock_shared(hashtextextended('seller-analytics:' || ${storefrontId}::bigint, 0))`,
);

export interface Inserted {
  /** The attribution of the media buy before these events. */
  readonly before: Attribution;
  /** The events that were not known before. */
  readonly fresh: readonly OutcomeEvent[];
  /** Whether earlier facts have not been counted yet. */
  readonly isWaiting: boolean;
  readonly reportingCurrency: string;
}

type NewEvent = Omit<OutcomeEvent, "seq">;

/** Inserts events of one media buy; the returned function waits for the result. */
export function insertEvents(
  db: Db,
  shop: Shop,
  events: readonly NewEvent[],
  recordedAt: Date,
): () => Promise<Inserted> {
  const answer = askToInsert(db, shop, events, recordedAt);
  return async () => {
    const { rows, state } = await answer();
    if (state) return insertedIn(events, rows, state);
    await openShop(db, shop);
    const again = await askToInsert(db, shop, events, recordedAt)();
    return insertedIn(events, again.rows, again.state);
  };
}

/**
 * Sends several statements in one round trip, each about one storefront: distributed databases cannot do all of it in
 * one statement.
 */
function askToInsert(
  db: Db,
  shop: Shop,
  events: readonly NewEvent[],
  recordedAt: Date,
): () => Promise<{ readonly rows: readonly InsertedRow[]; readonly state: StatusRow | undefined }> {
  const rows = storableJson(events.map(eventRow));
  const inserted = askAhead(db, inserting({ ...shop, recordedAt, rows }));
  const asked = askAhead(db, asking({ ...shop, mediaBuyId: events[0]?.mediaBuyId }));
  return async () => ({ rows: await inserted(), state: (await asked())[0] });
}

const inserting = preparedStatement(
  (
    _,
    { recordedAt, rows, customerId, storefrontId }: Shop & { readonly recordedAt: Date; readonly rows: string },
  ) => sql<InsertedRow>`
    insert into outcome_events (customer_id, storefront_id, recorded_at, event_id, type, occurred_at, media_buy_id,
      buyer_customer_id, operator_domain, brand_domain, country, product_ids, budget, budget_currency, status,
      report_key, revision, impressions, spend, delivery_currency, counted)
    select standing.customer_id, standing.storefront_id, ${recordedAt}::timestamptz, told.*, standing.due_at is null
    from analytics_storefronts standing cross join jsonb_to_recordset(${rows}::jsonb) as told(
      event_id text, type text, occurred_at timestamptz, media_buy_id text, buyer_customer_id bigint,
      operator_domain text, brand_domain text, country text, product_ids text[], budget numeric, budget_currency text,
      status text, report_key text, revision integer, impressions bigint, spend numeric, delivery_currency text)
    where ${isOf({ customerId, storefrontId })}
    on conflict (customer_id, event_id) do nothing
    returning event_id, seq, counted`,
);

const asking = preparedStatement(
  (_, { mediaBuyId, customerId, storefrontId }: Shop & { readonly mediaBuyId: string | undefined }) => sql<StatusRow>`
    select standing.reporting_currency as currency, buy.run_id, buy.products, buy.matched_product_ids
    from analytics_storefronts standing
    left join buy_facts buy on buy.customer_id = standing.customer_id and buy.media_buy_id = ${mediaBuyId}
    where ${isOf({ customerId, storefrontId })}`,
);

function isOf({ customerId, storefrontId }: Shop): RawBuilder<unknown> {
  return sql`standing.customer_id = ${customerId} and standing.storefront_id = ${storefrontId}`;
}

/** Creates the storefront's row, which its counting needs, with its first event. */
async function openShop(db: Db, { customerId, storefrontId }: Shop): Promise<void> {
  const opening = sql`
    insert into analytics_storefronts (customer_id, storefront_id, reporting_currency)
    select customer_id, storefront_id, coalesce(default_currency, 'USD') from storefronts
    where customer_id = ${customerId} and storefront_id = ${storefrontId}
    on conflict do nothing returning true`;
  await sendAhead(db, opening);
}

interface InsertedRow {
  readonly event_id: string;
  readonly seq: number;
  readonly counted: boolean;
}

interface StatusRow extends AttributionRow {
  readonly currency: string;
}

function insertedIn(events: readonly NewEvent[], rows: readonly InsertedRow[], state: StatusRow | undefined): Inserted {
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

const FACT_COLUMNS = `
  run_id storefront_id purpose created_at buyer_customer_id operator_domain brand_domain
  country buying_mode result_kind result_code selected_posture recommended_posture
  posture_rationale posture_evidence concession lexicon_version request_asks product_asks
  proposal_asks price_objection packaging_ask applied partial unable shown`
  .trim()
  .split(/\s+/);
const FACTS = sql.raw(FACT_COLUMNS.join(", "));

const TOLD = sql`told(run_id bigint, storefront_id bigint, purpose text, created_at timestamptz, buyer_customer_id bigint,
        operator_domain text, brand_domain text, country text, buying_mode text, result_kind text, result_code text,
        selected_posture text, recommended_posture text, posture_rationale text, posture_evidence jsonb, concession jsonb,
        lexicon_version text, request_asks integer, product_asks integer, proposal_asks integer, price_objection boolean,
        packaging_ask boolean, applied integer, partial integer, unable integer, shown jsonb)`;

export async function insertRunFacts(db: Db, customerId: number, runs: readonly NewRunFact[]): Promise<void> {
  await sendAhead(db, insertingFacts({ customerId, rows: storableJson(runs.map(factRow)) }));
}

const insertingFacts = preparedStatement(
  (_, { customerId, rows }: { readonly customerId: number; readonly rows: string }) => sql`
    with facts as (
      insert into run_facts (customer_id, ${FACTS})
      select ${customerId}::bigint, ${FACTS} from jsonb_to_recordset(${rows}::jsonb) as ${TOLD}
      returning *
    )
    insert into run_shown_products (customer_id, product_id, run_id, storefront_id, created_at, seq,
      buyer_customer_id, operator_domain, brand_domain)
    select customer_id, one ->> 'productId', run_id, storefront_id, created_at, seq, buyer_customer_id,
      operator_domain, brand_domain
    from facts, jsonb_array_elements(facts.shown) one
    where result_kind = 'ok' and (purpose is null or purpose = 'live')
    on conflict do nothing
    returning true`,
);

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
