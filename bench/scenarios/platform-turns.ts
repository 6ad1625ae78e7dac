import { POLICIES } from "../../src/ground/dispatch/index.ts";
import { SECOND_MS } from "../../src/ground/kernel/clock.ts";
import { listAdapters } from "../../src/supply/providers/catalogue.ts";
import { pollInTurns } from "../harness/poll-in-turns.ts";
import { figure } from "../harness/words.ts";
import type { Scenario } from "../scenario.ts";

const ACCOUNTS = 1_000;
/** One account asks this often where another asks once, and before it. */
const GREED = 20;
const BAR = 1.1;

/** A thousand accounts under one application's limit, at each platform that counts so; tokens are renewed in their own time. */
export const platformTurns: Scenario = async ({ pace, inside }) => {
  const accounts = pace.quick ? ACCOUNTS / 10 : ACCOUNTS;
  const patienceMs = POLICIES.providerCall.patience.ms;
  const limits = listAdapters().flatMap(({ describe: { provider, displayName, buckets } }) =>
    buckets
      .filter(({ per, name }) => per === "application" && name !== "tokens")
      .map(({ name, perSecond, burst }) => ({ provider, displayName, name, perSecond, burst })),
  );
  const found = [];
  for (const { provider, displayName, name, perSecond, burst } of limits) {
    const limit = { key: `bench/${provider}/${name}`, intervalMs: SECOND_MS / perSecond, burst };
    const polled = await pollInTurns(inside.database, { limit, accounts, greed: GREED, patienceMs });
    const roundMs = (accounts / perSecond) * SECOND_MS;
    const most = burst + (polled.lastMs / SECOND_MS) * perSecond;
    const taken = polled.turns.reduce((sum, one) => sum + one, 0);
    found.push({
      what: `${displayName}, ${name}`,
      perSecond,
      longestMs: polled.longestMs,
      ratio: polled.longestMs / roundMs,
      starved: polled.turns.filter((one) => one === 0).length,
      // Of what the limit allows in that time, a turn more or less at its ends.
      spent: (taken - 1) / most,
      askedEach: polled.asked / taken,
    });
  }
  const worst = Math.max(...found.map(({ ratio }) => ratio));
  const spent = Math.max(...found.map((one) => one.spent));
  const starved = found.reduce((sum, one) => sum + one.starved, 0);
  return {
    title: "Turns at platforms",
    about: `${figure(accounts)} accounts that are all due to be polled at once, under each limit that a platform counts for a whole application, behind one that asks ${GREED} times. The limits are the adapters' own, kept in PostgreSQL as in operation; the wall is reckoned, so nothing here depends on how fast the machine is. A round is the time in which the limit lets every account ask once.`,
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
