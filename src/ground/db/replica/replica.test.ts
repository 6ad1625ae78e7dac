import { expect, test } from "vitest";
import { silentLog } from "../../kernel/log.ts";
import { openCircuit } from "./circuit.ts";
import { openReplica } from "./replica.ts";

/** A primary that writes on, and a replica that replays as far as it is told; a second passes between two looks. */
function pair() {
  let ms = Date.UTC(2026, 10, 1, 12);
  const state = { end: 100n, replayed: 100n as bigint | null, looks: 0 };
  const now = () => new Date(ms);
  const replica = openReplica(
    {
      endOfLog: async () => {
        state.looks++;
        return state.end;
      },
      replayed: async () => state.replayed,
    },
    openCircuit(silentLog, () => ms),
    now,
  );
  const pass = (seconds: number) => (ms += seconds * 1_000);
  return { replica, state, now, pass };
}

test("it answers who has written nothing that it lacks, as of its newest moment", async () => {
  const { replica, state, now, pass } = pair();
  expect(await replica.freshFor(100n)).toEqual(now());
  expect(await replica.freshFor(101n)).toBeNull();
  const then = now();
  pass(1);
  state.end = 200n;
  expect(await replica.freshFor(100n)).toEqual(then);
  expect(replica.standing()).toEqual({ isAway: false, lagSeconds: 1 });
});

test("callers within half a second share a look", async () => {
  const { replica, state } = pair();
  for (let turn = 0; turn < 10; turn++) await replica.freshFor(50n);
  expect(state.looks).toBe(1);
});

test("one that replays nothing for half a minute answers nobody, until it does again", async () => {
  const { replica, state, now, pass } = pair();
  await replica.freshFor(0n);
  for (let second = 0; second < 31; second++) {
    pass(1);
    state.end += 100n;
    await replica.freshFor(0n);
  }
  expect(await replica.freshFor(0n)).toBeNull();
  pass(1);
  state.replayed = state.end;
  expect(await replica.freshFor(0n)).toEqual(now());
});

test("one that was made a primary is no replica any more", async () => {
  const { replica, state } = pair();
  state.replayed = null;
  expect(await replica.freshFor(0n)).toBeNull();
  expect(replica.standing()).toEqual({ isAway: true, lagSeconds: null });
});
