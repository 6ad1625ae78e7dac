import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { vi } from "vitest";
import { findAccount } from "../../src/ground/db/embedded/account.ts";
import { findBinaries } from "../../src/ground/db/embedded/binaries.ts";
import { freePort } from "../free-port.ts";

/** The version of the pooler on this machine, such as `1.18`; null if there is none. */
export const PGBOUNCER: string | null = versionOf("pgbouncer");

function versionOf(program: string): string | null {
  try {
    const told = execFileSync(program, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return /PgBouncer (\d+\.\d+)/.exec(told)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** From 1.21 on, a transaction pooler supports prepared statements. */
export function knowsPrepared(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 1 || minor >= 21;
}

export interface Pooler {
  /** The same database, through the pooler. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A transaction pooler with a few connections, in front of the database at this address. */
export async function startPooler(databaseUrl: string, connections: number): Promise<Pooler> {
  const behind = new URL(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), "interchange-pgbouncer-"));
  const port = await freePort();
  const account = await findAccount(findBinaries());
  await account.own(folder);
  const users = join(folder, "users.txt");
  await writeFile(users, `"${decodeURIComponent(behind.username)}" "${decodeURIComponent(behind.password)}"\n`);
  const settings = join(folder, "pgbouncer.ini");
  await writeFile(
    settings,
    `[databases]
* = host=127.0.0.1 port=${behind.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${connections}
max_client_conn = 200
${PGBOUNCER && knowsPrepared(PGBOUNCER) ? "max_prepared_statements = 200" : ""}
`,
  );
  const words = [...account.prefix, "pgbouncer", "--quiet", settings];
  const child = spawn(words[0] ?? "pgbouncer", words.slice(1), {
    ...account.options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const written: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => void written.push(String(chunk)));
  const url = Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${port}` }).href;
  await vi.waitFor(() => answers(url, child, written), { timeout: 60_000, interval: 50 });
  const stop = async () => {
    const exited = once(child, "exit");
    if (child.exitCode === null && child.kill("SIGINT")) await exited;
    await rm(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

async function answers(url: string, child: ChildProcess, written: readonly string[]): Promise<void> {
  if (child.exitCode !== null) throw new Error(`the pooler did not start: ${written.join("")}`);
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.end();
}
