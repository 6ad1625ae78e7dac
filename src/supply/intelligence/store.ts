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
import { maintainPartitionsOfAllCustomers } from "../../ground/db/partitions/index.ts";
import { askAhead, sendAhead } from "../../ground/db/writing/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import { commercialResultOf } from "../analytics/index.ts";
import { type CountedFilter, isCounted } from "./counted-store.ts";
import type { Disposition, IntelligenceRun, NewRun, RunAlike, RunRecord } from "./intelligence-run.ts";

/** Returns the new runs' ids, in the same order. The input of a composition is stored as the text that it is. */
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

/** Inserts `inputs` unchanged, because it is JSON already: encoding it again would cost more than everything else. */
function rowJson(run: NewRun, place: number): string {
  const { storefrontId, buyerCustomerId, buyingMode, disposition, brief, record, inputs, createdAt } = run;
  const rest = { place, storefront_id: storefrontId, buyer_customer_id: buyerCustomerId, buying_mode: buyingMode };
  const row = storableJson({ ...rest, disposition, brief, record, created_at: createdAt });
  return inputs === null ? row : `${row.slice(0, -1)},"inputs":${inputs}}`;
}

/**
 * Records runs that repeat earlier ones. The repetitions of one run share a row, and each becomes a run of its own a
 * moment later (decision 104). `hear` receives the id of each run by its position among them. Nothing is written if the
 * earlier run is from another week, because it would be deleted first.
 */
export async function insertRunsAlike(
  db: Db,
  { customerId, storefrontId }: { readonly customerId: number; readonly storefrontId: number },
  { runs, at, wall }: { readonly runs: readonly RunAlike[]; readonly at: Date; readonly wall: Date },
  hear: (runIds: ReadonlyMap<number, number>) => void,
): Promise<void> {
  const byEarlier = [...Map.groupBy(runs.entries(), ([, { earlierRunId }]) => earlierRunId)];
  const earlier = byEarlier.map(([earlierRunId]) => earlierRunId);
  const took = byEarlier.map(([, alike]) => alike.map(([, { durationMs }]) => durationMs));
  const shop = { customerId, storefrontId };
  const inserting = insertingAlike({ ...shop, at, wall, earlier, took: took.map((one) => `{${one.join()}}`) });
  const take = (rows: readonly unknown[]) => {
    const written = new Map((rows as readonly InsertedRow[]).map((row) => [row.like_run_id, row.run_ids]));
    const runIds = byEarlier.flatMap(([earlierRunId, alike]) =>
      alike.flatMap(([place], nth): [number, number][] => {
        const runId = written.get(earlierRunId)?.[nth];
        return runId === undefined ? [] : [[place, runId]];
      }),
    );
    hear(new Map(runIds));
  };
  await sendAhead(db, inserting, take);
}

interface SimilarRuns {
  readonly customerId: number;
  readonly storefrontId: number;
  readonly at: Date;
  readonly wall: Date;
  readonly earlier: readonly number[];
  /** How long the repetitions of each run took, as PostgreSQL array literals of integers. */
  readonly took: readonly string[];
}

const insertingAlike = preparedStatement(
  (_, { customerId, storefrontId, at, wall, earlier, took }: SimilarRuns) => sql<InsertedRow>`
    insert into runs_alike (customer_id, storefront_id, first_run_id, like_run_id, run_ids, took_ms, created_at, recorded_at)
    select ${customerId}, ${storefrontId}, run_ids[1], like_run_id, run_ids, took_ms, ${at}, ${wall}
    from (
      select like_run_id, took::integer[] as took_ms, new_ids(cardinality(took::integer[])) as run_ids
      from unnest(${earlier}::bigint[], ${took}::text[]) as told (like_run_id, took)
    ) numbered
    where week_of_run(run_ids[1]) = week_of_run(like_run_id)
      and week_of_run(run_ids[cardinality(run_ids)]) = week_of_run(like_run_id)
    returning like_run_id, run_ids`,
);

interface InsertedRow {
  readonly like_run_id: number;
  readonly run_ids: readonly number[];
}

export interface RunFilter {
  readonly disposition: string | null;
  readonly buyingMode: string | null;
  /** A part of the brief, in upper or lower case. */
  readonly q: string | null;
  /** The outcome of the media buys attributed to it. */
  readonly commercialResult: string | null;
  /** Only runs that seller analytics counts; null for all runs. */
  readonly counted: CountedFilter | null;
  /** Whether the inputs are read too. */
  readonly inFull: boolean;
}

/** The runs, newest first. */
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

/** The latest event of the media buys that analytics attributes to a run. */
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

/** Returns whether there is such a run. If it was only recorded as a repetition, it becomes a run of its own first. */
export async function labelRun(db: Db, customerId: number, runId: number, label: unknown): Promise<boolean> {
  const holding = sql`
    select hold_storefront(customer_id, storefront_id) from runs_alike
    where customer_id = ${customerId} and ${runId}::bigint = any(run_ids)`;
  await sendAhead(db, holding);
  const { numUpdatedRows } = await db
    .updateTable("intelligence_runs")
    .set({ eval_label: storableJson(label) })
    .where("customer_id", "=", customerId)
    .where("run_id", "=", runId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Deletes the weeks that had ended by this wall-clock time. */
export async function deleteRunsOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await maintainPartitionsOfAllCustomers(db, "intelligence_runs", before);
}

function runs(db: Db, customerId: number, inFull: boolean) {
  return db
    .selectFrom(sql<Row<"intelligence_runs">>`runs_as_recorded`.as<"intelligence_runs">(sql`intelligence_runs`))
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

/** The run's own value, or that of the earlier run which it repeats. */
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
