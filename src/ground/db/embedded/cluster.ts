import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Account, runAs } from "./account.ts";
import { EmbeddedUnavailable, type PostgresBinaries } from "./binaries.ts";

export const ADMIN = "interchange";
const PASSWORD_FILE = "interchange-password";
const DRAFT = "postgres-draft-";
const ABANDONED_MS = 10 * 60_000;
/** The system's name for Unicode character classes, which full-text and trigram search use. */
const LETTERS = ["C.UTF-8", "en_US.UTF-8", "C"];

/** A PostgreSQL data folder, and the password of its administrator. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
}

export function clusterFolderIn(folder: string): string {
  return join(folder, "postgres");
}

/** Opens the cluster in `<folder>/postgres`, creating it if there is none. */
export async function openCluster(folder: string, account: Account, binaries: PostgresBinaries): Promise<Cluster> {
  const home = clusterFolderIn(folder);
  await mkdir(folder, { recursive: true });
  await account.letThrough(folder);
  if (!existsSync(home)) await createCluster(folder, home, account, binaries);
  const major = (await readFile(join(home, "PG_VERSION"), "utf8")).trim();
  if (major !== binaries.major) {
    throw new EmbeddedUnavailable(
      `${home} was made by PostgreSQL ${major} and the embedded one is ${binaries.major}: take a backup with the release that served it, and restore that into a new folder`,
    );
  }
  return { folder: home, password: await readFile(join(home, PASSWORD_FILE), "utf8") };
}

/**
 * A cluster is created in a temporary folder and moved into place. A crash may leave such a folder, but never an
 * incomplete cluster; if two processes create one at the same time, one moves first, and the other uses what it finds.
 */
async function createCluster(
  folder: string,
  home: string,
  account: Account,
  binaries: PostgresBinaries,
): Promise<void> {
  await sweepDrafts(folder);
  const draft = await mkdtemp(join(folder, DRAFT));
  try {
    await account.own(draft);
    const cluster = join(draft, "cluster");
    await initialise(draft, cluster, account, binaries);
    await rename(cluster, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function initialise(
  draft: string,
  cluster: string,
  account: Account,
  { initdb }: PostgresBinaries,
): Promise<void> {
  const password = join(draft, "password");
  await writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  await account.own(password);
  for (const letters of LETTERS) {
    try {
      await runAs(account, initdb, [...initdbArguments(cluster, letters), `--pwfile=${password}`]);
      break;
    } catch (cause) {
      const unknownLocale = /invalid locale name/.test(String(cause));
      if (!unknownLocale || letters === "C")
        throw new EmbeddedUnavailable(`initdb could not create ${cluster}: ${String(cause).trim()}`, { cause });
    }
  }
  await rename(password, join(cluster, PASSWORD_FILE));
}

function initdbArguments(cluster: string, letters: string): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${ADMIN}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // PostgreSQL's own C.UTF-8 sorts in the same way on every system, so no index breaks when the data is moved or the
    // system upgraded.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${letters}`,
  ];
}

async function sweepDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(DRAFT)) continue;
    const draft = join(folder, name);
    const made = await stat(draft).catch(() => null);
    if (made && Date.now() - made.mtimeMs > ABANDONED_MS) await rm(draft, { recursive: true, force: true });
  }
}
