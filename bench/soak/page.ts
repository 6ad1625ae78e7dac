import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Facts, tableOf } from "../results.ts";
import type { Bar } from "../scenario.ts";
import type { Tally } from "./client.ts";
import type { DisasterCounts } from "./disasters.ts";
import type { FaultCounts } from "./fleet.ts";
import type { Acknowledged } from "./load.ts";
import type { Pace } from "./pace.ts";

export interface Soaked {
  readonly pace: Pace;
  /** In minutes, until the last kill and the last answer. */
  readonly lasted: number;
  readonly facts: Omit<Facts, "minutes" | "pace">;
  readonly bars: readonly Bar[];
  readonly fates: FaultCounts;
  readonly befallen: DisasterCounts;
  readonly tally: Tally;
  readonly acknowledged: Acknowledged;
  readonly lies: number;
}

export function pageOf(soaked: Soaked): string {
  const { pace, lasted, facts, bars, acknowledged } = soaked;
  const missed = bars.filter(({ met }) => !met).length;
  const setbacks = [...acknowledged.setbacks].sort(([, a], [, b]) => b - a).slice(0, 12);
  return `${[
    "# A soak",
    `Written by \`npm run soak\` on ${facts.day}: ${pace.minutes} minutes were requested, and it took ${Math.round(lasted)} until the last kill and the last answer; seed ${pace.seed}. ${facts.cores} cores (${facts.processor}), ${facts.memoryGb} GB, ${facts.system}; Node ${facts.node}; PostgreSQL ${facts.postgres}. The bar is an hour with 500 kills; a run of ${pace.minutes} minutes kills in proportion.`,
    "One server is never killed. Two more with the same database and folder are killed with -9 at random moments, restarted, and have a real-time clock that jumps by up to five minutes. PostgreSQL is killed and stopped in turn. For five seconds at a time its disk is full, which is injected (SQLSTATE 53100): no file system is filled. Buyers go from a brief to an executed campaign, over REST, MCP and AdCP, at sellers that answer immediately, slowly, with errors or not at all, or act without answering, and at a third-party one that drops, garbles and contradicts its own answers. Each request is repeated under its idempotency key until it is answered. At the end the ledgers of all sides are compared.",
    `## ${bars.length - missed} of ${bars.length} hold`,
    tableOf({
      head: ["what", "wanted", "got", ""],
      rows: bars.map(({ what, wanted, got, met }) => [what, wanted, got, met ? "held" : "**did not hold**"]),
    }),
    "## Disturbances and load",
    tableOf({ head: ["what", "how often"], rows: disasterRows(soaked) }),
    "## Refusals",
    "Refusals and requests without a timely answer, as their callers saw them:",
    tableOf({ head: ["what", "how often"], rows: setbacks.map(([words, count]) => [escaped(words), String(count)]) }),
  ].join("\n\n")}\n`;
}

function disasterRows({ fates, befallen, tally, acknowledged, lies }: Soaked): string[][] {
  const statuses = [...tally.byStatus].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
  return [
    ["servers killed with -9", `${fates.killed}, ${fates.killedWhileStarting} of them while they started`],
    ["jumps of a server's real-time clock", String(fates.clockJumps)],
    ["restarts of PostgreSQL", String(befallen.databaseRestarts)],
    ["times with a full disk", String(befallen.diskFull)],
    ["days by which the sandbox clock advanced", `${befallen.clockDays}, in ${befallen.clockAdvances} calls`],
    ["calls that the lying seller answered wrongly", String(lies)],
    ["requests", `${tally.requests}, ${tally.repeated} of them repetitions, ${tally.replayed} answered from memory`],
    ["answers", statuses.join(", ")],
    ["campaigns executed", String(acknowledged.executed.size)],
    ["buys over AdCP", String(acknowledged.agentBuys.size)],
  ];
}

const escaped = (words: string) => words.replaceAll("|", "\\|").replaceAll("\n", " ");

export async function writePage(soaked: Soaked): Promise<void> {
  await writeFile(join(import.meta.dirname, "..", "SOAK.md"), pageOf(soaked));
}
