import { execFile, type SpawnOptions } from "node:child_process";
import { chmod, chown, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { EmbeddedUnavailable, type PostgresBinaries } from "./binaries.ts";

const execute = promisify(execFile);

/** The account that runs PostgreSQL's programs, which refuse to be root. */
export interface Account {
  /** A prefix of every command line. */
  readonly prefix: readonly string[];
  readonly options: Pick<SpawnOptions, "uid" | "gid" | "env">;
  /** Makes this account the owner of a file or a folder. */
  own(path: string): Promise<void>;
  /** Gives the account access through a folder to its own files. */
  letThrough(folder: string): Promise<void>;
}

/**
 * The environment variables that PostgreSQL needs; the rest of our environment contains secrets that it must not see.
 */
const INHERITED = ["PATH", "HOME", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"];
const inherited = Object.entries(process.env).filter(([name]) => INHERITED.includes(name));
const env = { ...Object.fromEntries(inherited), LC_ALL: "C" };

const ourselves: Account = { prefix: [], options: { env }, own: async () => {}, letThrough: async () => {} };

/**
 * The user nobody in a separate user namespace: not root for PostgreSQL, but owner of root's files, so no chown is
 * needed.
 */
const rootInNamespace: Account = { ...ourselves, prefix: ["unshare", "--user"] };

/** The account that can run PostgreSQL's programs from here. A cluster of our own is let in by nobody else: nothing is tried. */
export async function findAccount(binaries: PostgresBinaries, cluster?: string): Promise<Account> {
  if (process.getuid?.() !== 0) return ourselves;
  const made = cluster === undefined ? null : await stat(cluster).catch(() => null);
  if (made?.uid === 0) return rootInNamespace;
  for (const account of [rootInNamespace, await nobody()]) {
    if (account && (await canRun(account, binaries))) return account;
  }
  throw new EmbeddedUnavailable(
    "PostgreSQL refuses to be root, user namespaces are forbidden here, and the user nobody cannot run its programs: start Interchange as another user",
  );
}

/** Runs a program to its end; rejects with its stderr. */
export async function runAs(account: Account, program: string, args: readonly string[]): Promise<void> {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  await execute(command, rest, account.options);
}

async function nobody(): Promise<Account | null> {
  const idOf = async (flag: string) => Number((await execute("id", [flag, "nobody"])).stdout);
  try {
    const [uid, gid] = [await idOf("-u"), await idOf("-g")];
    return {
      prefix: [],
      options: { uid, gid, env },
      own: (path) => chown(path, uid, gid),
      letThrough: async (folder) => chmod(folder, (await stat(folder)).mode | 0o001),
    };
  } catch {
    return null;
  }
}

async function canRun(account: Account, { postgres }: PostgresBinaries): Promise<boolean> {
  return runAs(account, postgres, ["--version"]).then(
    () => true,
    () => false,
  );
}
