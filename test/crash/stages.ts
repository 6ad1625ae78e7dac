import { dispatchesIn } from "../../src/ground/dispatch/index.ts";
import { steps } from "../../src/main/areas.ts";

const STAGES = ["claiming", "claimed", "called", "settling", "settled"] as const;

/** Every call that is declared to survive whoever makes it. */
export const dispatches = dispatchesIn(steps);

/** `orders.place-leg called`, and so on: where a server is killed. */
export function stagesOf(names: readonly string[]): string[] {
  return names.flatMap((name) => STAGES.map((stage) => `${name} ${stage}`));
}
