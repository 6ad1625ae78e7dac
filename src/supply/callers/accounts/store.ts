import type { Db, Row } from "../../../ground/db/index.ts";
import type { Caller } from "../caller.ts";
import type { DeclaredAccount, NaturalKey } from "./declared-account.ts";

type Owner = Omit<Caller, "side">;

export interface AccountFilter {
  readonly status?: string | undefined;
  readonly sandbox?: boolean | undefined;
  /** Only the account with this id. */
  readonly accountId?: string | undefined;
  /** Only accounts after this one. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The accounts that a caller has declared at a storefront, ordered by id, which is also the order of declaration. */
export async function listDeclaredAccounts(
  db: Db,
  customerId: number,
  owner: Owner,
  { status, sandbox, accountId, after, limit }: AccountFilter,
): Promise<DeclaredAccount[]> {
  const rows = await accounts(db, customerId, owner)
    .$if(status !== undefined, (query) => query.where("status", "=", status ?? ""))
    .$if(sandbox !== undefined, (query) => query.where("sandbox", "=", sandbox ?? false))
    .$if(accountId !== undefined, (query) => query.where("account_id", "=", accountId ?? ""))
    .$if(after !== undefined, (query) => query.where("account_id", ">", after ?? ""))
    .orderBy("account_id")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export async function findDeclaredAccount(
  db: Db,
  customerId: number,
  owner: Owner,
  accountId: string,
): Promise<DeclaredAccount | undefined> {
  const row = await accounts(db, customerId, owner).where("account_id", "=", accountId).executeTakeFirst();
  return row && fromRow(row);
}

export async function findByNaturalKey(
  db: Db,
  customerId: number,
  owner: Owner,
  { brandDomain, brandId, operator, sandbox }: NaturalKey,
): Promise<DeclaredAccount | undefined> {
  const row = await accounts(db, customerId, owner)
    .where("brand_domain", "=", brandDomain)
    .where("brand_id", "=", brandId)
    .where("operator", "=", operator)
    .where("sandbox", "=", sandbox)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Finds the account from what creatives and orders store of it: the brand, the operator, and whether it is a sandbox account. */
export async function findAccountOf(
  db: Db,
  customerId: number,
  owner: Owner,
  kept: string,
): Promise<DeclaredAccount | undefined> {
  const [brandDomain, operator, sandbox] = JSON.parse(kept) as [string | null, string | null, boolean];
  if (brandDomain === null || operator === null) return undefined;
  const row = await accounts(db, customerId, owner)
    .where("brand_domain", "=", brandDomain)
    .where("operator", "=", operator)
    // In a sandbox, a caller may leave out that its accounts are sandbox accounts.
    .where("sandbox", "in", sandbox ? [true, false] : [false])
    .orderBy("sandbox", "desc")
    .orderBy("account_id")
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** False if it was declared in the meantime: it is still one account, and the first declaration stays. */
export async function insertAccount(
  db: Db,
  customerId: number,
  { storefrontId, principal }: Owner,
  account: DeclaredAccount,
  at: Date,
): Promise<boolean> {
  const inserted = await db
    .insertInto("agent_accounts")
    .values({
      customer_id: customerId,
      storefront_id: storefrontId,
      principal,
      account_id: account.accountId,
      brand_domain: account.brandDomain,
      brand_id: account.brandId,
      operator: account.operator,
      sandbox: account.sandbox,
      billing: account.billing,
      payment_terms: account.paymentTerms,
      status: account.status,
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("account_id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function updateTerms(
  db: Db,
  customerId: number,
  { storefrontId, principal }: Owner,
  { accountId, billing, paymentTerms }: DeclaredAccount,
): Promise<void> {
  await db
    .updateTable("agent_accounts")
    .set({ billing, payment_terms: paymentTerms })
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("account_id", "=", accountId)
    .execute();
}

export async function updateStatus(
  db: Db,
  customerId: number,
  { storefrontId, principal }: Owner,
  { accountId, status }: Pick<DeclaredAccount, "accountId" | "status">,
): Promise<void> {
  await db
    .updateTable("agent_accounts")
    .set({ status })
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("account_id", "=", accountId)
    .execute();
}

function accounts(db: Db, customerId: number, { storefrontId, principal }: Owner) {
  return db
    .selectFrom("agent_accounts")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal);
}

function fromRow(row: Row<"agent_accounts">): DeclaredAccount {
  return {
    accountId: row.account_id,
    brandDomain: row.brand_domain,
    brandId: row.brand_id,
    operator: row.operator,
    sandbox: row.sandbox,
    billing: row.billing,
    paymentTerms: row.payment_terms,
    status: row.status as DeclaredAccount["status"],
  };
}
