import { silentLog } from "../../src/ground/kernel/log.ts";
import { perform } from "../../src/ground/kernel/perform.ts";
import type { StepInput } from "../../src/ground/kernel/step.ts";
import { steps } from "../../src/main/areas.ts";
import { compose } from "../../src/main/compose.ts";
import { partsOf, type VictimParts } from "./victims.ts";

export interface Performance extends VictimParts {
  readonly name: string;
  readonly input: StepInput;
  readonly dieAt: string;
}

/** A worker that has taken one job, and dies at a named stage of it. One that comes to the end of it alive says so by its exit code. */
const { name, input, dieAt, ...orders } = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Performance;
const { host } = await compose({ ...partsOf(orders, dieAt), log: silentLog });
const step = steps.find((one) => one.name === name);
if (!step) throw new Error(`there is no step ${name}`);
await perform(step, input, "req_victim", host);
process.exit(3);
