import { silentLog } from "../../src/ground/kernel/log.ts";
import { perform } from "../../src/ground/kernel/perform.ts";
import type { StepInput } from "../../src/ground/kernel/step.ts";
import { steps } from "../../src/main/areas.ts";
import { compose } from "../../src/main/compose.ts";
import { partsOf, type VictimParts } from "./victims.ts";

export interface Buying extends VictimParts {
  readonly input: StepInput;
  readonly dieAt: string;
  /** At which time that it comes to the stage. */
  readonly nth: number;
}

/** A worker that carries a job on, step for step, and dies over one of them. One that comes to its end alive says so by its exit code. */
const { input, dieAt, nth, ...orders } = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Buying;
let seen = 0;
const { host } = await compose({
  ...partsOf(orders, undefined),
  log: silentLog,
  reached: (work, stage) => {
    if (`${work} ${stage}` === dieAt && ++seen === nth) process.kill(process.pid, "SIGKILL");
  },
});
const run = steps.find(({ name }) => name === "providers.run-job");
if (!run) throw new Error("there is no such step");
for (let isOpen = true; isOpen; ) {
  const came = (await perform(run, input, "req_victim", host)) as { readonly isOpen: boolean } | undefined;
  isOpen = came?.isOpen === true;
}
process.exit(3);
