import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";
import type { CreativeFormat } from "../../../ground/seller-agent/index.ts";
import type { FormatsFailure, SellerFormats } from "./seller-formats.ts";

/** The last answer that each seller gave this customer. */
export async function listSellerFormats(db: Db, customerId: number): Promise<SellerFormats[]> {
  const rows = await db.selectFrom("seller_formats").selectAll().where("customer_id", "=", customerId).execute();
  return rows.map((row) => ({
    salesAgentId: row.sales_agent_id,
    salesAgentName: row.sales_agent_name,
    formats: row.formats as unknown as CreativeFormat[],
    failure: row.failure as unknown as FormatsFailure | null,
    askedAt: row.asked_at,
  }));
}

/** One statement for any number of sellers; of two concurrent requests, the later answer is kept. */
export async function saveSellerFormats(db: Db, customerId: number, reported: readonly SellerFormats[]): Promise<void> {
  if (reported.length === 0) return;
  const rows = reported.map(({ salesAgentId, salesAgentName, formats, failure, askedAt }) => ({
    sales_agent_id: salesAgentId,
    sales_agent_name: salesAgentName,
    formats,
    failure,
    asked_at: askedAt,
  }));
  await sql`
    insert into seller_formats (customer_id, sales_agent_id, sales_agent_name, formats, failure, asked_at)
    select ${customerId}::bigint, told.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (sales_agent_id text, sales_agent_name text,
      formats jsonb, failure jsonb, asked_at timestamptz)
    order by sales_agent_id
    on conflict (customer_id, sales_agent_id) do update set
      sales_agent_name = excluded.sales_agent_name, formats = excluded.formats, failure = excluded.failure,
      asked_at = excluded.asked_at
    where seller_formats.asked_at <= excluded.asked_at
    returning true`.execute(db);
}
