import { hkdfSync } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../../kernel/log.ts";
import { findAccount, runAs } from "./account.ts";
import { EmbeddedUnavailable, findBinaries } from "./binaries.ts";
import { ADMIN, type Cluster, clusterFolderIn, openCluster } from "./cluster.ts";
import { superviseServer } from "./keeper.ts";
import { findPostmaster, launchPostmaster, type ManagedCluster, type Postmaster } from "./postmaster.ts";

/** A real PostgreSQL server on a folder, shared by every process that starts it there. */
export interface EmbeddedPostgres {
  /** The administrator's connection string. It stays the same when the server has to be started again. */
  readonly url: string;
  /** For the application's own login. */
  readonly applicationPassword: string;
  /** Whether the server was found running: left by a killed process, or in use by another. */
  readonly adopted: boolean;
  /** Releases the server; the last process to do so stops it. Close your own connections first. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  readonly log: Log;
  /** The port on which it listens; any free port by default. A running server keeps its own. */
  readonly port?: number;
  /** Hears that a server runs, or has been launched: it needs no more of this process until it answers. */
  readonly onLaunch?: () => void;
}

/** A server that recovers from a crash only answers when its log has been replayed, which takes minutes at worst. */
const PATIENCE_MS = 5 * 60_000;
const LAUNCHES = 3;
/** Any number, as long as every process that shares a server uses the same one. */
const PRESENCE_LOCK = 7_040_517;
const WRONG_PASSWORD = "28P01";

/**
 * Starts the server of `<folder>/postgres`, or takes over the running one; the first start creates the cluster. While
 * it is in use it is kept running: if it crashes or is stopped, it is started again at the same address.
 */
export async function startEmbedded({ folder, log, port, onLaunch }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const began = performance.now();
  const binaries = findBinaries();
  const account = await findAccount(binaries, clusterFolderIn(resolve(folder)));
  const place = { cluster: await openCluster(resolve(folder), account, binaries), account, binaries };
  const reached = await reach(place, port, onLaunch);
  const { url, adopted } = reached;
  log.info(
    { folder, tookMs: Math.round(performance.now() - began) },
    adopted ? "adopted a running PostgreSQL" : "started PostgreSQL",
  );
  const keeper = superviseServer(place, reached, () => reach(place, reached.port), log);
  const stop = async () => release(place, await keeper.stop(), log);
  return { url, applicationPassword: applicationPasswordOf(place.cluster), adopted, stop };
}

/** A server that has let us in. */
export interface Reached {
  readonly url: string;
  readonly port: number;
  readonly adopted: boolean;
  /** The connection that marks this process as a user. */
  readonly presence: pg.Client;
}

/** Launches a server where none runs, and waits until whichever runs has let us in. */
async function reach(place: ManagedCluster, port?: number, onLaunch = () => {}): Promise<Reached> {
  const deadline = performance.now() + PATIENCE_MS;
  const launched = new Set<number | undefined>();
  let lastWords: string | null = "";
  while (performance.now() < deadline) {
    const postmaster = await findPostmaster(place.cluster);
    if (postmaster) {
      onLaunch();
      const url = urlOf(postmaster, place.cluster);
      const presence = await enter(url);
      if (presence) return { url, port: postmaster.port, presence, adopted: !launched.has(postmaster.pid) };
    } else if (lastWords !== null) {
      if (launched.size === LAUNCHES)
        throw new EmbeddedUnavailable(`the embedded PostgreSQL would not start (${lastWords})`);
      lastWords = null;
      const { pid, ended } = await launchPostmaster(place, port);
      launched.add(pid);
      onLaunch();
      void ended.then((words) => (lastWords = words));
    }
    await sleep(10);
  }
  throw new EmbeddedUnavailable(
    `the embedded PostgreSQL did not answer within ${PATIENCE_MS / 1000} s; postgres.log in the data folder may say why`,
  );
}

function urlOf({ port, socketFolder }: Postmaster, { password }: Cluster): string {
  const host = socketFolder === null ? "127.0.0.1" : encodeURIComponent(socketFolder);
  return `postgres://${ADMIN}:${password}@${host}:${port}/postgres?sslmode=disable`;
}

/** Every process that may read the cluster's folder derives the same one. */
function applicationPasswordOf({ password }: Cluster): string {
  return Buffer.from(hkdfSync("sha256", password, "", "interchange application login", 32)).toString("base64url");
}

/**
 * Opens the connection that marks a process as a user of a server, and that ends with the process. Null while the
 * server starts or stops.
 */
async function enter(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, application_name: "interchange presence", keepAlive: true });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [PRESENCE_LOCK]);
    return client;
  } catch (cause) {
    await client.end().catch(() => undefined);
    if ((cause as { code?: string }).code !== WRONG_PASSWORD) return null;
    throw new EmbeddedUnavailable("the embedded PostgreSQL refuses the password in its own folder", { cause });
  }
}

async function release({ cluster, account, binaries }: ManagedCluster, presence: pg.Client, log: Log): Promise<void> {
  const last = await isLast(presence).catch(() => false);
  if (last) await runAs(account, binaries.pgCtl, ["stop", "--mode=fast", "--silent", `--pgdata=${cluster.folder}`]);
  else
    log.info({ folder: cluster.folder }, "the embedded PostgreSQL keeps running for the other processes that use it");
  await presence.end().catch(() => undefined);
}

/**
 * Releases the shared lock and tries to get an exclusive one. Of several processes that leave, the last always gets it;
 * one that arrives meanwhile waits for the lock, is refused because of the shutdown, and starts again.
 */
async function isLast(presence: pg.Client): Promise<boolean> {
  await presence.query("select pg_advisory_unlock_shared($1)", [PRESENCE_LOCK]);
  const { rows } = await presence.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [PRESENCE_LOCK]);
  return rows[0]?.last === true;
}
