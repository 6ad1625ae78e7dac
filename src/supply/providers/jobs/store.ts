import { type Db, type Row, storableJson } from "../../../ground/db/index.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import type { NewJob, ProviderJob } from "./provider-job.ts";

export async function insertJob(db: Db, job: NewJob, at: Date): Promise<void> {
  await db
    .insertInto("provider_jobs")
    .values({
      customer_id: job.customerId,
      job_id: job.jobId,
      inventory_source_id: job.inventorySourceId,
      media_buy_id: job.mediaBuyId,
      kind: job.kind,
      package_id: job.packageId,
      creative_id: job.creativeId,
      status: "OPEN",
      input: storableJson(job.input ?? null),
      step: storableJson({ do: "begin" }),
      created_at: at,
      updated_at: at,
    })
    .execute();
}

export async function findJob(db: Db, customerId: number, jobId: string): Promise<ProviderJob | undefined> {
  const row = await jobs(db, customerId).where("job_id", "=", jobId).executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the job: the next transaction that needs it waits for this one. */
export async function lockJob(db: Db, customerId: number, jobId: string): Promise<ProviderJob | undefined> {
  const row = await jobs(db, customerId).where("job_id", "=", jobId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** The unfinished jobs of a buy, oldest first. */
export async function listOpenJobs(
  db: Db,
  {
    customerId,
    inventorySourceId,
    mediaBuyId,
  }: Pick<ProviderJob, "customerId" | "inventorySourceId"> & { readonly mediaBuyId: string },
): Promise<ProviderJob[]> {
  const rows = await jobs(db, customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .where("media_buy_id", "=", mediaBuyId)
    .where("status", "=", "OPEN")
    .orderBy("created_at")
    .orderBy("job_id")
    .execute();
  return rows.map(fromRow);
}

export async function saveJob(db: Db, job: ProviderJob, at: Date): Promise<void> {
  await db
    .updateTable("provider_jobs")
    .set({
      status: job.status,
      step: storableJson(job.step),
      ready_at: job.readyAt,
      error: job.error && storableJson(job.error),
      attempts: job.attempts,
      fence: job.fence,
      lease_until: job.leaseUntil,
      sent_at: job.sentAt,
      updated_at: at,
    })
    .where("customer_id", "=", job.customerId)
    .where("job_id", "=", job.jobId)
    .execute();
}

function jobs(db: Db, customerId: number) {
  return db.selectFrom("provider_jobs").selectAll().where("customer_id", "=", customerId);
}

function fromRow(row: Row<"provider_jobs">): ProviderJob {
  return {
    customerId: row.customer_id,
    jobId: row.job_id,
    inventorySourceId: row.inventory_source_id,
    mediaBuyId: row.media_buy_id,
    kind: row.kind as ProviderJob["kind"],
    packageId: row.package_id,
    creativeId: row.creative_id,
    status: row.status as ProviderJob["status"],
    input: row.input,
    step: row.step as unknown as ProviderJob["step"],
    readyAt: row.ready_at,
    error: row.error as unknown as ProviderError | null,
    attempts: row.attempts,
    fence: row.fence,
    leaseUntil: row.lease_until,
    sentAt: row.sent_at,
  };
}
