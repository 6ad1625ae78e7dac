import { sql } from "kysely";
import { type Db, pageAndTotal, preparedQuery, type Row } from "../../../ground/db/index.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { AccountStatus, LinkedAccount } from "../../../ground/seller-agent/index.ts";
import type { AccountLink, LinkedSeat } from "./account-link.ts";

export interface LinkFilter {
  readonly storefrontId?: number | undefined;
  readonly sourceId?: string | undefined;
  readonly status?: AccountStatus | "unreachable" | undefined;
}

/** The links of each of the advertisers, oldest first; an advertiser without links has no entry. */
export async function linkedAccountsOf(
  db: Db,
  customerId: number,
  advertiserIds: readonly number[],
): Promise<Map<number, AccountLink[]>> {
  const rows = await links(db, customerId)
    .where(sql<boolean>`advertiser_id = any(${advertiserIds})`)
    .orderBy("link_id")
    .execute();
  return Map.groupBy(rows.map(fromRow), ({ advertiserId }) => advertiserId);
}

/** The links that match, newest first, and their total number. */
export async function listLinks(
  db: Db,
  customerId: number,
  advertiserId: number,
  { storefrontId, sourceId, status }: LinkFilter,
  page: Page,
): Promise<{ links: AccountLink[]; total: number }> {
  let matching = links(db, customerId).where("advertiser_id", "=", advertiserId);
  if (storefrontId !== undefined)
    matching = matching.where(sql<boolean>`sources @> ${JSON.stringify([{ storefrontId, sourceId }])}::jsonb`);
  if (status === "unreachable") matching = matching.where("credential_id", "is", null);
  else if (status) {
    const meant = status === "closed" ? ["closed", "rejected"] : [status];
    matching = matching
      .where("credential_id", "is not", null)
      .where((row) => row("status", "=", row.fn.any(row.val(meant))));
  }
  const { rows, total } = await pageAndTotal(matching.orderBy("link_id", "desc"), page);
  return { links: rows.map(fromRow), total };
}

/** An account id is only unique within its agent: of two links with the same id, the newer is used. */
export async function findLinkTo(
  db: Db,
  customerId: number,
  advertiserId: number,
  accountId: string,
): Promise<AccountLink | undefined> {
  const row = await links(db, customerId)
    .where("advertiser_id", "=", advertiserId)
    .where("account_id", "=", accountId)
    .orderBy("link_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Links the account; an existing link to it is kept and gets the credential and the source's current data. */
export async function saveLink(
  db: Db,
  customerId: number,
  advertiserId: number,
  seat: LinkedSeat,
  at: Date,
): Promise<AccountLink> {
  const columns = { ...columnsOf(seat), credential_id: await stillThere(db, customerId, seat.credentialId) };
  const row = await db
    .insertInto("account_links")
    .values({
      customer_id: customerId,
      advertiser_id: advertiserId,
      agent_id: seat.agentId,
      account_id: seat.accountId,
      ...columns,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "advertiser_id", "agent_id", "account_id"])
        .where("unlinked_at", "is", null)
        .doUpdateSet({ ...columns, updated_at: at }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromRow(row);
}

/** Returns whether there was such a link. Its row is kept for the record. */
export async function unlink(
  db: Db,
  customerId: number,
  advertiserId: number,
  linkId: number,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("account_links")
    .set({ unlinked_at: at, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("advertiser_id", "=", advertiserId)
    .where("link_id", "=", linkId)
    .where("unlinked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The account that an advertiser buys under at each agent: the one that was linked there last. */
export async function buyingAccountsOf(db: Db, customerId: number, advertiserId: number): Promise<LinkedAccount[]> {
  const rows = await newestLinks(db, { customerId, advertiserId });
  return rows.map((row) => ({
    agentId: row.agent_id,
    accountId: row.account_id,
    credentialId: row.credential_id,
  }));
}

const newestLinks = preparedQuery(
  (db, { customerId, advertiserId }: { readonly customerId: number; readonly advertiserId: number }) =>
    links(db, customerId)
      .distinctOn("agent_id")
      .where("advertiser_id", "=", advertiserId)
      .orderBy("agent_id")
      .orderBy("link_id", "desc"),
);

/** Stores a source's current data about linked accounts, of any advertiser. */
export async function recordAccounts(
  db: Db,
  customerId: number,
  seats: readonly Omit<LinkedSeat, "billingType" | "credentialId">[],
  at: Date,
): Promise<void> {
  if (seats.length === 0) return;
  await sql`
    update account_links set
      name = said.name, advertiser = said.advertiser, billing_proxy = said."billingProxy", house = said.house,
      billing = said.billing, status = said.status, sources = said.sources, updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as said(
      "agentId" text, "accountId" text, name text, advertiser text, "billingProxy" text, house text, billing text,
      status text, sources jsonb)
    where customer_id = ${customerId} and agent_id = said."agentId" and account_id = said."accountId"
      and unlinked_at is null
      and (account_links.name, account_links.advertiser, account_links.billing_proxy, account_links.house,
        account_links.billing, account_links.status, account_links.sources)
        is distinct from
        (said.name, said.advertiser, said."billingProxy", said.house, said.billing, said.status, said.sources)`.execute(
    db,
  );
}

function links(db: Db, customerId: number) {
  return db
    .selectFrom("account_links")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("unlinked_at", "is", null);
}

/**
 * The credential's id if it still exists, or null if it was deleted while the source was being asked. An existing credential is
 * locked until the end of the transaction.
 */
async function stillThere(db: Db, customerId: number, credentialId: number | null): Promise<number | null> {
  if (credentialId === null) return null;
  const row = await db
    .selectFrom("credentials")
    .select("credential_id")
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId)
    .forKeyShare()
    .executeTakeFirst();
  return row?.credential_id ?? null;
}

function columnsOf(seat: LinkedSeat) {
  return {
    billing_type: seat.billingType,
    name: seat.name,
    advertiser: seat.advertiser,
    billing_proxy: seat.billingProxy,
    house: seat.house,
    billing: seat.billing,
    status: seat.status,
    sources: JSON.stringify(seat.sources),
  };
}

function fromRow(row: Row<"account_links">): AccountLink {
  return {
    linkId: row.link_id,
    advertiserId: row.advertiser_id,
    agentId: row.agent_id,
    accountId: row.account_id,
    credentialId: row.credential_id,
    billingType: row.billing_type,
    name: row.name,
    advertiser: row.advertiser,
    billingProxy: row.billing_proxy,
    house: row.house,
    billing: row.billing,
    status: row.status as AccountStatus,
    sources: row.sources as unknown as AccountLink["sources"],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
