import { sql } from "kysely";
import { type Db, pageAndTotal, type Row } from "../../ground/db/index.ts";
import type { Signal } from "../../ground/seller-agent/index.ts";
import type { ListedSignal, SignalQuery } from "./listed-signal.ts";

export async function listAskings(db: Db, customerId: number): Promise<SignalQuery[]> {
  const rows = await db.selectFrom("signal_askings").selectAll().where("customer_id", "=", customerId).execute();
  return rows.map((row) => ({ salesAgentId: row.sales_agent_id, askedAt: row.asked_at }));
}

interface SignalFilter {
  readonly salesAgentIds: readonly string[];
  readonly agentId?: string | undefined;
  readonly isLive?: boolean | undefined;
  readonly includeArchived: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** The signals that match, ordered by name, and their total number. */
export async function listSignals(
  db: Db,
  customerId: number,
  { salesAgentIds, agentId, isLive, includeArchived, limit, offset }: SignalFilter,
): Promise<{ signals: ListedSignal[]; total: number }> {
  let matching = db
    .selectFrom("signals")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where((signal) => signal("sales_agent_id", "=", signal.fn.any(signal.val([...salesAgentIds]))));
  if (agentId !== undefined) matching = matching.where("agent_id", "=", agentId);
  if (isLive === true || (!includeArchived && isLive === undefined))
    matching = matching.where("archived_at", "is", null);
  if (isLive === false) matching = matching.where("archived_at", "is not", null);
  const { rows, total } = await pageAndTotal(matching.orderBy("name").orderBy("signal_number"), {
    take: limit,
    skip: offset,
  });
  return { signals: rows.map(fromRow), total };
}

/** Stores a storefront's complete list: signals that are no longer listed are archived. */
export async function saveSignals(
  db: Db,
  customerId: number,
  { salesAgentId, askedAt }: SignalQuery,
  signals: readonly Signal[],
  at: Date,
): Promise<void> {
  const listed = JSON.stringify(
    signals.map(({ agentId, signalId, name, description, price, ...metadata }) => {
      return { agent_id: agentId, signal_id: signalId, name, description, price, metadata };
    }),
  );
  await sql`
    insert into signals (customer_id, sales_agent_id, agent_id, signal_id, name, description, price, metadata,
      created_at, updated_at)
    select distinct on (agent_id, signal_id) ${customerId}, ${salesAgentId}, listed.*, ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${listed}::jsonb) as listed (agent_id text, signal_id text, name text, description text,
      price jsonb, metadata jsonb)
    on conflict (customer_id, sales_agent_id, agent_id, signal_id) do update set
      name = excluded.name, description = excluded.description, price = excluded.price, metadata = excluded.metadata,
      archived_at = null, updated_at = excluded.updated_at
    returning true`.execute(db);
  await sql`
    update signals set archived_at = ${at}, updated_at = ${at}
    where customer_id = ${customerId} and sales_agent_id = ${salesAgentId} and archived_at is null
      and not exists (
        select from jsonb_to_recordset(${listed}::jsonb) as listed (agent_id text, signal_id text)
        where listed.agent_id = signals.agent_id and listed.signal_id = signals.signal_id)
  `.execute(db);
  await saveAsking(db, customerId, { salesAgentId, askedAt });
}

async function saveAsking(db: Db, customerId: number, { salesAgentId, askedAt }: SignalQuery): Promise<void> {
  await db
    .insertInto("signal_askings")
    .values({ customer_id: customerId, sales_agent_id: salesAgentId, asked_at: askedAt })
    .onConflict((conflict) => conflict.columns(["customer_id", "sales_agent_id"]).doUpdateSet({ asked_at: askedAt }))
    .execute();
}

function fromRow(row: Row<"signals">): ListedSignal {
  const { signalType, valueType, dataProvider } = row.metadata as unknown as Signal;
  return {
    number: row.signal_number,
    signal: {
      agentId: row.agent_id,
      signalId: row.signal_id,
      name: row.name,
      description: row.description,
      signalType,
      valueType,
      dataProvider,
      price: row.price as unknown as Signal["price"],
    },
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
