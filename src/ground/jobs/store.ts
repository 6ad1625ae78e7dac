import { sql } from "kysely";
import type { InstallationDb } from "../db/index.ts";
import { QUEUE_SCHEMA } from "./queue-schema.ts";

/** A step that failed as often as it may; it stays until an operator has seen to it, for two weeks at most. */
export interface DeadLetter {
  readonly id: string;
  readonly step: string;
  readonly customerId: number | null;
  readonly input: unknown;
  readonly error: string;
  readonly failedAt: Date;
}

export const DEAD_LETTERS = "dead-letters";

/** Newest first, with the number of all there are. */
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
