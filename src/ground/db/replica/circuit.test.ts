import { expect, test } from "vitest";
import { silentLog } from "../../kernel/log.ts";
import { openCircuit } from "./circuit.ts";

test("a failure opens it for a while, the next for longer, and an answer forgets both", () => {
  let now = 0;
  const said: string[] = [];
  const say = (_: unknown, message: string) => void said.push(message);
  const circuit = openCircuit({ ...silentLog, info: say, warn: say }, () => now);
  const failAt = (ms: number) => {
    now = ms;
    circuit.failed(new Error("away"));
  };
  const isClosedAt = (ms: number) => {
    now = ms;
    return circuit.isClosed();
  };
  expect(circuit.isClosed()).toBe(true);
  failAt(0);
  failAt(1);
  expect([1, 4_999, 5_000].map(isClosedAt)).toEqual([false, false, true]);
  failAt(5_000);
  now = 14_999;
  expect(circuit.isClosed()).toBe(false);
  now = 15_000;
  circuit.worked();
  failAt(20_000);
  now = 25_000;
  expect(circuit.isClosed()).toBe(true);
  expect(said.map((line) => line.split(":")[0])).toEqual([
    "the replica is unavailable",
    "the replica answers lists and reports again",
    "the replica is unavailable",
  ]);
});
