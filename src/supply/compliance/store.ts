import { sql } from "kysely";
import type { Db, InstallationDb } from "../../ground/db/index.ts";
import type { Progress } from "../../ground/dispatch/index.ts";
import type { Standing } from "../sources/held-back/index.ts";
import { type Source, sourceFromRow } from "../sources/index.ts";
import type { Compliance } from "./compliance.ts";
import type { StoryboardProgress } from "./storyboards/examination.ts";
import type { Verdict } from "./verdict.ts";

/** Identifies a source to a job. */
export interface SourcePlace {
  readonly customerId: number;
  readonly inventorySourceId: number;
}

/** The verdicts on a seller's sources. */
export async function listCompliance(db: Db, customerId: number): Promise<Compliance[]> {
  const rows = await db
    .selectFrom("source_compliance")
    .select(["inventory_source_id", "agent_id", "verdict", "checked_at"])
    .where("customer_id", "=", customerId)
    .orderBy("inventory_source_id")
    .execute();
  return rows.flatMap(
    ({ inventory_source_id: inventorySourceId, agent_id: agentId, verdict, checked_at: checkedAt }) =>
      verdict && checkedAt ? { inventorySourceId, agentId, verdict: verdict as unknown as Verdict, checkedAt } : [],
  );
}

/** An examination that is in progress. */
export interface Examining extends StoryboardProgress {
  readonly inventorySourceId: number;
  readonly agentId: string;
}

export async function listExamining(db: Db, customerId: number): Promise<Examining[]> {
  const rows = await db
    .selectFrom("source_compliance")
    .select(["inventory_source_id as inventorySourceId", "agent_id as agentId", "progress"])
    .where("customer_id", "=", customerId)
    .where("progress", "is not", null)
    .orderBy("inventory_source_id")
    .execute();
  // Only saveProgress writes this column, in this shape.
  return rows.map(({ progress, ...place }) => ({ ...place, ...(progress as unknown as StoryboardProgress) }));
}

/** Does nothing if no examination is in progress any more. */
export async function saveProgress(db: Db, place: SourcePlace, progress: StoryboardProgress): Promise<void> {
  await db
    .updateTable("source_compliance")
    .set({ progress: JSON.stringify(progress) })
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .where("lease_until", "is not", null)
    .execute();
}

/** The source, locked until the end of this transaction. */
export async function lockSourceAt(db: Db, place: SourcePlace): Promise<Source | undefined> {
  const row = await db
    .selectFrom("inventory_sources")
    .selectAll()
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .forUpdate()
    .executeTakeFirst();
  return row && sourceFromRow(row);
}

/** Sets when the source's agent is next tested automatically. */
export async function examineNext(db: Db, place: SourcePlace, at: Date): Promise<void> {
  await db
    .updateTable("inventory_sources")
    .set({ examine_at: at })
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .execute();
}

/** The progress of examining a source, and the last verdict, which is about the agent that was behind the source then. */
export interface Examined extends SourcePlace, Progress {
  readonly found: Pick<Compliance, "agentId" | "verdict" | "checkedAt"> | null;
}

/** Locks the source. A source that has not been tested yet has no verdict. */
export async function findExamined(db: Db, place: SourcePlace): Promise<Examined> {
  const row = await db
    .selectFrom("source_compliance")
    .selectAll()
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .executeTakeFirst();
  const { customerId, inventorySourceId } = place;
  if (!row) return { customerId, inventorySourceId, attempts: 0, fence: 0, leaseUntil: null, found: null };
  const { agent_id: agentId, verdict, checked_at: checkedAt, attempts, fence, lease_until: leaseUntil } = row;
  // Only saveExamined writes this column, in this shape.
  const found = verdict && checkedAt ? { agentId, verdict: verdict as unknown as Verdict, checkedAt } : null;
  return { customerId, inventorySourceId, attempts, fence, leaseUntil, found };
}

/** `agentId` is the agent being examined; it is used while there is no verdict. */
export async function saveExamined(db: Db, examined: Examined, agentId: string): Promise<void> {
  const { customerId, inventorySourceId, attempts, fence, leaseUntil, found } = examined;
  const row = {
    agent_id: found?.agentId ?? agentId,
    verdict: found && JSON.stringify(found.verdict),
    checked_at: found?.checkedAt ?? null,
    attempts,
    fence,
    lease_until: leaseUntil,
    progress: null,
  };
  await db
    .insertInto("source_compliance")
    .values({ customer_id: customerId, inventory_source_id: inventorySourceId, ...row })
    .onConflict((conflict) => conflict.columns(["customer_id", "inventory_source_id"]).doUpdateSet(row))
    .execute();
}

export async function holdSource(
  db: Db,
  place: SourcePlace,
  { trackStatuses, registryStatus, heldBack }: Standing & Pick<Source, "heldBack">,
): Promise<void> {
  await db
    .updateTable("inventory_sources")
    .set({
      track_statuses: trackStatuses && JSON.stringify(trackStatuses),
      registry_status: registryStatus,
      held_back: heldBack,
    })
    .where("customer_id", "=", place.customerId)
    .where("inventory_source_id", "=", place.inventorySourceId)
    .execute();
}

/**
 * Withholds sources from buyers, or releases them, according to the current gates: does for every source what
 * `isHeldBack` decides for one.
 */
export async function holdByGatesOfAllCustomers(db: InstallationDb, gates: readonly string[]): Promise<void> {
  const held = sql<boolean>`${gates.length > 0}::boolean and execution_type = 'AGENT' and type is not distinct from 'SALES' and
    case when registry_status is not null then registry_status <> 'passing'
    else exists (select 1 from unnest(${[...gates]}::text[]) gate
      where coalesce(track_statuses ->> gate, '') not in ('pass', 'silent')) end`;
  await db
    .updateTable("inventory_sources")
    .set({ held_back: held })
    .where(sql<boolean>`held_back <> (${held})`)
    .execute();
}

export interface DueExamination extends SourcePlace {
  readonly at: Date;
}

/** The sources whose examination is due and not in progress, the longest due first. */
export async function listDueExaminationsOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<DueExamination[]> {
  return db
    .selectFrom("inventory_sources")
    .select(["customer_id as customerId", "inventory_source_id as inventorySourceId", "examine_at as at"])
    .where("examine_at", "<=", wall)
    .where("execution_type", "=", "AGENT")
    .where("status", "=", "ACTIVE")
    .orderBy("examine_at")
    .limit(limit)
    .execute();
}
