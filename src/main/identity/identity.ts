import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database, InstallationDb } from "../../ground/db/index.ts";
import { hashSecret, type Vault, VaultError } from "../../ground/vault/index.ts";
import { auditKeyOf, signHeadsOfAllCustomers } from "../../platform/audit/index.ts";
import { listSecretsOfAllCustomers } from "../reseal/store.ts";
import {
  findIdentityOfInstallation,
  guessKindOfInstallation,
  type InstallationKind,
  saveIdentityOfInstallation,
} from "./store.ts";

const KIND_FILE = "installation-kind";
const SIGNED_FILE = "audit-logs-signed";

interface Identified {
  readonly database: Database;
  readonly vault: Vault;
  readonly dataFolder: string;
  readonly sandbox: boolean;
  readonly wall: Date;
}

/** Throws an error with a one-sentence message if the database belongs to another vault key, or to an installation of the other kind. */
export async function checkIdentity({ database, vault, dataFolder, sandbox, wall }: Identified): Promise<void> {
  const kind = kindOf(sandbox);
  const vaultFingerprint = fingerprintOf(vault);
  const kept = await database.writeInstallation(async (db) => {
    const known = await findIdentityOfInstallation(db);
    if (known) return known;
    await checkSecretsOfInstallation(db, vault);
    await signLogs(db, vault, dataFolder);
    checkKind((await guessKindOfInstallation(db)) ?? kind, kind, "this database");
    return saveIdentityOfInstallation(db, { kind, vaultFingerprint }, wall);
  });
  if (kept.vaultFingerprint !== vaultFingerprint) throw new Error(WRONG_KEY);
  checkKind(kept.kind, kind, "this database");
}

/** The same check for a data folder, which contains the vault key, mail and files, whichever database it is used with. */
export async function checkFolder(dataFolder: string, sandbox: boolean): Promise<void> {
  const kind = kindOf(sandbox);
  const file = join(dataFolder, KIND_FILE);
  checkKind(folderKind(dataFolder, file) ?? kind, kind, `the folder ${dataFolder}`);
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, `${kind}\n`, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

function folderKind(dataFolder: string, file: string): InstallationKind | undefined {
  if (existsSync(file)) return readFileSync(file, "utf8").trim() === "sandbox" ? "sandbox" : "market";
  return existsSync(join(dataFolder, "sandbox.json")) ? "sandbox" : undefined;
}

/**
 * Signs audit logs from before signing was introduced, once per data folder. A database that needs it a second time has lost its identity,
 * and with it the means to detect a forged log.
 */
async function signLogs(db: InstallationDb, vault: Vault, dataFolder: string): Promise<void> {
  if ((await signHeadsOfAllCustomers(db, auditKeyOf(vault))) === 0) return;
  const file = join(dataFolder, SIGNED_FILE);
  if (existsSync(file))
    throw new Error(
      `this database has lost its identity, and its audit logs their signatures: restore it, or remove ${file} to sign the logs as they are`,
    );
  await writeFile(file, "");
}

function kindOf(sandbox: boolean): InstallationKind {
  return sandbox ? "sandbox" : "market";
}

function checkKind(is: InstallationKind, wanted: InstallationKind, what: string): void {
  if (is === wanted) return;
  const setting = is === "sandbox" ? "1" : "0";
  throw new Error(
    `${what} belongs to a ${is}, and cannot become a ${wanted}'s: set INTERCHANGE_SANDBOX=${setting}, or another INTERCHANGE_DATA and database`,
  );
}

/** Uses the oldest key, from which everything is derived that must survive a rotation. */
export function fingerprintOf(vault: Vault): string {
  return hashSecret(vault.pepper("installation"), "fingerprint");
}

/** A database from before fingerprints were introduced: whether its encrypted data can be decrypted shows if the key is right. */
async function checkSecretsOfInstallation(db: InstallationDb, vault: Vault): Promise<void> {
  const [secret] = await listSecretsOfAllCustomers(db);
  if (!secret) return;
  const { customerId, table, rowId, sealed } = secret;
  try {
    vault.open(sealed, { customerId, table, rowId: String(rowId), field: "sealed" });
  } catch (cause) {
    if (cause instanceof VaultError) throw new Error(WRONG_KEY, { cause });
    throw cause;
  }
}

const WRONG_KEY =
  "the vault key is not the one that this database's secrets are encrypted with: restore vault.key in the data folder, or INTERCHANGE_VAULT_KEY with its oldest key last";
