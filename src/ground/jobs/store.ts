import { sql } from "kysely";
import type { PgBoss } from "pg-boss";
import type { InstallationDb } from "../db/index.ts";
import { QUEUE_SCHEMA } from "./queue-schema.ts";

/** A job that has used all its attempts. It is kept until an operator has handled it, for two weeks at most. */
export interface DeadLetter {
  readonly id: string;
  readonly step: string;
  readonly customerId: number | null;
  readonly input: unknown;
  readonly error: string;
  readonly failedAt: Date;
}

export const DEAD_LETTERS = "dead-letters";
/** The queue's own database connections. */
type Queue = Pick<ReturnType<PgBoss["getDb"]>, "executeSql">;

const RETURN_DELAY_SECONDS = 2;
/** Even a job that takes the database down every time must end eventually. */
const FORGIVEN_HOURS = 24;

/**
 * Returns a running job to the queue as if it had never been taken. Returns false if it must count as an attempt, because the job is too
 * old or not ours.
 */
export async function returnJob(queue: Queue, id: string): Promise<boolean> {
  // The queue counts an attempt when it hands out a job whose `started_on` is set.
  const { rows } = await queue.executeSql(
    `update ${QUEUE_SCHEMA}.job set state = 'retry', started_on = null, start_after = now() + make_interval(secs => $2)
     where id = $1 and state = 'active' and created_on > now() - make_interval(hours => $3) returning id`,
    [id, RETURN_DELAY_SECONDS, FORGIVEN_HOURS],
  );
  return rows.length > 0;
}

export async function isThere(queue: Queue): Promise<void> {
  await queue.executeSql("select 1");
}

/** Newest first, with the total number. */
export async function listDeadLettersOfAllCustomers(
  db: InstallationDb,
  { take, skip }: { take: number; skip: number },
): Promise<{ letters: DeadLetter[]; total: number }> {
  const job = sql.table(`${QUEUE_SCHEMA}.job`);
  const { rows } = await sql<{
    id: string;
    step: string;
    data: { customerId?: number } | null;
    error: string;
    failed_at: Date;
    total: number;
  }>`
    select id, coalesce(source_name, name) as step, data, coalesce(output->>'message', output->'value'->>'message', 'no reason was left') as error,
           created_on as failed_at, count(*) over () as total
    from ${job} where name = ${DEAD_LETTERS} order by created_on desc, id limit ${take} offset ${skip}`.execute(db);
  const letters = rows.map(({ id, step, data, error, failed_at }) => ({
    id,
    step,
    customerId: data?.customerId ?? null,
    input: data,
    error,
    failedAt: failed_at,
  }));
  return { letters, total: rows[0]?.total ?? 0 };
}

/** Removes a dead letter and returns its job; undefined if there is none. */
export async function removeDeadLetterOfAnyCustomer(
  db: InstallationDb,
  id: string,
): Promise<Pick<DeadLetter, "step" | "input"> | undefined> {
  const { rows } = await sql<{ step: string; input: unknown }>`
    delete from ${sql.table(`${QUEUE_SCHEMA}.job`)} where name = ${DEAD_LETTERS} and id::text = ${id}
    returning coalesce(source_name, name) as step, data as input`.execute(db);
  return rows[0];
}

/** Whether this release knows such jobs: a step of an earlier release may no longer exist. */
export async function knowsStepOfInstallation(db: InstallationDb, step: string): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(`${QUEUE_SCHEMA}.queue`)} where name = ${step}`.execute(db);
  return rows.length > 0;
}

/** The unfinished jobs of a step. */
export interface Backlog {
  readonly step: string;
  readonly waiting: number;
  readonly running: number;
  /** Jobs that have failed before, and wait for their next attempt. */
  readonly retrying: number;
  /** Since when the oldest of them has been due; null if none is due. */
  readonly dueSince: Date | null;
}

/** For each step with overdue jobs, since when the oldest of them has been due. Uses the index of waiting jobs. */
export async function listOverdueOfAllCustomers(db: InstallationDb): Promise<{ step: string; dueSince: Date }[]> {
  const { rows } = await sql<{ step: string; due_since: Date }>`
    select name as step, min(start_after) as due_since from ${sql.table(`${QUEUE_SCHEMA}.job`)}
    where state < 'active' and not blocked and start_after <= now() and name <> ${DEAD_LETTERS} and name not like '\\_\\_%'
    group by name`.execute(db);
  return rows.map(({ step, due_since }) => ({ step, dueSince: due_since }));
}

/** The steps with unfinished jobs, the longest overdue first. */
export async function listBacklogsOfAllCustomers(db: InstallationDb): Promise<Backlog[]> {
  const { rows } = await sql<Omit<Backlog, "dueSince"> & { due_since: Date | null }>`
    select name as step, count(*) filter (where state = 'created')::int as waiting,
      count(*) filter (where state = 'active')::int as running, count(*) filter (where state = 'retry')::int as retrying,
      min(start_after) filter (where state in ('created', 'retry') and start_after <= now()) as due_since
    from ${sql.table(`${QUEUE_SCHEMA}.job`)}
    where state in ('created', 'active', 'retry') and name <> ${DEAD_LETTERS} and name not like '\\_\\_%'
    group by name order by due_since nulls last, name`.execute(db);
  return rows.map(({ due_since, ...counted }) => ({ ...counted, dueSince: due_since }));
}
