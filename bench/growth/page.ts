import { type Kind, PEAK_HOUR, TENANT, WELL_USED } from "./shape.ts";
import type { Spent } from "./spend.ts";

const DAY_SECONDS = 86_400;
const WANTED = 100_000;
/** The cores of a large machine that can be rented. */
const LARGE = 64;
/** The kinds of work that a replica may do. */
const LAGS: readonly Kind[] = ["list of campaigns", "report of 30 days"];

/** The page about what was measured at one size, and what it means for a market of a hundred thousand. */
export function pageOf(tenants: number, bytes: number, spent: readonly Spent<Kind>[]): string {
  const aDay = (of: (one: Spent<Kind>) => number, which = spent) =>
    which.reduce((sum, one) => sum + of(one) * TENANT.day[one.kind], 0);
  const busiest = (PEAK_HOUR * 24) / DAY_SECONDS;
  const cores = (ms: number) => (WANTED * ms * busiest) / 1_000;
  const all = aDay(({ databaseMs }) => databaseMs);
  const lagging = aDay(
    ({ databaseMs }) => databaseMs,
    spent.filter(({ kind }) => LAGS.includes(kind)),
  );
  const most = (ms: number) => Math.floor((LARGE * WELL_USED * 1_000) / (ms * busiest));
  return [
    `## ${tenants.toLocaleString("en")} tenants, ${(bytes / 1e6).toFixed(0)} MB`,
    "",
    "| work | a second | PostgreSQL, ms | Node, ms | log, bytes |",
    "| --- | --- | --- | --- | --- |",
    ...spent.map(
      ({ kind, perSecond, databaseMs, nodeMs, logBytes }) =>
        `| ${kind} | ${perSecond.toFixed(0)} | ${databaseMs.toFixed(3)} | ${nodeMs.toFixed(3)} | ${logBytes.toFixed(0)} |`,
    ),
    "",
    `A tenant's day: ${(all / 1_000).toFixed(3)} s of PostgreSQL, ${(aDay(({ nodeMs }) => nodeMs) / 1_000).toFixed(3)} s of Node, ${(aDay(({ logBytes }) => logBytes) / 1e6).toFixed(2)} MB of log, ${(bytes / tenants / 1e3).toFixed(0)} kB of tables.`,
    `${WANTED.toLocaleString("en")} tenants in their busiest hour: ${cores(all).toFixed(1)} cores of PostgreSQL, of which ${cores(lagging).toFixed(1)} may be a replica's.`,
    `One primary of ${LARGE} cores, used to ${WELL_USED * 100} %, ends at ${most(all).toLocaleString("en")} tenants of this shape, and beside a replica at ${most(all - lagging).toLocaleString("en")}.`,
    "",
  ].join("\n");
}
