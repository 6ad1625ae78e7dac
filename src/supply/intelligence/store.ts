import { sql } from "kysely";
import {
  containing,
  type Db,
  type InstallationDb,
  pageAndTotal,
  preparedStatement,
  type Row,
  storableJson,
} from "../../ground/db/index.ts";
import { keepPartitionsOfAllCustomers } from "../../ground/db/partitions/index.ts";
import { askAhead, sendAhead } from "../../ground/db/writing/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import { commercialResultOf } from "../analytics/index.ts";
import { factsOfRunsAlike } from "../analytics/recording/index.ts";
import { type CountedFilter, isCounted } from "./counted-store.ts";
import type { Disposition, IntelligenceRun, KeptRun, NewRun, RunAlike, RunRecord } from "./intelligence-run.ts";

/** Answers the numbers that they have from now on, in their order. What a run was composed from keeps its text. */
export async function insertRuns(db: Db, customerId: number, runs: readonly NewRun[]): Promise<number[]> {
  const numbers = askAhead(db, inserting({ customerId, rows: `[${runs.map(rowJson).join(",")}]` }));
  return (await numbers()).map(({ run_id }) => run_id);
}

const inserting = preparedStatement(
  (_, { customerId, rows }: { readonly customerId: number; readonly rows: string }) => sql<{ run_id: number }>`
    with told as materialized (
      select new_id() as run_id, given.* from json_to_recordset(${rows}::json) as given(
        place integer, storefront_id bigint, buyer_customer_id bigint, buying_mode text, disposition text, brief text,
        record jsonb, inputs json, created_at timestamptz)
    ), written as (
      insert into intelligence_runs (customer_id, run_id, storefront_id, buyer_customer_id, buying_mode, disposition, brief,
        record, inputs, created_at)
      select ${customerId}::bigint, run_id, storefront_id, buyer_customer_id, buying_mode, disposition, brief, record, inputs, created_at
      from told
      returning true
    )
    select run_id from told order by place`,
);

/** What is JSON already is put in as it is: to quote it once more would cost more than all the rest. */
function rowJson(run: NewRun, place: number): string {
  const { storefrontId, buyerCustomerId, buyingMode, disposition, brief, record, inputs, createdAt } = run;
  const rest = { place, storefront_id: storefrontId, buyer_customer_id: buyerCustomerId, buying_mode: buyingMode };
  const row = storableJson({ ...rest, disposition, brief, record, created_at: createdAt });
  return inputs === null ? row : `${row.slice(0, -1)},"inputs":${inputs}}`;
}

/**
 * Inserts runs that are like earlier ones. `hear` is told the number of each that was, by its place among them: of one whose earlier run is
 * of another week nothing is written, because the earlier one is forgotten first.
 */
export async function insertRunsAlike(
  db: Db,
  { customerId, storefrontId }: { readonly customerId: number; readonly storefrontId: number },
  { runs, at }: { readonly runs: readonly RunAlike[]; readonly at: Date },
  hear: (numbers: ReadonlyMap<number, number>) => void,
): Promise<void> {
  const earlier = [...new Map(runs.map(({ earlier: one }) => [one.runId, one])).values()];
  const facts = earlier.map((one) => one.facts);
  const rows = runs.map(({ earlier: { runId }, durationMs }, place) => ({ place, run_id: runId, took: durationMs }));
  const inserting = sql`
    with alike as materialized (
      select new_id() as run_id, run.run_id as like_run_id, run.place, run.took, told.buyer_customer_id, told.buying_mode,
        told.disposition, told.brief
      from json_to_recordset(${JSON.stringify(rows)}::json) as run(place integer, run_id bigint, took integer)
      join json_to_recordset(${storableJson(earlier.map(alikeRow))}::json) as told(run_id bigint, buyer_customer_id bigint,
        buying_mode text, disposition text, brief text) on told.run_id = run.run_id
    ), written as (
      insert into intelligence_runs (customer_id, run_id, like_run_id, duration_ms, storefront_id, buyer_customer_id, buying_mode,
        disposition, brief, created_at)
      select ${customerId}, run_id, like_run_id, took, ${storefrontId}, buyer_customer_id, buying_mode, disposition, brief, ${at}
      from alike where week_of_run(run_id) = week_of_run(like_run_id)
      returning run_id, like_run_id, created_at
    ), ${factsOfRunsAlike(customerId, facts, sql`written`)}
    select place, run_id from alike where week_of_run(run_id) = week_of_run(like_run_id)`;
  const take = (rows: readonly unknown[]) =>
    hear(new Map((rows as readonly InsertedRow[]).map(({ place, run_id }) => [place, run_id])));
  await sendAhead(db, inserting, take);
}

function alikeRow({ runId, buyerCustomerId, buyingMode, disposition, brief }: KeptRun) {
  const mode = { buying_mode: buyingMode, disposition, brief };
  return { run_id: runId, buyer_customer_id: buyerCustomerId, ...mode };
}

interface InsertedRow {
  readonly place: number;
  readonly run_id: number;
}

export interface RunFilter {
  readonly disposition: string | null;
  readonly buyingMode: string | null;
  /** A part of the brief, in any case. */
  readonly q: string | null;
  /** The outcome of the media buys attributed to it. */
  readonly commercialResult: string | null;
  /** Only what seller analytics counts; null for every run. */
  readonly counted: CountedFilter | null;
  /** Whether the inputs are read as well. */
  readonly inFull: boolean;
}

/** Newest first. */
export async function listRuns(
  db: Db,
  customerId: number,
  { disposition, buyingMode, q, commercialResult, counted, inFull }: RunFilter,
  page: Page,
): Promise<{ runs: IntelligenceRun[]; total: number }> {
  let query = runs(db, customerId, inFull);
  if (disposition !== null) query = query.where("disposition", "=", disposition);
  if (buyingMode !== null) query = query.where("buying_mode", "=", buyingMode);
  if (q !== null) query = query.where("brief", "ilike", containing(q));
  if (commercialResult !== null) query = query.where(sql<boolean>`${latestType} = any(${EVENTS_OF[commercialResult]})`);
  if (counted !== null) query = query.where(isCounted(counted));
  const { rows, total } = await pageAndTotal(query.orderBy("run_id", "desc"), page);
  return { runs: rows.map(fromRow), total };
}

/** Of the media buys that analytics puts down to a run. */
const latestType = sql<string | null>`(
  select outcome -> 'latest' ->> 'type' from run_facts
  where run_facts.customer_id = intelligence_runs.customer_id and run_facts.run_id = intelligence_runs.run_id)`;

const EVENTS_OF: Readonly<Record<string, readonly string[]>> = {
  booked: ["media_buy_forwarded", "delivery_reported"],
  pending: ["media_buy_submitted_for_approval"],
  rejected: ["media_buy_rejected"],
};

export async function findRun(db: Db, customerId: number, runId: number): Promise<IntelligenceRun | undefined> {
  const row = await runs(db, customerId, true).where("run_id", "=", runId).executeTakeFirst();
  return row && fromRow(row);
}

/** Whether there is such a run. */
export async function labelRun(db: Db, customerId: number, runId: number, label: unknown): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("intelligence_runs")
    .set({ eval_label: storableJson(label) })
    .where("customer_id", "=", customerId)
    .where("run_id", "=", runId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Forgets the weeks of the wall that were over by then. */
export async function forgetRunsOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await keepPartitionsOfAllCustomers(db, "intelligence_runs", before);
}

function runs(db: Db, customerId: number, inFull: boolean) {
  return db
    .selectFrom("intelligence_runs")
    .select([
      "run_id",
      "storefront_id",
      "buyer_customer_id",
      "buying_mode",
      "disposition",
      "brief",
      "duration_ms",
      "eval_label",
      "created_at",
    ])
    .select([latestType.as("latest_type"), ownOrEarlier<RunRecord>("record").as("record")])
    .$if(inFull, (full) => full.select(ownOrEarlier("inputs").as("inputs")))
    .where("customer_id", "=", customerId);
}

/** Of a run that is like an earlier one, what the earlier one has. */
function ownOrEarlier<T>(column: "record" | "inputs") {
  return sql<T>`case when like_run_id is null then ${sql.ref(column)} else (
    select earlier.${sql.ref(column)} from intelligence_runs earlier
    where earlier.customer_id = intelligence_runs.customer_id and earlier.run_id = intelligence_runs.like_run_id) end`;
}

type RunRow = Omit<Row<"intelligence_runs">, "customer_id" | "record" | "inputs" | "like_run_id"> & {
  readonly record: RunRecord;
  readonly inputs?: unknown;
  readonly latest_type: string | null;
};

function fromRow(row: RunRow): IntelligenceRun {
  return {
    runId: row.run_id,
    storefrontId: row.storefront_id,
    buyerCustomerId: row.buyer_customer_id,
    buyingMode: row.buying_mode as IntelligenceRun["buyingMode"],
    disposition: row.disposition as Disposition | null,
    brief: row.brief,
    record: row.duration_ms === null ? row.record : { ...row.record, durationMs: row.duration_ms },
    inputs: row.inputs ?? null,
    commercialResult: commercialResultOf(row.latest_type),
    evalLabel: row.eval_label,
    createdAt: row.created_at,
  };
}
