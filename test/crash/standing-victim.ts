import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { perform } from "../../src/ground/kernel/perform.ts";
import type { StepInput } from "../../src/ground/kernel/step.ts";
import { steps } from "../../src/main/areas.ts";
import { compose } from "../../src/main/compose.ts";
import { partsOf, type VictimParts } from "./victims.ts";

/** A piece of work, the stage at which its worker dies, and which time it reaches it. */
export interface Death extends DeathOfStep {
  readonly step: string;
}

export interface DeathOfStep {
  readonly input: StepInput;
  readonly stage: string;
  readonly nth: number;
}

export interface Deaths extends VictimParts {
  readonly deaths: readonly Death[];
}

/**
 * A worker with several concurrent pieces of work, each of which stops where it is to die; then it kills itself. Work
 * that ends before is reported.
 */
const { deaths, ...orders } = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Deaths;
const standing = new AsyncLocalStorage<{ readonly death: Death; seen: number; stand(): void }>();
const { host } = await compose({
  ...partsOf(orders, undefined),
  log: silentLog,
  reached(work, stage) {
    const at = standing.getStore();
    if (work !== at?.death.step || stage !== at.death.stage || ++at.seen !== at.death.nth) return;
    at.stand();
    return new Promise<void>(() => undefined);
  },
});

interface StepState {
  readonly isOpen?: boolean;
  readonly readyAt?: Date | null;
}

async function carryOn({ step: name, input }: Death): Promise<void> {
  const step = steps.find((one) => one.name === name);
  if (!step) throw new Error(`there is no step ${name}`);
  for (let isOpen = true; isOpen; ) {
    const came = (await perform(step, input, "req_victim", host)) as StepState | undefined;
    isOpen = came?.isOpen === true;
    if (came?.readyAt) await sleep(Math.max(came.readyAt.getTime() - Date.now(), 0));
  }
}

const ended = await Promise.all(
  deaths.map(
    (death) =>
      new Promise<boolean>((resolve, reject) => {
        const at = { death, seen: 0, stand: () => resolve(false) };
        standing.run(at, () => carryOn(death)).then(() => resolve(true), reject);
      }),
  ),
);
process.stdout.write(JSON.stringify(ended), () => process.kill(process.pid, "SIGKILL"));
