import type { Scenario } from "../scenario.ts";
import { list } from "./list.ts";
import { memory } from "./memory.ts";
import { singleRow } from "./single-row.ts";
import { startUp } from "./start-up.ts";

/** In the order of the run; what they are called on the command line. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "start-up": startUp,
  "single-row": singleRow,
  list,
  memory,
};
