import { appendFile, chmod, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import pg from "pg";
import { vi } from "vitest";
import { findAccount, runAs } from "../../src/ground/db/embedded/account.ts";
import { findBinaries } from "../../src/ground/db/embedded/binaries.ts";
import { launchPostmaster } from "../../src/ground/db/embedded/postmaster.ts";
import { freePort } from "../free-port.ts";

/** A server that replays what another one writes. */
export interface Standby {
  /** The same database and login on the standby. */
  at(url: string): string;
  /** It continues to receive the log, but replays none of it. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** A streaming standby of an embedded server: a copy of its files, which follows its log from then on. */
export async function startStandby(adminUrl: string, primaryFolder: string): Promise<Standby> {
  const binaries = findBinaries();
  const account = await findAccount(binaries);
  const home = await mkdtemp(join(tmpdir(), "interchange-standby-"));
  await account.letThrough(home);
  const folder = join(home, "postgres");
  const [port, primary] = [await freePort(), new URL(adminUrl)];

  const label = await copyWhileItRuns(adminUrl, primaryFolder, folder);
  await writeFile(join(folder, "backup_label"), label);
  await writeFile(join(folder, "standby.signal"), "");
  const login = `host=127.0.0.1 port=${primary.port} user=${primary.username} password=${primary.password}`;
  await appendFile(join(folder, "postgresql.auto.conf"), `primary_conninfo = '${login}'\n`);
  await chmod(folder, 0o700);
  const { ended } = await launchPostmaster({ cluster: { folder, password: "" }, account, binaries }, port);
  const at = (url: string) => Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href;
  const ask = (statement: string) => asked(at(adminUrl), statement);
  await vi.waitFor(() => ask("select 1"), { timeout: 60_000, interval: 50 });
  return {
    at,
    pause: async () => void (await ask("select pg_wal_replay_pause()")),
    resume: async () => void (await ask("select pg_wal_replay_resume()")),
    stop: async () => {
      await runAs(account, binaries.pgCtl, ["stop", "--mode=immediate", "--silent", `--pgdata=${folder}`]);
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Returns the label that tells the copy from which position the log has to be replayed. */
async function copyWhileItRuns(adminUrl: string, from: string, to: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_backup_start('standby', true)");
    await cp(from, to, { recursive: true, filter: (path) => !isOfThatServerAlone(path) });
    const { rows } = await client.query<{ label: string }>("select labelfile as label from pg_backup_stop()");
    return rows[0]?.label ?? "";
  } finally {
    await client.end();
  }
}

/** The process and the socket of the original server, and its log, which the copy receives from the position in the label. */
function isOfThatServerAlone(path: string): boolean {
  return (
    /^(postmaster|\.s\.PGSQL)\./.test(basename(path)) ||
    (basename(dirname(path)) === "pg_wal" && /^[0-9A-F]{24}$/.test(basename(path)))
  );
}

async function asked(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
