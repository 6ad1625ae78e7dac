import { expect, test } from "vitest";
import { DatabaseAway } from "../../ground/db/connection/index.ts";
import { silentLog } from "../../ground/kernel/log.ts";
import { waitOut } from "./wait-out.ts";

/** A start that fails with each of these errors in turn, and then succeeds. */
function failing(...errors: readonly Error[]) {
  const left = [...errors];
  let begun = 0;
  const begin = async () => {
    begun += 1;
    const error = left.shift();
    if (error) throw error;
    return "started";
  };
  return { begin, begun: () => begun };
}

const away = () =>
  new DatabaseAway("unreachable", new Error("terminating connection due to unexpected postmaster exit"));
const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });

test("a server that is starting waits for a database that is being restarted", async () => {
  const { begin, begun } = failing(away(), refused, away());
  expect(await waitOut(begin, { log: silentLog, lookMs: 1 })).toBe("started");
  expect(begun()).toBe(4);
});

test("any other failure ends the start immediately", async () => {
  const { begin, begun } = failing(new Error("the vault key is another one"), away());
  await expect(waitOut(begin, { log: silentLog, lookMs: 1 })).rejects.toThrow("the vault key is another one");
  expect(begun()).toBe(1);
});

test("a database that stays unavailable ends the start with its error", async () => {
  const { begin } = failing(...Array.from({ length: 100 }, away));
  await expect(waitOut(begin, { log: silentLog, lookMs: 1, patienceMs: 10 })).rejects.toThrow(
    "the database is temporarily unavailable",
  );
});
