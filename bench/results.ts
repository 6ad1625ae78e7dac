import { writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem, type } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import type { Pace } from "./harness/pace.ts";
import { figure } from "./harness/words.ts";
import type { Finding, Table } from "./scenario.ts";

/** Enough for a comparison with another machine, without anything that identifies this one. */
export interface Facts {
  readonly system: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly postgres: string;
  readonly day: string;
  readonly minutes: number;
  readonly pace: Pace;
}

export async function machineFacts(admin: pg.Client): Promise<Omit<Facts, "minutes" | "pace">> {
  const { rows } = await admin.query<{ server_version: string }>("show server_version");
  return {
    system: `${type()}, ${process.arch}`,
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres: rows[0]?.server_version ?? "unknown",
    day: new Date().toISOString().slice(0, 10),
  };
}

export async function writeResults(folder: string, facts: Facts, findings: readonly Finding[]): Promise<void> {
  const figures = findings.map(({ title, bars, figures }) => ({ title, bars, figures }));
  await writeFile(join(folder, "results.json"), `${JSON.stringify({ facts, findings: figures }, rounded, 2)}\n`);
  await writeFile(join(folder, "RESULTS.md"), pageOf(facts, findings));
}

/** Six significant digits are more than any of these numbers deserves. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(6)) : value;
}

export function pageOf(facts: Facts, findings: readonly Finding[]): string {
  const bars = findings.flatMap((finding) => finding.bars);
  const missed = bars.filter(({ met }) => !met).length;
  return `${[
    "# Measured",
    introduction(facts),
    `## Bars: ${bars.length - missed} of ${bars.length} met`,
    tableOf({
      head: ["what", "wanted", "got", ""],
      rows: bars.map(({ what, wanted, got, met }) => [what, wanted, got, met ? "met" : "**missed**"]),
    }),
    ...bars.flatMap(({ what, met, because }) => (met || !because ? [] : [`**Missed: ${what}.** ${because}`])),
    ...findings.map(sectionOf),
  ].join("\n\n")}\n`;
}

function introduction({ system, cores, processor, memoryGb, node, postgres, day, minutes, pace }: Facts): string {
  return `Written by \`npm run bench\`${pace.quick ? " -- --quick" : ""} on ${day}, in ${figure(minutes)} minutes. ${cores} cores (${processor}), ${memoryGb} GB, ${system}; Node ${node}; PostgreSQL ${postgres}, the embedded one with its defaults, every commit flushed to disk.

Servers, load generator and PostgreSQL are separate processes that share these cores, so compare the ratios, which are measured between neighbours in each round, rather than the absolute figures. A figure is the median of ${pace.rounds} rounds of ${pace.roundMs / 1000} s unless stated otherwise; the lowest and the highest round are in brackets.`;
}

function sectionOf({ title, about, tables, notes = [], block }: Finding): string {
  const parts = [`## ${title}`, about, ...tables.map(tableOf), ...notes];
  if (block) parts.push(`\`\`\`text\n${block}\n\`\`\``);
  return parts.join("\n\n");
}

export function tableOf({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
