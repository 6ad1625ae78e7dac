import { sql } from "kysely";
import { clocksAt, type InstallationDb } from "../../../../ground/db/index.ts";

interface Waiting {
  readonly count: number;
  /** None where none waits. */
  readonly oldestSeconds: number;
}

/** Only reads those that wait, however many have been decided: their index contains no others. */
export async function waitingOfAllCustomers(db: InstallationDb, wall: Date): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    with ${clocksAt(wall)}
    select count(*)::int as count,
      coalesce(max(extract(epoch from clocks.now - waiting.created_at)), 0)::float8 as "oldestSeconds"
    from media_buy_approvals as waiting join clocks on clocks.customer_id = waiting.customer_id
    where waiting.status = 'pending'`.execute(db);
  return rows[0] ?? { count: 0, oldestSeconds: 0 };
}
