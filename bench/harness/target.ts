import { once } from "node:events";
import { join } from "node:path";
import { type Child, startChild } from "./child.ts";
import type { HttpRequest } from "./connection.ts";
import type { Load, Shot } from "./generator.ts";
import { busyBetween, coreTimeSoFar } from "./machine.ts";
import { type Pace, WARM_UP_MS } from "./pace.ts";
import { type Measured, measured, quantile } from "./statistics.ts";

/** Something to which requests are sent, and the processes that answer them. */
export interface Target {
  readonly name: string;
  readonly origins: readonly string[];
  readonly asks: readonly HttpRequest[];
  readonly processes: readonly Child[];
  /** Runs before each of its rounds. */
  prepare?(): Promise<void>;
}

/** The results of a target over all rounds. */
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
  fire(volley: Load): Promise<Shot>;
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
      // Refused requests are fast, so a round with any failure is worthless.
      if (shot.failures > 0)
        throw new Error(`${shot.failures} of ${shot.latenciesMs.length} requests failed: ${shot.firstFailure}`);
      return shot;
    },
  };
}

export const CALLERS = 16;

/** Sends load to each target in turn, round after round, so that other load on the machine affects all of them alike. */
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
