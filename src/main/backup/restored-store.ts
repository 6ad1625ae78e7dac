import { asOwner } from "./owner-store.ts";

/** Schedules a reconciliation of every source that sells from outside this installation, because what it booked after the backup is unknown here. */
export async function expectReconciliation(ownerUrl: string, takenAt: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query("delete from source_reconciliations");
    await client.query(EXPECT, [takenAt]);
  });
}

/** Spreadsheets and linked storefronts need none: the backup contains all their data. */
const EXPECT = `
  insert into source_reconciliations (customer_id, inventory_source_id, restored_to, state, next_at)
  select customer_id, inventory_source_id, $1, 'WAITING', $1
  from inventory_sources
  where agent_id is not null and status = 'ACTIVE' and type = 'SALES'
    and execution_type in ('AGENT', 'SIMULATED', 'MANAGED_SALES_AGENT', 'PROVIDER_ADAPTER')`;
