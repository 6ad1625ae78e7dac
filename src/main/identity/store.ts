import { sql } from "kysely";
import type { InstallationDb } from "../../ground/db/index.ts";

export type InstallationKind = "market" | "sandbox";

export interface StoredIdentity {
  readonly kind: InstallationKind;
  readonly vaultFingerprint: string;
}

/** The identity, which the first start writes. If two servers start concurrently, one of them writes it and both read the same. */
export async function saveIdentityOfInstallation(
  db: InstallationDb,
  { kind, vaultFingerprint }: StoredIdentity,
  wall: Date,
): Promise<StoredIdentity> {
  await db
    .insertInto("installation_identity")
    .values({ kind, vault_fingerprint: vaultFingerprint, created_at: wall })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await findIdentityOfInstallation(db);
  if (!kept) throw new Error("the installation's identity vanished while it was written");
  return kept;
}

export async function findIdentityOfInstallation(db: InstallationDb): Promise<StoredIdentity | undefined> {
  const row = await db.selectFrom("installation_identity").selectAll().executeTakeFirst();
  return row && { kind: row.kind as InstallationKind, vaultFingerprint: row.vault_fingerprint };
}

/** The identity of a database from before identities were written, derived from its organisations; undefined if that is impossible. */
export async function guessKindOfInstallation(db: InstallationDb): Promise<InstallationKind | undefined> {
  const { all, sandboxes } = await db
    .selectFrom("customers")
    .select(({ fn }) => [fn.countAll<number>().as("all"), sql<number>`count(*) filter (where sandbox)`.as("sandboxes")])
    .executeTakeFirstOrThrow();
  if (all === 0) return undefined;
  if (sandboxes === 0) return "market";
  return sandboxes === all ? "sandbox" : undefined;
}
