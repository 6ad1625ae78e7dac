import { once } from "node:events";
import { join } from "node:path";
import { type Child, startChild } from "./child.ts";
import type { Ask } from "./connection.ts";
import type { Shot, Volley } from "./generator.ts";
import { busyBetween, coreTimeSoFar } from "./machine.ts";
import { type Pace, WARM_UP_MS } from "./pace.ts";
import { type Measured, measured, quantile } from "./statistics.ts";

/** Something that is asked, and the processes that answer. */
export interface Target {
  readonly name: string;
  readonly origins: readonly string[];
  readonly asks: readonly Ask[];
  readonly processes: readonly Child[];
  /** Before each of its rounds. */
  prepare?(): Promise<void>;
}

/** What a target did in every round. */
export interface Score {
  readonly name: string;
  readonly perSecond: Measured;
  readonly p50Ms: Measured;
  readonly p99Ms: Measured;
  /** CPU of the answering processes, without the database. */
  readonly cpuMsPerRequest: Measured;
  readonly perSecondByRound: readonly number[];
  /** The share of all cores that was busy, for all processes. */
  readonly busy: Measured;
}

export interface Generator {
  readonly pid: number | undefined;
  fire(volley: Volley): Promise<Shot>;
  stop(): Promise<void>;
}

export async function openGenerator(folder: string): Promise<Generator> {
  const child = startChild(join(import.meta.dirname, "generator.ts"), { folder });
  await once(child.process, "message");
  return {
    pid: child.process.pid,
    stop: child.stop,
    async fire(volley) {
      const shot = await child.ask<Shot>("fire", volley);
      // A refused request is a fast one: a round with any measures nothing.
      if (shot.failures > 0)
        throw new Error(`${shot.failures} of ${shot.latenciesMs.length} requests failed: ${shot.firstFailure}`);
      return shot;
    },
  };
}

export const CALLERS = 16;

/** Fires at each target in turn, round after round, so that whatever else the machine does befalls all alike. */
export async function compare(generator: Generator, pace: Pace, targets: readonly Target[]): Promise<Score[]> {
  for (const target of targets) {
    await target.prepare?.();
    await generator.fire({ origins: target.origins, asks: target.asks, callers: CALLERS, forMs: WARM_UP_MS });
  }
  const rounds = targets.map((): Round[] => []);
  for (let round = 0; round < pace.rounds; round++) {
    for (const [place, target] of targets.entries()) {
      await target.prepare?.();
      rounds[place]?.push(await shoot(generator, target, pace.roundMs));
    }
  }
  return targets.map(({ name }, place) => scoreOf(name, rounds[place] ?? []));
}

interface Round {
  readonly shot: Shot;
  readonly cpuMs: number;
  readonly busy: number;
}

async function shoot(generator: Generator, { origins, asks, processes }: Target, forMs: number): Promise<Round> {
  const before = await cpuOf(processes);
  const cores = coreTimeSoFar();
  const shot = await generator.fire({ origins, asks, callers: CALLERS, forMs });
  const busy = busyBetween(cores, coreTimeSoFar());
  return { shot, busy, cpuMs: (await cpuOf(processes)) - before };
}

async function cpuOf(processes: readonly Child[]): Promise<number> {
  const usages = await Promise.all(processes.map((child) => child.usage()));
  return usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

function scoreOf(name: string, rounds: readonly Round[]): Score {
  const perSecondByRound = rounds.map(({ shot }) => perSecondOf(shot));
  return {
    name,
    perSecondByRound,
    perSecond: measured(perSecondByRound),
    p50Ms: measured(rounds.map(({ shot }) => quantile(shot.latenciesMs, 0.5))),
    p99Ms: measured(rounds.map(({ shot }) => quantile(shot.latenciesMs, 0.99))),
    cpuMsPerRequest: measured(rounds.map(({ shot, cpuMs }) => cpuMs / shot.latenciesMs.length)),
    busy: measured(rounds.map(({ busy }) => busy)),
  };
}

export function perSecondOf({ latenciesMs, elapsedMs }: Shot): number {
  return (latenciesMs.length * 1000) / elapsedMs;
}
