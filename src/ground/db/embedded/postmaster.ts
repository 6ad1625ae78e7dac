import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile, readlink, realpath, rm, stat } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import type { Account } from "./account.ts";
import type { PostgresBinaries } from "./binaries.ts";
import type { Cluster } from "./cluster.ts";
import { socketFolderIn, socketName } from "./socket-folder.ts";

/** A cluster, and what runs a server on it. */
export interface ManagedCluster {
  readonly cluster: Cluster;
  readonly account: Account;
  readonly binaries: PostgresBinaries;
}

/** PostgreSQL's first process, according to its lock file `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** The folder of its socket; null if it has none. */
  readonly socketFolder: string | null;
  /** It was told to stop, and accepts no new connections; existing ones may continue as long as they like. */
  readonly stopping: boolean;
}

/** Sized for a small machine shared with Node.js; durability is PostgreSQL's own default. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  max_connections: "100",
  shared_buffers: "64MB",
  max_wal_size: "512MB",
  log_checkpoints: "off",
  log_timezone: "UTC",
  timezone: "UTC",
};

/** The server that runs on this cluster, or null. */
export async function findPostmaster({ folder }: Cluster): Promise<Postmaster | null> {
  const file = join(folder, "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return null;
  if (!(await isElsewhere(pid, folder)))
    return { pid, port, socketFolder: lines[4]?.trim() || null, stopping: lines[7]?.trim() === "stopping" };
  // A restarted container reuses process ids, so a dead server's id soon belongs to another program. PostgreSQL would
  // take that for a running server and refuse to start.
  for (const left of [file, join(folder, `${socketName(port)}.lock`)]) await rm(left, { force: true });
  return null;
}

/** A launched server's process id, and its error output if it ended. */
export interface Launch {
  readonly pid: number | undefined;
  readonly ended: Promise<string>;
}

/**
 * Launches a server that outlives this process. It may end immediately: another process may have been faster with the
 * same cluster.
 */
export async function launchPostmaster(
  { cluster, account, binaries: { postgres } }: ManagedCluster,
  port?: number,
): Promise<Launch> {
  const settings = {
    ...SETTINGS,
    unix_socket_directories: socketFolderIn(cluster.folder),
    port: String(port ?? (await freePort())),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command = postgres, ...args] = [...account.prefix, postgres, "-D", cluster.folder, ...flags];
  const logFile = join(cluster.folder, "..", "postgres.log");
  const output = openSync(logFile, "a", 0o600);
  const { size } = await stat(logFile);
  const child = spawn(command, args, {
    ...account.options,
    detached: true,
    stdio: ["ignore", output, output],
    windowsHide: true,
  });
  closeSync(output);
  child.unref();
  // Somebody who stops a server may delete its folder as well, and then its output cannot be read.
  const words = async () =>
    (await readFile(logFile).catch(() => Buffer.alloc(0))).subarray(size).toString("utf8").trim();
  return { pid: child.pid, ended: once(child, "exit").then(words, String) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** True only if the system says so: Linux reports a process's folder, and a server's is its cluster. */
async function isElsewhere(pid: number, folder: string): Promise<boolean> {
  const [actual, expected] = await Promise.all([readlink(`/proc/${pid}/cwd`).catch(() => null), realpath(folder)]);
  return actual !== null && actual !== expected;
}
