import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../../ground/db/index.ts";
import type { Progress } from "../../../../ground/dispatch/index.ts";
import { stepped } from "../../../../ground/kernel/lifecycle.ts";
import { type Credential, credentialLife } from "../../credential.ts";
import type { Grant } from "./grant.ts";

type GrantRef = Pick<Grant, "customerId" | "credentialId">;

export async function findGrant(db: Db, place: GrantRef): Promise<Grant | undefined> {
  const row = await grants(db, place).executeTakeFirst();
  return row && fromRow(row);
}

/** Locks the grant: the next transaction that needs it waits for this one. */
export async function lockGrant(db: Db, place: GrantRef): Promise<Grant | undefined> {
  const row = await grants(db, place).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** A new consent's grant, which has no renewal yet. */
export type NewGrant = Omit<Grant, keyof Progress>;

/** Replaces any earlier grant, even one that is just being renewed: the new consent takes precedence. */
export async function saveNewGrant(db: Db, grant: NewGrant, at: Date): Promise<void> {
  const { customerId, credentialId } = grant;
  const granted = {
    source_name: grant.sourceName,
    issuer: grant.issuer,
    redirect_uri: grant.redirectUri,
    resource: grant.resource,
    sealed: grant.sealed,
    expires_at: grant.expiresAt,
    renew_at: grant.renewAt,
    attempts: 0,
    lease_until: null,
    updated_at: at,
  };
  await db
    .insertInto("oauth_grants")
    .values({ customer_id: customerId, credential_id: credentialId, ...granted })
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "credential_id"])
        .doUpdateSet((before) => ({ ...granted, fence: sql<number>`${before.ref("oauth_grants.fence")} + 1` })),
    )
    .execute();
}

/** Stores the progress and the result of a renewal. */
export async function saveGrant(db: Db, grant: Grant, at: Date): Promise<void> {
  await db
    .updateTable("oauth_grants")
    .set({
      sealed: grant.sealed,
      expires_at: grant.expiresAt,
      renew_at: grant.renewAt,
      attempts: grant.attempts,
      fence: grant.fence,
      lease_until: grant.leaseUntil,
      updated_at: at,
    })
    .where("customer_id", "=", grant.customerId)
    .where("credential_id", "=", grant.credentialId)
    .execute();
}

export async function deleteGrant(db: Db, { customerId, credentialId }: GrantRef): Promise<void> {
  await db
    .deleteFrom("oauth_grants")
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId)
    .execute();
}

/** Stores whether a credential works, and why not; returns false if it no longer exists. */
export async function saveCredentialStatus(
  db: Db,
  { customerId, credentialId }: GrantRef,
  { step, statusReason }: Pick<Credential, "statusReason"> & { readonly step: keyof typeof credentialLife.transitions },
  at: Date,
): Promise<boolean> {
  // Each of the two steps leads to the same state from every state, so the current one does not matter.
  const status = stepped(credentialLife, step, "PENDING");
  const { numUpdatedRows } = await db
    .updateTable("credentials")
    .set({ status, status_reason: statusReason, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export interface DueGrant extends GrantRef {
  readonly at: Date;
}

/** Grants that are due and not being renewed, the longest due first. */
export async function listDueGrantsOfAllCustomers(db: InstallationDb, wall: Date, limit: number): Promise<DueGrant[]> {
  const rows = await db
    .selectFrom("oauth_grants")
    .select(["customer_id as customerId", "credential_id as credentialId", "renew_at as at"])
    .where("renew_at", "<=", wall)
    .where((grant) => grant.or([grant("lease_until", "is", null), grant("lease_until", "<=", wall)]))
    .orderBy("renew_at")
    .limit(limit)
    .execute();
  return rows.map(({ at, ...place }) => ({ ...place, at: at ?? wall }));
}

function grants(db: Db, { customerId, credentialId }: GrantRef) {
  return db
    .selectFrom("oauth_grants")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credentialId);
}

function fromRow(row: Row<"oauth_grants">): Grant {
  return {
    customerId: row.customer_id,
    credentialId: row.credential_id,
    sourceName: row.source_name,
    issuer: row.issuer,
    redirectUri: row.redirect_uri,
    resource: row.resource,
    sealed: row.sealed,
    expiresAt: row.expires_at,
    renewAt: row.renew_at,
    leaseUntil: row.lease_until,
    attempts: row.attempts,
    fence: row.fence,
  };
}
