import { sql } from "kysely";
import {
  containing,
  type Db,
  type InstallationDb,
  pageAndTotal,
  preparedQuery,
  type Row,
  storableJson,
} from "../../ground/db/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import { commercialResultOf } from "../analytics/index.ts";
import type { Disposition, IntelligenceRun, NewRun, RunRecord } from "./intelligence-run.ts";

/** Asked of each `get_products`: `question` keeps its text. */
const insertOne = preparedQuery((db, run: Record<"customerId" | keyof NewRun, unknown>) =>
  db
    .insertInto("intelligence_runs")
    .values({
      customer_id: run.customerId as number,
      storefront_id: run.storefrontId as number,
      buyer_customer_id: run.buyerCustomerId as number | null,
      buying_mode: run.buyingMode as string,
      disposition: run.disposition as string | null,
      brief: run.brief as string | null,
      record: run.record as string,
      inputs: run.inputs as string | null,
      created_at: run.createdAt as Date,
    })
    .returning("run_id"),
);

/** Answers the number that it has from now on. */
export async function insertRun(db: Db, customerId: number, run: NewRun): Promise<number> {
  const { brief, record } = run;
  const [row] = await insertOne(db, { ...run, customerId, brief: brief && plain(brief), record: storableJson(record) });
  if (!row) throw new Error("an insert answers the row that it wrote");
  return row.run_id;
}

/** PostgreSQL keeps no text with a NUL or half of a surrogate pair in it. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

export interface RunFilter {
  readonly disposition: string | null;
  readonly buyingMode: string | null;
  /** A part of the brief, in any case. */
  readonly q: string | null;
  /** What the media buys came to that are put down to it. */
  readonly commercialResult: string | null;
  /** Whether the inputs are read as well. */
  readonly inFull: boolean;
}

/** Newest first. */
export async function listRuns(
  db: Db,
  customerId: number,
  { disposition, buyingMode, q, commercialResult, inFull }: RunFilter,
  page: Page,
): Promise<{ runs: IntelligenceRun[]; total: number }> {
  let query = runs(db, customerId, inFull);
  if (disposition !== null) query = query.where("disposition", "=", disposition);
  if (buyingMode !== null) query = query.where("buying_mode", "=", buyingMode);
  if (q !== null) query = query.where("brief", "ilike", containing(q));
  if (commercialResult !== null) query = query.where(sql<boolean>`${latestType} = any(${EVENTS_OF[commercialResult]})`);
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

const MOST_AT_ONCE = 5_000;

export async function forgetRunsOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await sql`
    delete from intelligence_runs where ctid = any(array(
      select ctid from intelligence_runs where created_at < ${before} limit ${MOST_AT_ONCE}))`.execute(db);
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
      "record",
      "eval_label",
      "created_at",
    ])
    .select(latestType.as("latest_type"))
    .$if(inFull, (full) => full.select("inputs"))
    .where("customer_id", "=", customerId);
}

type RunRow = Omit<Row<"intelligence_runs">, "customer_id" | "inputs"> & {
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
    record: row.record as unknown as RunRecord,
    inputs: row.inputs ?? null,
    commercialResult: commercialResultOf(row.latest_type),
    evalLabel: row.eval_label,
    createdAt: row.created_at,
  };
}
