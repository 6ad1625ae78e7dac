import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { JoinRole, ProviderKind, SealedProvider } from "./provider.ts";

export async function saveProvider(db: Db, provider: SealedProvider): Promise<void> {
  const { customerId, createdAt, ...given } = provider;
  const columns = {
    kind: given.kind,
    name: given.name,
    issuer: given.issuer,
    client_id: given.clientId,
    sealed: given.sealed,
    joins_as: given.joinsAs,
    updated_at: given.updatedAt,
  };
  await db
    .insertInto("identity_providers")
    .values({ customer_id: customerId, created_at: createdAt, ...columns })
    .onConflict((conflict) => conflict.column("customer_id").doUpdateSet(columns))
    .execute();
}

export async function findProvider(db: Db, customerId: number): Promise<SealedProvider | undefined> {
  const row = await db
    .selectFrom("identity_providers")
    .selectAll()
    .where("customer_id", "=", customerId)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Returns whether there was one. */
export async function deleteProvider(db: Db, customerId: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("identity_providers")
    .where("customer_id", "=", customerId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** A provider that can verify a domain's addresses, as it is offered to people. */
export interface OfferedProvider {
  readonly customerId: number;
  readonly name: string;
}

/** The providers with which people with addresses at this domain can sign in; the oldest organisation first. */
export async function listProvidersForDomainOfAnyCustomer(
  db: InstallationDb,
  domain: string,
  most: number,
): Promise<OfferedProvider[]> {
  return db
    .selectFrom("sign_in_domains as own")
    .innerJoin("identity_providers as provider", "provider.customer_id", "own.customer_id")
    .select(["provider.customer_id as customerId", "provider.name"])
    .where("own.domain", "=", domain)
    .where("own.verified_at", "is not", null)
    .orderBy("provider.customer_id")
    .limit(most)
    .execute();
}

function fromRow(row: Row<"identity_providers">): SealedProvider {
  return {
    customerId: row.customer_id,
    kind: row.kind as ProviderKind,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    sealed: row.sealed,
    joinsAs: row.joins_as as JoinRole | null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
