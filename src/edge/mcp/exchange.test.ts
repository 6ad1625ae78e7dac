import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { exchangeOf, whileWorking } from "./exchange.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const UNDER_WAY = { destroyed: false };

test("a client that asked to hear of a long call hears of it again and again, and no more once it is answered", async () => {
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

test("who did not ask, or has gone, is told nothing", async () => {
  const told: unknown[] = [];
  const notify = (notice: unknown) => void told.push(notice);
  const never = new Promise<never>(() => undefined);
  void whileWorking(never, exchangeOf({}, "legacy", notify), UNDER_WAY);
  void whileWorking(never, exchangeOf({ _meta: { progressToken: "t" } }, "modern", notify), { destroyed: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([]);
});
