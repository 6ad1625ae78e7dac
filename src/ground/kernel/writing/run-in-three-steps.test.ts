import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openWorld, type World } from "../../../../test/world.ts";
import { after, frozenClock } from "../clock.ts";
import { InvalidState } from "../errors.ts";
import type { Host } from "../host.ts";
import { operation } from "../operation.ts";
import { type Request, run } from "../run.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** An operation whose claim takes effect once, and is refused the second time, like an approval. */
async function decision(reached?: Host["reached"]) {
  const { customerId } = await world.caller("BUYER");
  const viewer = await world.host.viewerOf(customerId);
  if (!viewer) throw new Error("the caller is there");
  const clock = frozenClock(new Date());
  const host = { ...world.host, clock, ...(reached && { reached }) };
  const counts = { claims: 0, calls: 0, settled: 0 };
  const calls: (() => void)[] = [];
  const op = operation({
    id: "decide",
    api: "buyer",
    method: "post",
    path: "/decide",
    summary: "Decides",
    tag: "Test",
    access: "write",
    body: z.object({}),
    answer: z.object({ decidedAt: z.string() }),
    audit: { resource: "TEST", in: "claim" },
    claim: async () => {
      counts.claims += 1;
      if (counts.claims > 1) throw new InvalidState("decided already");
      return { decidedAt: clock.now() };
    },
    call: async () => {
      counts.calls += 1;
      if (counts.calls === 1) await new Promise<void>((resolve) => calls.push(resolve));
    },
    settle: async ({ decidedAt }) => {
      counts.settled += 1;
      return { decidedAt: decidedAt.toISOString() };
    },
  });
  const ask = (more: Pick<Request, "serialise"> = {}) =>
    run(op, { body: {}, requestId: "req_1", idempotencyKey: "key-0001", ...more }, viewer, host);
  return { ask, counts, clock, letFirstGoOn: () => calls[0]?.() };
}

test("a key whose holder does not respond is taken over with its claim, and both get the same answer", async () => {
  const { ask, counts, clock, letFirstGoOn } = await decision();
  const first = ask();
  await expect.poll(() => counts.calls).toBe(1);
  await expect(ask()).rejects.toMatchObject({ code: "IDEMPOTENCY_IN_FLIGHT", retryAfterSeconds: 5 });
  clock.set(after(clock.now(), 31_000));
  const second = await ask();
  letFirstGoOn();
  expect(await first).toEqual({ ...second, replayed: true });
  expect(await ask()).toEqual({ ...second, replayed: true });
  expect(counts).toEqual({ claims: 1, calls: 2, settled: 1 });
});

test("a call that fails after its claim has taken effect can be continued immediately, under the same key", async () => {
  let broken = false;
  const { ask, counts, letFirstGoOn } = await decision((_, stage) => {
    if (stage !== "called" || broken) return;
    broken = true;
    throw new Error("broken");
  });
  const first = ask();
  await expect.poll(() => counts.calls).toBe(1);
  letFirstGoOn();
  await expect(first).rejects.toThrow("broken");
  expect(await ask()).toMatchObject({ status: 200, replayed: false });
  expect(counts.claims).toBe(1);
});

test("an answer can be serialised while it is being committed, and is the one that leaves", async () => {
  const { ask, letFirstGoOn, counts } = await decision();
  const heard: unknown[] = [];
  const answering = ask({ serialise: (data) => void heard.push(data) });
  await expect.poll(() => counts.calls).toBe(1);
  letFirstGoOn();
  const { data } = await answering;
  expect(heard).toHaveLength(1);
  expect(heard[0]).toBe(data);
});

test("what a call needs is read while the claim is made, and dropped where the claim fails", async () => {
  const { customerId } = await world.caller("BUYER");
  const viewer = await world.host.viewerOf(customerId);
  if (!viewer) throw new Error("the caller is there");
  const asked: string[] = [];
  const op = operation({
    id: "look",
    api: "buyer",
    method: "post",
    path: "/look",
    summary: "Looks",
    tag: "Test",
    access: "write",
    body: z.object({ isRefused: z.boolean() }),
    answer: z.object({ found: z.string() }),
    prefetch: async ({ body: { isRefused } }) => {
      asked.push("prefetched");
      if (isRefused) throw new Error("nobody hears of it");
      return "it";
    },
    claim: async ({ body: { isRefused } }) => {
      asked.push("claimed");
      if (isRefused) throw new InvalidState("not now");
    },
    call: async (_, _ctx, prefetched) => `found ${await prefetched}`,
    settle: async (_, found) => ({ found }),
  });
  const ask = (isRefused: boolean) =>
    run(op, { body: { isRefused }, requestId: "req_1", idempotencyKey: `key-${isRefused}` }, viewer, world.host);
  expect((await ask(false)).data).toEqual({ found: "found it" });
  expect(asked).toEqual(["prefetched", "claimed"]);
  await expect(ask(true)).rejects.toMatchObject({ message: "not now" });
});
