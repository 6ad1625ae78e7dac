import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exchangeOf, whileWorking } from "./exchange.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const UNDER_WAY = { destroyed: false };

test("a client that requested progress gets heartbeats during a long call, and none once it is answered", async () => {
  const told: unknown[] = [];
  const exchange = exchangeOf({ _meta: { progressToken: 7 } }, "legacy", (notice) => void told.push(notice));
  const { promise, resolve } = Promise.withResolvers<string>();
  const answer = whileWorking(promise, exchange, UNDER_WAY);
  await vi.advanceTimersByTimeAsync(25_000);
  resolve("done");
  expect(await answer).toBe("done");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toMatchObject([
    { method: "notifications/progress", params: { progressToken: 7, progress: 10 } },
    { method: "notifications/progress", params: { progressToken: 7, progress: 20 } },
  ]);
});

test("reported progress increases, with heartbeats in between", async () => {
  const told: { params: { progress: number; total?: number } }[] = [];
  const exchange = exchangeOf({ _meta: { progressToken: 7 } }, "legacy", (notice) => void told.push(notice as never));
  const { promise, resolve } = Promise.withResolvers<void>();
  const over = whileWorking(promise, exchange, UNDER_WAY);
  exchange.progress({ progress: 0, total: 2 });
  await vi.advanceTimersByTimeAsync(25_000);
  exchange.progress({ progress: 1, total: 2 });
  await vi.advanceTimersByTimeAsync(10_000);
  exchange.progress({ progress: 2, total: 2 });
  resolve();
  await over;
  const reached = told.map(({ params }) => params.progress);
  expect(reached.length).toBe(6);
  expect(reached).toEqual([...new Set(reached)].toSorted((a, b) => a - b));
  expect(told.every(({ params }) => params.total === 2)).toBe(true);
});

test("a client that did not request progress, or has disconnected, gets none", async () => {
  const told: unknown[] = [];
  const notify = (notice: unknown) => void told.push(notice);
  const never = new Promise<never>(() => undefined);
  void whileWorking(never, exchangeOf({}, "legacy", notify), UNDER_WAY);
  void whileWorking(never, exchangeOf({ _meta: { progressToken: "t" } }, "modern", notify), { destroyed: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([]);
});
