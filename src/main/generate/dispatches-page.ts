import type { Dispatch, Patience, RetryPolicy } from "../../ground/dispatch/index.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../ground/kernel/clock.ts";

/** The page about every durable call, and the policy by which it is repeated. */
export function dispatchesPage(dispatches: readonly Dispatch[]): string {
  const rows = dispatches.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(rowOf);
  return `${HEAD}\n| Dispatch | It asks | One attempt | Attempts | Pauses |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

const HEAD = `# Dispatches

Generated from \`src/ground/dispatch/policies.ts\` and its users by \`npm run generate\`. A dispatch is a call to another system
that survives a crash of the process that makes it: it is claimed with a lease and a fence, called outside any transaction, and settled
by the process that still holds the fence ([decision 29](decisions/0029-one-durable-call.md)). An attempt holds its record for its
timeout plus fifteen seconds; then another attempt takes over.
`;

function rowOf({ name, policy: { asks, patience, pausesMs, anewInPerson, backOff } }: Dispatch): string {
  const anew = anewInPerson ? ", and as many again if a person retries it" : "";
  const attempts = backOff ? "until it answers" : `${pausesMs.length + 1}${anew}`;
  const pauses = backOff ? doublingOf(backOff) : pausesOf(pausesMs);
  return `| \`${name}\` | ${asks} | ${timeOf(patience)} | ${attempts} | ${pauses} |`;
}

function timeOf({ ms, sellerCalls, examinations }: Patience): string {
  const parts = [
    ms === undefined ? [] : spanOf(ms),
    sellerCalls === undefined ? [] : `${sellerCalls} × \`SELLER_TIMEOUT_MS\``,
    examinations === undefined ? [] : "`COMPLIANCE_TIMEOUT_MS`",
  ];
  return parts.flat().join(" + ");
}

function doublingOf({ firstMs, longestMs }: NonNullable<RetryPolicy["backOff"]>): string {
  return firstMs === longestMs ? spanOf(firstMs) : `${spanOf(firstMs)}, doubling up to ${spanOf(longestMs)}`;
}

/** Consecutive equal pauses are listed once. */
function pausesOf(pausesMs: readonly number[]): string {
  const distinct = pausesMs.filter((pause, index) => pause !== pausesMs[index - 1]);
  const runs = distinct.map((pause) => {
    const times = pausesMs.filter((one) => one === pause).length;
    return times > 1 ? `${times} × ${spanOf(pause)}` : spanOf(pause);
  });
  return runs.join(", ");
}

function spanOf(ms: number): string {
  const unit = [
    { of: DAY_MS, is: "d" },
    { of: HOUR_MS, is: "h" },
    { of: MINUTE_MS, is: "min" },
  ].find(({ of }) => ms >= of && ms % of === 0);
  return unit ? `${ms / unit.of} ${unit.is}` : `${ms / SECOND_MS} s`;
}
