import type { Database } from "../../src/ground/db/index.ts";
import { POLICIES } from "../../src/ground/dispatch/index.ts";
import { SECOND_MS } from "../../src/ground/kernel/clock.ts";
import { listAdapters } from "../../src/supply/providers/catalogue.ts";
import { pollInTurns } from "../harness/poll-in-turns.ts";
import { figure } from "../harness/words.ts";
import type { Scenario } from "../scenario.ts";

const ACCOUNTS = 1_000;
/** One account makes this many requests, before the others make one each. */
const GREED = 20;
const BAR = 1.1;

interface Counted {
  readonly what: string;
  readonly key: string;
  readonly perSecond: number;
  readonly burst: number;
}

/** The limits that platforms apply to a whole application; tokens are renewed at other times. */
function limitsOfApplications(): readonly Counted[] {
  return listAdapters().flatMap(({ describe: { provider, displayName, buckets } }) =>
    buckets
      .filter(({ per, name }) => per === "application" && name !== "tokens")
      .map(({ name, perSecond, burst }) => ({
        what: `${displayName}, ${name}`,
        key: `bench/${provider}/${name}`,
        perSecond,
        burst,
      })),
  );
}

async function measure(database: Database, { what, key, perSecond, burst }: Counted, accounts: number) {
  const limit = { key, intervalMs: SECOND_MS / perSecond, burst };
  const patienceMs = POLICIES.providerCall.patience.ms;
  const { turns, longestMs, lastMs, asked } = await pollInTurns(database, {
    limit,
    accounts,
    greed: GREED,
    patienceMs,
  });
  const taken = turns.reduce((sum, one) => sum + one, 0);
  return {
    what,
    perSecond,
    longestMs,
    ratio: (longestMs * perSecond) / (accounts * SECOND_MS),
    starved: turns.filter((one) => one === 0).length,
    // The share of what the limit allows in that time, give or take one turn at the ends.
    spent: (taken - 1) / (burst + (lastMs * perSecond) / SECOND_MS),
    askedEach: asked / taken,
  };
}

/** A thousand accounts that are all due at once, under each limit. */
export const platformTurns: Scenario = async ({ pace, inside }) => {
  const accounts = pace.quick ? ACCOUNTS / 10 : ACCOUNTS;
  const found = [];
  for (const limit of limitsOfApplications()) found.push(await measure(inside.database, limit, accounts));
  const worst = Math.max(...found.map(({ ratio }) => ratio));
  const spent = Math.max(...found.map((one) => one.spent));
  const starved = found.reduce((sum, one) => sum + one.starved, 0);
  return {
    title: "Turns at platforms",
    about: `${figure(accounts)} accounts that are all due to be polled at once, under each rate limit that a platform applies to a whole application, behind one that asks ${GREED} times. The limits are the adapters' own, stored in PostgreSQL as in production; real time is simulated, so nothing here depends on the machine's speed. A round is the time in which the limit allows every account one call.`,
    tables: [
      {
        head: ["limit", "calls a second", "longest wait", "of a round", "asked for each turn"],
        rows: found.map(({ what, perSecond, longestMs, ratio, askedEach }) => [
          what,
          String(perSecond),
          `${figure(longestMs / SECOND_MS)} s`,
          figure(ratio),
          figure(askedEach),
        ]),
      },
    ],
    bars: [
      { what: "accounts without a turn", wanted: "0", got: String(starved), met: starved === 0 },
      {
        what: "longest wait of an account, in rounds of all",
        wanted: `≤ ${BAR}`,
        got: figure(worst),
        met: worst <= BAR,
      },
      { what: "calls against what a limit allows", wanted: "≤ 1", got: figure(spent), met: spent <= 1 },
    ],
    figures: found,
  };
};
