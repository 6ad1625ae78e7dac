import { sql } from "kysely";
import { type Db, type Row, storableJson } from "../../../ground/db/index.ts";
import type { ModularSourceRef } from "../modular-source.ts";
import type { Credential, NewCredential } from "./credential.ts";
import type { CredentialKind } from "./module.ts";
import type { ModuleInstance } from "./module-instance.ts";

/** The modules, in the order in which they were attached. */
export async function listModules(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
): Promise<ModuleInstance[]> {
  const rows = await db
    .selectFrom("modular_modules")
    .selectAll("modular_modules")
    .select(
      sql<string[]>`array(
        select credential_kind from modular_credentials
        where modular_credentials.customer_id = modular_modules.customer_id
          and modular_credentials.module_row_id = modular_modules.module_row_id and revoked_at is null
        order by credential_kind)`.as("kinds"),
    )
    .where("modular_modules.customer_id", "=", customerId)
    .where("inventory_source_id", "=", inventorySourceId)
    .orderBy("modular_modules.module_row_id")
    .execute();
  return rows.map((row) => fromRow(row, row.kinds));
}

export type NewModule = Pick<ModuleInstance, "moduleInstanceId" | "contractId" | "kind" | "name" | "config">;

/** Returns false if the source already has a module with this name. */
export async function insertModule(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  { moduleInstanceId, contractId, kind, name, config }: NewModule,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("modular_modules")
    .values({
      customer_id: customerId,
      inventory_source_id: inventorySourceId,
      module_instance_id: moduleInstanceId,
      contract_id: contractId,
      kind,
      name,
      config: storableJson(config),
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "inventory_source_id", "module_instance_id"]).doNothing(),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function updateModule(db: Db, customerId: number, module: ModuleInstance, at: Date): Promise<void> {
  await db
    .updateTable("modular_modules")
    .set({
      status: module.status,
      config: storableJson(module.config),
      last_error: module.lastError,
      last_checked_at: module.lastCheckedAt,
      issues: [...module.issues],
      updated_at: at,
    })
    .where("customer_id", "=", customerId)
    .where("module_row_id", "=", module.moduleRowId)
    .execute();
}

/** Revokes the current credential of a kind; undefined if there is none. */
export async function revokeCredential(
  db: Db,
  customerId: number,
  moduleRowId: number,
  kind: CredentialKind,
  at: Date,
): Promise<Credential | undefined> {
  const row = await db
    .updateTable("modular_credentials")
    .set({ sealed: null, revoked_at: at, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("module_row_id", "=", moduleRowId)
    .where("credential_kind", "=", kind)
    .where("revoked_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && fromCredentialRow(row);
}

export async function insertCredential(
  db: Db,
  customerId: number,
  moduleRowId: number,
  { kind, scopes, expiresAt, lastRefreshedAt, metadata }: NewCredential,
  seal: (credentialId: number) => string,
  at: Date,
): Promise<Credential> {
  const { credential_id } = await db
    .insertInto("modular_credentials")
    .values({
      customer_id: customerId,
      module_row_id: moduleRowId,
      credential_kind: kind,
      // A secret is encrypted for its row, whose number is only known after the insert.
      sealed: "",
      scopes: [...scopes],
      expires_at: expiresAt,
      last_refreshed_at: lastRefreshedAt,
      metadata: storableJson(metadata),
      created_at: at,
      updated_at: at,
    })
    .returning("credential_id")
    .executeTakeFirstOrThrow();
  const row = await db
    .updateTable("modular_credentials")
    .set({ sealed: seal(credential_id) })
    .where("customer_id", "=", customerId)
    .where("credential_id", "=", credential_id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return fromCredentialRow(row);
}

/** The encrypted secrets of the credentials that are still valid, by kind. */
export async function findSealedCredentials(
  db: Db,
  customerId: number,
  moduleRowId: number,
): Promise<readonly { readonly credentialId: number; readonly kind: CredentialKind; readonly sealed: string }[]> {
  const rows = await db
    .selectFrom("modular_credentials")
    .select(["credential_id", "credential_kind", "sealed"])
    .where("customer_id", "=", customerId)
    .where("module_row_id", "=", moduleRowId)
    .where("revoked_at", "is", null)
    .execute();
  return rows.flatMap(({ credential_id, credential_kind, sealed }) =>
    sealed === null ? [] : [{ credentialId: credential_id, kind: credential_kind as CredentialKind, sealed }],
  );
}

function fromRow(row: Row<"modular_modules">, kinds: readonly string[]): ModuleInstance {
  return {
    moduleRowId: row.module_row_id,
    inventorySourceId: row.inventory_source_id,
    moduleInstanceId: row.module_instance_id,
    contractId: row.contract_id,
    kind: row.kind as ModuleInstance["kind"],
    name: row.name,
    status: row.status as ModuleInstance["status"],
    config: row.config as ModuleInstance["config"],
    credentialKinds: kinds as CredentialKind[],
    lastError: row.last_error,
    lastCheckedAt: row.last_checked_at,
    issues: row.issues,
  };
}

function fromCredentialRow(row: Row<"modular_credentials">): Credential {
  return {
    credentialId: row.credential_id,
    kind: row.credential_kind as CredentialKind,
    scopes: row.scopes,
    expiresAt: row.expires_at,
    lastRefreshedAt: row.last_refreshed_at,
    metadata: row.metadata as Credential["metadata"],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revokedAt: row.revoked_at,
  };
}
