import { sql } from "kysely";
import { type Db, preparedStatement, type Row } from "../../../ground/db/index.ts";
import { sendAhead } from "../../../ground/db/writing/index.ts";
import type { CreativeOutcome } from "../../../ground/seller-agent/index.ts";
import type { CreativeSync } from "./creative-sync.ts";

export async function listCreativeSyncs(
  db: Db,
  customerId: number,
  mediaBuyIds: readonly string[],
): Promise<CreativeSync[]> {
  const rows = await db
    .selectFrom("creative_syncs")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`media_buy_id = any(${mediaBuyIds})`)
    .execute();
  return rows.map(fromRow);
}

/** The caller must hold the locks of the buys. */
export async function saveCreativeSyncs(db: Db, customerId: number, syncs: readonly CreativeSync[]): Promise<void> {
  if (syncs.length === 0) return;
  const rows = syncs.map((sync) => ({
    customer_id: customerId,
    media_buy_id: sync.mediaBuyId,
    campaign_id: sync.campaignId,
    missing: sync.missing,
    digest: sync.digest,
    execution_key: sync.executionKey,
    state: sync.state,
    outcomes: sync.outcomes,
    error: sync.error,
    attempts: sync.attempts,
    fence: sync.fence,
    lease_until: sync.leaseUntil,
    synced_at: sync.syncedAt,
  }));
  await sendAhead(db, saving({ rows: JSON.stringify(rows) }));
}

const saving = preparedStatement((_, { rows }: { readonly rows: string }) => {
  const columns = sql.join(["customer_id", "media_buy_id", "campaign_id", ...WRITTEN].map((column) => sql.ref(column)));
  const written = WRITTEN.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  return sql`
    insert into creative_syncs (${columns})
    select ${columns} from jsonb_populate_recordset(null::creative_syncs, ${rows}::jsonb)
    on conflict (customer_id, media_buy_id) do update set ${sql.join(written)}`;
});

/** The columns that change when a row already exists. */
const WRITTEN = [
  "missing",
  "digest",
  "execution_key",
  "state",
  "outcomes",
  "error",
  "attempts",
  "fence",
  "lease_until",
  "synced_at",
] as const;

/** The ids of the campaign's buys that their sellers hold. */
export async function listHeldBuyIds(db: Db, customerId: number, campaignId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("media_buys")
    .select("media_buy_id")
    .where("customer_id", "=", customerId)
    .where("campaign_id", "=", campaignId)
    .where("seller_media_buy_id", "is not", null)
    .where(sql<boolean>`status in ('PENDING_APPROVAL', 'INPUT_REQUIRED', 'ACTIVE', 'PAUSED')`)
    .orderBy("media_buy_id")
    .execute();
  return rows.map(({ media_buy_id }) => media_buy_id);
}

function fromRow(row: Row<"creative_syncs">): CreativeSync {
  return {
    mediaBuyId: row.media_buy_id,
    campaignId: row.campaign_id,
    missing: row.missing as unknown as string[],
    digest: row.digest,
    executionKey: row.execution_key,
    state: row.state as CreativeSync["state"],
    outcomes: row.outcomes as unknown as CreativeOutcome[],
    error: row.error,
    attempts: row.attempts,
    fence: row.fence,
    leaseUntil: row.lease_until,
    syncedAt: row.synced_at,
  };
}
