import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { perform } from "../../src/ground/kernel/perform.ts";
import type { StepInput } from "../../src/ground/kernel/step.ts";
import { steps } from "../../src/main/areas.ts";
import { setApplication } from "../../src/supply/providers/providers.fixture.ts";
import { freePort } from "../free-port.ts";
import { doJobs, makeEverythingDue } from "../jobs.ts";
import { liftLimits } from "../providers/unhurried.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import { type PlatformProcess, startPlatform } from "./platform.ts";
import { standAndDie } from "./stand-and-die.ts";
import type { DeathOfStep } from "./standing-victim.ts";

/** An installation with simulated platforms; its workers are killed, and one survivor is not. */
export interface AtPlatforms {
  readonly world: World;
  readonly admin: pg.Client;
  platform(name: string): PlatformProcess;
  /** Kills one worker during all of them at the same time; returns which of them had finished before. */
  die(step: string, deaths: readonly DeathOfStep[]): Promise<readonly boolean[]>;
  /** The survivor continues for this many steps. */
  take(step: string, input: StepInput, count: number): Promise<void>;
  /** The jobs through which the survivor finds what is left. */
  leave(step: string, inputs: readonly StepInput[]): Promise<void>;
  /** The time passes that a survivor would wait: leases end, and jobs come due. */
  recover(table: "provider_jobs" | "provider_connections"): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_RECOVERY_MS = 60_000;

export async function openAtPlatforms(names: readonly string[]): Promise<AtPlatforms> {
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const callback = (name: string) => `${publicUrl}/api/v2/storefront/adapters/${name}/oauth/callback`;
  const platforms = await Promise.all(names.map((name) => startPlatform(name, callback(name))));
  const providerHosts = Object.assign({}, ...platforms.map(({ addresses }) => addresses));
  const world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts } });
  const operator = await world.caller("OPERATOR");
  for (const platform of platforms) await setApplication(operator, platform);
  // This many concurrent buys would be queued, and limits are not under test here.
  await liftLimits(world);
  const admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  return {
    world,
    admin,
    platform(name) {
      const found = platforms.find((one) => one.name === name);
      if (!found) throw new Error(`${name} was not started`);
      return found;
    },
    die: (step, deaths) =>
      standAndDie(
        world,
        deaths.map((death) => ({ ...death, step })),
      ),
    async take(name, input, count) {
      const step = steps.find((one) => one.name === name);
      for (let taken = 0; taken < count; taken += 1) if (step) await perform(step, input, "req_crash", world.host);
    },
    async leave(step, inputs) {
      for (const input of inputs)
        await admin.query(
          "insert into jobs.job (name, data, policy, singleton_key) select $1::text, $2::jsonb, policy, $3 from jobs.queue where name = $1::text",
          [step, JSON.stringify(input), randomUUID()],
        );
    },
    recover: (table) => recover(world, admin, table),
    async close() {
      await admin.end();
      await world.close();
      for (const platform of platforms) platform.stop();
    },
  };
}

async function recover(world: World, admin: pg.Client, table: Parameters<AtPlatforms["recover"]>[0]): Promise<void> {
  const until = performance.now() + LONGEST_RECOVERY_MS;
  while (performance.now() < until) {
    await admin.query(`update ${table} set lease_until = now() - interval '1 s' where lease_until > now()`);
    await makeEverythingDue(world);
    await doJobs(world);
    const { rows } = await admin.query("select 1 from provider_jobs where status = 'OPEN'");
    if (rows.length === 0) return;
    // A platform may need a while.
    await sleep(50);
  }
  const open = await admin.query(
    "select kind, step ->> 'do' as next, attempts, ready_at, error from provider_jobs where status = 'OPEN'",
  );
  throw new Error(`a job stays open: ${JSON.stringify(open.rows)}`);
}
