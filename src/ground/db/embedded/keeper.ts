import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Log } from "../../kernel/log.ts";
import { runAs } from "./account.ts";
import { findPostmaster, type ManagedCluster } from "./postmaster.ts";

interface Present {
  readonly presence: pg.Client;
}

export interface Supervisor {
  /** Stops; returns the connection that marks this process as a user. */
  stop(): Promise<pg.Client>;
}

const LOOK_EVERY_MS = 1_000;
const TRY_AGAIN_MS = 2_000;
const LINE_EVERY_MS = 60_000;

/** Watches the server that this process uses, and relaunches it if it ended or was stopped. */
export function superviseServer(
  place: ManagedCluster,
  first: Present,
  reach: () => Promise<Present>,
  log: Log,
): Supervisor {
  const stopped = new AbortController();
  let { presence } = first;
  const keep = async () => {
    while (!stopped.signal.aborted) {
      await untilLost(place, presence, stopped.signal);
      if (stopped.signal.aborted) return;
      log.error({ folder: place.cluster.folder }, "the embedded PostgreSQL went away; starting it again");
      const back = await relaunch(reach, stopped.signal, log);
      if (!back) return;
      presence = back.presence;
      log.info({ folder: place.cluster.folder }, "started PostgreSQL again");
    }
  };
  const kept = keep();
  return {
    async stop() {
      stopped.abort();
      await kept;
      return presence;
    },
  };
}

/**
 * Until our connection ends. A smart shutdown waits for all connections to end, and ours and the pools' last as long as
 * we do: it is turned into a fast one, or nobody could connect for ever.
 */
async function untilLost(place: ManagedCluster, presence: pg.Client, stopped: AbortSignal): Promise<void> {
  const lost = new AbortController();
  const lose = () => lost.abort();
  presence.once("end", lose);
  // One that ended before we listened sends no event, but answers no query either.
  await presence.query("select 1").catch(lose);
  while (!lost.signal.aborted && !stopped.aborted) {
    const postmaster = await findPostmaster(place.cluster);
    if (postmaster?.stopping) await forceStop(place, postmaster.pid);
    await sleep(LOOK_EVERY_MS, undefined, { signal: stopped }).catch(() => undefined);
  }
  presence.off("end", lose);
}

/** By its process id, so that a server launched by another process meanwhile is not affected. */
async function forceStop({ account, binaries }: ManagedCluster, pid: number): Promise<void> {
  await runAs(account, binaries.pgCtl, ["kill", "INT", String(pid)]).catch(() => undefined);
}

async function relaunch(reach: () => Promise<Present>, stopped: AbortSignal, log: Log): Promise<Present | undefined> {
  let saidAt = Number.NEGATIVE_INFINITY;
  while (!stopped.aborted) {
    try {
      return await reach();
    } catch (error) {
      const now = performance.now();
      if (now - saidAt >= LINE_EVERY_MS) {
        saidAt = now;
        log.error({ err: error }, "the embedded PostgreSQL does not start again; trying on");
      }
      await sleep(TRY_AGAIN_MS, undefined, { signal: stopped }).catch(() => undefined);
    }
  }
  return undefined;
}
