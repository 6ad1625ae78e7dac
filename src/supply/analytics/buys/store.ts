import { type RawBuilder, sql } from "kysely";
import { type Db, preparedStatement, type Row, storableJson } from "../../../ground/db/index.ts";
import { sendAhead } from "../../../ground/db/writing/index.ts";
import { after } from "../../../ground/kernel/clock.ts";
import type { BuyOutcome } from "../attribution/buy-outcome.ts";
import type { Attribution, Lookup, Match } from "../attribution/follow-buy.ts";
import { ALIKE_WITHIN_MS, type Candidate, LOOKBACK_MS, matchRun } from "../attribution/match-run.ts";
import type { RunOutcome } from "../attribution/run-outcome.ts";
import type { DeliveryReport, OutcomeEvent } from "../facts/fact.ts";
import { type FactsInFull, fromEventRow, fromRunRow } from "../facts/rows.ts";
import { counting } from "../history/counted-store.ts";
import type { RunRow } from "../payload/runs.ts";
import { outcomeJson, readBuyOutcome } from "../recording/outcome-json.ts";
import type { Shop } from "../recording/shop.ts";
import { RULES } from "../rules.ts";
import { attributionOf } from "./attribution-row.ts";

export async function findBuy(db: Db, { customerId }: Shop, mediaBuyId: string): Promise<Attribution> {
  const row = await db
    .selectFrom("buy_facts")
    .select(["run_id", "products", "matched_product_ids"])
    .where("customer_id", "=", customerId)
    .where("media_buy_id", "=", mediaBuyId)
    .executeTakeFirst();
  return attributionOf(row);
}

export interface RunQuery {
  readonly event: OutcomeEvent;
  readonly products: readonly string[];
  readonly presentRunId: string | null;
}

/** More than any single run shows. It limits the rows for each way in which the buyer is known; the newest ones are used. */
const MOST_LOOKED_AT = 1_000;

type ShownProductRow = Row<"run_shown_products">;

/** Finds the run that fits the event best, and those of its products that the buy's current run showed. */
export async function lookUpRuns(db: Db, shop: Shop, sought: RunQuery): Promise<Lookup> {
  const { event, presentRunId } = sought;
  const { rows } = await sql<ShownProductRow>`
    ${shownInTime(reachOf(shop, sought), String(event.seq))}
    union
    ${shownBy(shop, sql`${presentRunId}`)}`.execute(db);
  return lookupIn(sought, [...Map.groupBy(rows, ({ run_id }) => run_id).values()].map(candidateOf));
}

/** Where to look for the run of an event: the storefront, the buyer, and the period in which the run may have shown something. */
export interface Reach extends Shop {
  readonly products: readonly string[];
  readonly buyerCustomerId: number | null;
  readonly operatorDomain: string | null;
  readonly brandDomain: string | null;
  /** The earliest time of the first of several runs that are alike. */
  readonly earliest: Date;
  readonly since: Date;
  readonly occurredAt: Date;
}

export function reachOf(
  { customerId, storefrontId }: Shop,
  { event, products }: { readonly event: Omit<OutcomeEvent, "seq">; readonly products: readonly string[] },
): Reach {
  const { occurredAt, buyerCustomerId, buyer } = event;
  const { operatorDomain, brandDomain } = buyer;
  const since = after(occurredAt, -LOOKBACK_MS);
  const when = { earliest: after(since, -ALIKE_WITHIN_MS), since, occurredAt };
  return { customerId, storefrontId, products, buyerCustomerId, operatorDomain, brandDomain, ...when };
}

/** Which of these products recent runs showed to this buyer: the newest rows, for each way in which the buyer is known. */
export function shownInTime(reach: Reach, before?: string) {
  const { customerId, storefrontId, products, buyerCustomerId, operatorDomain, brandDomain } = reach;
  const { earliest, since, occurredAt } = reach;
  const isBefore = before === undefined ? sql`` : sql`and seq < ${before}`;
  const inTime = sql`customer_id = ${customerId} and storefront_id = ${storefrontId} and product_id = any(${products})
    and created_at between ${earliest} and ${occurredAt} ${isBefore}
    and (brand_domain is null or ${brandDomain}::text is null or brand_domain = ${brandDomain})`;
  // Of runs that are alike, only the first has rows for its products. What it showed therefore counts as shown by the
  // latest of them.
  return sql<ShownProductRow>`
    select shown.customer_id, shown.product_id, coalesce(alike.run_id, shown.run_id) as run_id, shown.storefront_id,
      coalesce(alike.created_at, shown.created_at) as created_at, coalesce(alike.seq, shown.seq) as seq,
      shown.buyer_customer_id, shown.operator_domain, shown.brand_domain
    from (
      (select * from run_shown_products where ${inTime} and buyer_customer_id = ${buyerCustomerId}
        order by created_at desc limit ${MOST_LOOKED_AT})
      union
      (select * from run_shown_products where ${inTime} and operator_domain = ${operatorDomain}
          and (buyer_customer_id is null or ${buyerCustomerId}::bigint is null)
        order by created_at desc limit ${MOST_LOOKED_AT})
    ) shown left join lateral (
      select run_id, created_at, seq from run_facts
      where customer_id = ${customerId} and like_run_id = shown.run_id and created_at <= ${occurredAt} ${isBefore}
      order by run_id desc limit 1) alike on true
    where coalesce(alike.created_at, shown.created_at) >= ${since}`;
}

/** Everything that a run showed, as rows. */
function shownBy({ customerId }: Shop, runId: RawBuilder<unknown>) {
  return sql<ShownProductRow>`
    (select customer_id, one ->> 'productId', run_id, storefront_id, created_at, seq, buyer_customer_id, operator_domain,
        brand_domain
      from run_facts_in_full, jsonb_array_elements(shown) one
      where customer_id = ${customerId} and run_id = ${runId})`;
}

export function lookupIn({ event, products, presentRunId }: RunQuery, candidates: readonly Candidate[]): Lookup {
  const present = candidates.find(({ id }) => id === presentRunId);
  const isDeleted = presentRunId !== null && !present;
  // If the current run is no longer kept, what was counted for it stays in the sums, so its media buys stay with it.
  if (isDeleted) return { present: undefined, best: undefined };
  const of = (run: Candidate): Match => ({
    runId: run.id,
    matchedProductIds: products.filter((id) => run.shownIds.has(id)),
  });
  const best = matchRun(event, products, candidates);
  return { present: present && of(present), best: best && of(best) };
}

function candidateOf(rows: readonly Row<"run_shown_products">[]): Candidate {
  const [row] = rows;
  if (!row) throw new Error("a group is never empty");
  const { operator_domain: operatorDomain, brand_domain: brandDomain } = row;
  return {
    id: String(row.run_id),
    createdAt: row.created_at,
    seq: BigInt(row.seq),
    buyerCustomerId: row.buyer_customer_id,
    buyer: { operatorDomain, brandDomain, country: null },
    shownIds: new Set(rows.map(({ product_id }) => product_id)),
  };
}

/** Keeps the report that counts for each period; an earlier revision that arrives late changes nothing. */
export async function saveReports(db: Db, { customerId }: Shop, events: readonly OutcomeEvent[]): Promise<void> {
  const reports = events.flatMap(({ delivery, mediaBuyId, eventId, seq, occurredAt, status }) =>
    delivery
      ? [{ ...delivery, spend: String(delivery.spend), mediaBuyId, eventId, seq: String(seq), occurredAt, status }]
      : [],
  );
  if (reports.length === 0) return;
  const saving = sql`
    insert into delivery_facts (customer_id, media_buy_id, report_key, event_id, seq, revision, occurred_at, status,
      impressions, spend, currency)
    select distinct on ("reportKey") ${customerId}::bigint, "mediaBuyId", "reportKey", "eventId", seq, revision, "occurredAt", status,
      impressions, spend, currency
    from jsonb_to_recordset(${storableJson(reports)}::jsonb) as told("mediaBuyId" text, "reportKey" text,
      "eventId" text, seq bigint, revision integer, "occurredAt" timestamptz, status text, impressions bigint,
      spend numeric, currency text)
    order by "reportKey", revision desc, seq desc
    on conflict (customer_id, media_buy_id, report_key) do update set
      (event_id, seq, revision, occurred_at, status, impressions, spend, currency) =
      (excluded.event_id, excluded.seq, excluded.revision, excluded.occurred_at, excluded.status, excluded.impressions,
        excluded.spend, excluded.currency)
    where (delivery_facts.revision, delivery_facts.seq) < (excluded.revision, excluded.seq)
    returning true`;
  await sendAhead(db, saving);
}

/** The reports of a media buy that count so far, one per period. */
export async function listReports(
  db: Db,
  customerId: number,
  mediaBuyId: string,
): Promise<Map<string, DeliveryReport>> {
  const rows = await db
    .selectFrom("delivery_facts")
    .select(["report_key", "revision", "impressions", "spend", "currency"])
    .where("customer_id", "=", customerId)
    .where("media_buy_id", "=", mediaBuyId)
    .execute();
  return new Map(
    rows.map(({ report_key: reportKey, spend, ...row }) => [reportKey, { ...row, reportKey, spend: BigInt(spend) }]),
  );
}

/** Every event of a media buy that counts: what happened to it, and one report per period. */
export async function listEventsOfBuy(db: Db, { customerId }: Shop, mediaBuyId: string): Promise<OutcomeEvent[]> {
  const { rows } = await sql<Row<"outcome_events">>`
    select e.* from outcome_events e
    where e.customer_id = ${customerId} and e.media_buy_id = ${mediaBuyId}
      and (e.type <> 'delivery_reported' or exists (
        select from delivery_facts d
        where d.customer_id = e.customer_id and d.media_buy_id = e.media_buy_id and d.report_key = e.report_key
          and d.event_id = e.event_id))`.execute(db);
  return rows.map(fromEventRow);
}

export interface CountedBuy extends Attribution {
  readonly mediaBuyId: string;
  readonly outcome: BuyOutcome;
}

export async function saveBuy(db: Db, shop: Shop, buy: CountedBuy): Promise<void> {
  await sendAhead(db, savingBuy(rowOf(shop, buy)));
}

/** A buy as it is stored. */
interface BuyRow extends Shop {
  readonly mediaBuyId: string;
  readonly model: string;
  readonly runId: string | null;
  readonly products: readonly string[] | null;
  readonly matchedProductIds: readonly string[];
  readonly outcome: string;
}

function rowOf(
  { customerId, storefrontId }: Shop,
  { mediaBuyId, runId, products, matchedProductIds, outcome }: CountedBuy,
): BuyRow {
  const said = { model: RULES.attribution.model, runId, products, matchedProductIds, outcome: outcomeJson(outcome) };
  return { customerId, storefrontId, mediaBuyId, ...said };
}

const savingBuy = preparedStatement((_, row: BuyRow) => upsertedBuy(row));

function upsertedBuy(row: BuyRow): RawBuilder<unknown> {
  const { customerId, storefrontId, mediaBuyId, model, runId, products, matchedProductIds, outcome } = row;
  return sql`
    insert into buy_facts (customer_id, media_buy_id, storefront_id, model, run_id, products, matched_product_ids, outcome)
    values (${customerId}, ${mediaBuyId}, ${storefrontId}, ${model}, ${runId}, ${products}, ${matchedProductIds}, ${outcome})
    on conflict (customer_id, media_buy_id) do update set
      (model, run_id, products, matched_product_ids, outcome) =
      (excluded.model, excluded.run_id, excluded.products, excluded.matched_product_ids, excluded.outcome)`;
}

export interface CountedRun {
  readonly row: RunRow;
  readonly isRolled: boolean;
}

export type CountedRunRow = FactsInFull;

export function fromCountedRunRow(row: CountedRunRow): CountedRun {
  return { row: fromRunRow(row), isRolled: row.rolled };
}

interface RunWithBuys extends CountedRun {
  /** The outcomes of all media buys that are attributed to it. */
  readonly buys: readonly BuyOutcome[];
}

export async function listRunsWithBuys(
  db: Db,
  { customerId }: Shop,
  runIds: readonly string[],
): Promise<RunWithBuys[]> {
  const { rows } = await sql<CountedRunRow & { readonly buys: readonly unknown[] | null }>`
    select run_facts.*, (
      select jsonb_agg(b.outcome) from buy_facts b
      where b.customer_id = ${customerId} and b.run_id = run_facts.run_id) as buys
    from run_facts_in_full run_facts
    where customer_id = ${customerId} and run_id = any(${runIds}::bigint[])
    order by run_id for update of run_facts`.execute(db);
  return rows.map((row) => ({ ...fromCountedRunRow(row), buys: (row.buys ?? []).map(readBuyOutcome) }));
}

/** Stores the outcomes of runs, together with the buy from which they result if that is not stored yet. */
export async function saveRunOutcomes(
  db: Db,
  shop: Shop,
  outcomes: readonly { readonly run: CountedRun; readonly outcome: RunOutcome }[],
  buy?: CountedBuy,
): Promise<void> {
  const { customerId, storefrontId } = shop;
  const reported = JSON.stringify(
    outcomes.map(({ run, outcome }) => ({ id: run.row.run.id, outcome: outcomeJson(outcome) })),
  );
  const saving = buy
    ? savingWithBuy({ ...rowOf(shop, buy), reported })
    : savingOutcomes({ customerId, storefrontId, reported });
  await sendAhead(db, saving);
}

interface Reported extends Shop {
  readonly reported: string;
}

const savingOutcomes = preparedStatement(
  (_, { customerId, storefrontId, reported }: Reported) => sql`
    with ${counting({ customerId, storefrontId })}
    ${reportedIn(customerId, reported)}`,
);

const savingWithBuy = preparedStatement(
  (_, row: Reported & BuyRow) => sql`
    with ${counting(row)}, bought as (${upsertedBuy(row)})
    ${reportedIn(row.customerId, row.reported)}`,
);

function reportedIn(customerId: number, reported: string): RawBuilder<unknown> {
  return sql`
    update run_facts set outcome = told.outcome::jsonb
    from jsonb_to_recordset(${reported}::jsonb) as told(id bigint, outcome text)
    where customer_id = ${customerId} and run_id = told.id`;
}
