import { sql } from "kysely";
import { type Db, type InstallationDb, type Row, storableJson } from "../../../ground/db/index.ts";
import type { AccountStatus } from "../../../ground/seller-agent/index.ts";
import type { ListedAccount } from "../contract/account.ts";
import type { Facts } from "../contract/template.ts";
import type { ConnectedAccount } from "./connected-account.ts";

interface AccountRef {
  readonly customerId: number;
  readonly connectionId: number;
}

export async function listAccounts(db: Db, customerId: number, connectionIds: readonly number[]) {
  const rows = await accountsOf(db, customerId, connectionIds).where("archived_at", "is", null).execute();
  return rows.map(fromRow);
}

/** Includes accounts that the provider no longer lists. */
export async function listAccountsEverListed(db: Db, customerId: number, connectionIds: readonly number[]) {
  const rows = await accountsOf(db, customerId, connectionIds).execute();
  return rows.map(fromRow);
}

function accountsOf(db: Db, customerId: number, connectionIds: readonly number[]) {
  return db
    .selectFrom("provider_accounts")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`connection_id = any(${[...connectionIds]}::bigint[])`)
    .orderBy("account_id");
}

export async function findAccount(
  db: Db,
  customerId: number,
  accountId: number,
): Promise<ConnectedAccount | undefined> {
  const row = await account(db, customerId, accountId).executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the account: the next transaction that needs it waits for this one. */
export async function lockAccount(
  db: Db,
  customerId: number,
  accountId: number,
): Promise<ConnectedAccount | undefined> {
  const row = await account(db, customerId, accountId).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

function account(db: Db, customerId: number, accountId: number) {
  return db
    .selectFrom("provider_accounts")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("account_id", "=", accountId);
}

/** Stores a listing of accounts: new accounts are added, and those no longer listed are archived. */
export async function saveListing(
  db: Db,
  place: AccountRef,
  listed: readonly ListedAccount[],
  at: Date,
): Promise<void> {
  const { customerId, connectionId } = place;
  for (const account of listed) {
    const said = columnsOf(account, at);
    await db
      .insertInto("provider_accounts")
      .values({
        ...said,
        customer_id: customerId,
        connection_id: connectionId,
        external_account_id: account.externalAccountId,
        created_at: at,
      })
      .onConflict((conflict) =>
        conflict.columns(["customer_id", "connection_id", "external_account_id"]).doUpdateSet(said),
      )
      .execute();
  }
  const ids = listed.map(({ externalAccountId }) => externalAccountId);
  await db
    .updateTable("provider_accounts")
    .set({ archived_at: at, is_selected: false })
    .where("customer_id", "=", customerId)
    .where("connection_id", "=", connectionId)
    .where("archived_at", "is", null)
    .where(sql<boolean>`external_account_id <> all(${ids}::text[])`)
    .execute();
  // If facts were no longer requested because the consent had ended, they are requested again.
  await db
    .updateTable("provider_accounts")
    .set({ facts_due_at: at })
    .where("customer_id", "=", customerId)
    .where("connection_id", "=", connectionId)
    .where("archived_at", "is", null)
    .where("is_selected", "=", true)
    .where("facts_due_at", "is", null)
    .execute();
}

export async function selectAccount(db: Db, customerId: number, accountId: number, at: Date): Promise<void> {
  await db
    .updateTable("provider_accounts")
    .set({ is_selected: true, facts_due_at: sql`coalesce(facts_due_at, ${at})`, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("account_id", "=", accountId)
    .execute();
}

type FactsChange = { readonly dueAt: Date | null } | { readonly facts: Facts; readonly at: Date; readonly dueAt: Date };

export async function saveFacts(
  db: Db,
  { customerId, accountId }: Pick<ConnectedAccount, "customerId" | "accountId">,
  change: FactsChange,
): Promise<void> {
  await db
    .updateTable("provider_accounts")
    .set({
      facts_due_at: change.dueAt,
      ...("facts" in change && { facts: storableJson(change.facts), facts_at: change.at }),
    })
    .where("customer_id", "=", customerId)
    .where("account_id", "=", accountId)
    .execute();
}

/** Accounts whose facts are due to be requested, the longest due first. */
export async function listFactsDueOfAllCustomers(
  db: InstallationDb,
  wall: Date,
  limit: number,
): Promise<{ readonly customerId: number; readonly accountId: number; readonly at: Date }[]> {
  const rows = await db
    .selectFrom("provider_accounts")
    .select(["customer_id", "account_id", "facts_due_at"])
    .where("facts_due_at", "<=", wall)
    .orderBy("facts_due_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    customerId: row.customer_id,
    accountId: row.account_id,
    at: row.facts_due_at ?? wall,
  }));
}

function columnsOf(account: ListedAccount, at: Date) {
  return {
    name: account.name,
    advertiser: account.advertiser,
    currency: account.currency,
    time_zone: account.timeZone,
    country: account.country,
    provider_status: account.status,
    raw_status: account.rawStatus,
    account_type: account.type,
    parent_external_id: account.parentExternalId,
    parent_name: account.parentName,
    is_test: account.test === true,
    call_facts: storableJson(account.facts ?? {}),
    archived_at: null,
    updated_at: at,
  };
}

function fromRow(row: Row<"provider_accounts">): ConnectedAccount {
  return {
    customerId: row.customer_id,
    accountId: row.account_id,
    connectionId: row.connection_id,
    externalAccountId: row.external_account_id,
    name: row.name,
    advertiser: row.advertiser,
    currency: row.currency,
    timeZone: row.time_zone,
    country: row.country,
    status: row.provider_status as AccountStatus,
    rawStatus: row.raw_status,
    type: row.account_type as ConnectedAccount["type"],
    parentExternalId: row.parent_external_id,
    parentName: row.parent_name,
    ...(row.is_test && { test: true as const }),
    facts: row.call_facts as Record<string, string>,
    isSelected: row.is_selected,
    knownFacts: row.facts as unknown as Facts | null,
    factsAt: row.facts_at,
    factsDueAt: row.facts_due_at,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
