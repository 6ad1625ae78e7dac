import { dispatchesIn } from "../../src/ground/dispatch/index.ts";
import { steps } from "../../src/main/areas.ts";

export const STAGES = ["claiming", "claimed", "called", "settling", "settled"] as const;

/** Work that has stopped there holds a connection and its locks. */
export const IN_A_TRANSACTION: readonly string[] = ["claiming", "settling"] satisfies (typeof STAGES)[number][];

/** Every declared dispatch. */
export const dispatches = dispatchesIn(steps);

/** Those that no buyer waits for: killed in `background.test.ts`. */
export const IN_THE_BACKGROUND = [
  "adcp.complete-search",
  "catalogs.read-feed",
  "compliance.examine",
  "modular.carry-out",
  "oauth.renew-grant",
  "publishers.ask",
];

/** Those that notify an AdCP buyer of its task: killed in `decision.test.ts`. */
export const DECISION_STAGES = ["adcp.send-callback"];

/** Those that call a platform, whose own ledger is counted: killed in `platforms.test.ts`. */
export const AT_A_PLATFORM = ["providers.run-job", "providers.renew-connection"];

/** `orders.place-leg called`, and so on: where a server is killed. */
export function stagesOf(names: readonly string[]): string[] {
  return names.flatMap((name) => STAGES.map((stage) => `${name} ${stage}`));
}
