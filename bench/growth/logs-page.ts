import type { Spent } from "./spend.ts";

/** One run of a job that deletes old rows. */
export interface DeletionRun {
  readonly name: string;
  readonly ms: number;
  readonly error: string | undefined;
}

/** The page about what was measured with this many rows in each log. */
export function logsPageOf(rows: number, spent: readonly Spent[], upkeep: readonly DeletionRun[]): string {
  return [
    `## ${rows.toLocaleString("en")} rows in each log`,
    "",
    "| work | a second | PostgreSQL, ms | Node, ms | log, bytes |",
    "| --- | --- | --- | --- | --- |",
    ...spent.map(
      ({ kind, perSecond, databaseMs, nodeMs, logBytes }) =>
        `| ${kind} | ${perSecond.toFixed(0)} | ${databaseMs.toFixed(2)} | ${nodeMs.toFixed(2)} | ${logBytes.toFixed(0)} |`,
    ),
    "",
    ...upkeep.map(({ name, ms, error }) => `${name}: ${ms.toFixed(0)} ms${error ? `, refused: ${error}` : ""}`),
    "",
  ].join("\n");
}
