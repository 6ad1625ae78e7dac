import { sql } from "kysely";
import { clocksAt, type InstallationDb } from "../../../../ground/db/index.ts";

interface Waiting {
  readonly count: number;
  /** 0 if none is waiting. */
  readonly oldestSeconds: number;
}

/** Only reads approvals that are waiting, however many have been decided, because the index contains no others. */
export async function waitingOfAllCustomers(db: InstallationDb, wall: Date): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    with ${clocksAt(wall)}
    select count(*)::int as count,
      coalesce(max(extract(epoch from clocks.now - waiting.created_at)), 0)::float8 as "oldestSeconds"
    from media_buy_approvals as waiting join clocks on clocks.customer_id = waiting.customer_id
    where waiting.status = 'pending'`.execute(db);
  return rows[0] ?? { count: 0, oldestSeconds: 0 };
}
