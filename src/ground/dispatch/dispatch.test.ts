import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openWorld, type World } from "../../../test/world.ts";
import { after, frozenClock } from "../kernel/clock.ts";
import type { Host } from "../kernel/host.ts";
import { perform } from "../kernel/perform.ts";
import type { Outcome, Progress } from "./attempt.ts";
import { type DispatchInput, dispatch } from "./dispatch.ts";
import type { RetryPolicy } from "./retry-policy.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

interface Letter extends Progress {
  readonly state: "open" | "taken" | "given_up" | "lost";
  readonly sentAt: Date | null;
  readonly message: string | null;
}

const POLICY: RetryPolicy = { asks: "somebody", patience: { ms: 15_000 }, pausesMs: [1_000, 60_000] };

/** A letter, its dispatch, and the jobs that it leaves behind; each call has the next of the given outcomes. */
async function post(policy = POLICY) {
  const { customerId } = await world.caller("BUYER");
  const clock = frozenClock(new Date());
  const jobs: { readonly input: DispatchInput; readonly delayMs: number }[] = [];
  const fates: (Outcome<string> | Error | Promise<Outcome<string>>)[] = [];
  const box = {
    letter: { attempts: 0, fence: 0, leaseUntil: null, sentAt: null, state: "open", message: null } as Letter,
  };
  const deliver = dispatch({
    name: "test.deliver",
    input: { letterId: z.string() },
    policy,
    load: async () => box.letter,
    isOpen: ({ state }) => state === "open",
    request: async (record) => ({ record, request: "words" }),
    save: async (record) => (box.letter = record),
    async call() {
      const fate = await fates.shift();
      if (!fate || fate instanceof Error) throw fate ?? new Error("nobody expected this");
      return fate;
    },
    async settle(record, result) {
      if (result.kind === "answered") return (box.letter = { ...record, state: "taken", message: result.answer });
      const state = result.kind === "again" ? "open" : result.kind;
      return (box.letter = { ...record, state, message: result.message });
    },
    settleLate: async (record, answer) => (box.letter = { ...record, state: "taken", message: `late: ${answer}` }),
    answer: ({ state }) => state,
  });
  const host: Host = {
    ...world.host,
    clock,
    enqueue: async (_, __, input, { delayMs = 0 }) => void jobs.push({ input, delayMs }),
  };
  const send = (input: Partial<DispatchInput> = {}) =>
    perform(deliver, { customerId, letterId: "l", ...input }, "req_1", host);
  const wait = (ms: number) => clock.set(after(clock.now(), ms));
  return { send, box, jobs, fates, wait, host };
}

const UNKNOWN = { kind: "unknown", message: "silence" } as const;
const TAKEN = { kind: "answered", answer: "thanks" } as const;

test("a request that is answered is made once, and its recovery job finds nothing to do", async () => {
  const { send, box, jobs, fates } = await post();
  fates.push(TAKEN);
  expect(await send({ attempt: 0 })).toBe("taken");
  expect(jobs).toEqual([{ input: expect.objectContaining({ attempt: 1, abandoned: true }), delayMs: 31_000 }]);
  expect(await send(jobs[0]?.input)).toBe("taken");
  expect(box.letter).toMatchObject({ attempts: 1, fence: 1, leaseUntil: null, message: "thanks" });
});

test("a failed request is repeated after each pause, and given up when the policy is exhausted", async () => {
  const { send, box, jobs, fates } = await post();
  const pauses: number[] = [];
  for (const attempt of [0, 1, 2]) {
    fates.push(UNKNOWN);
    await send({ attempt });
    const next = jobs.findLast(({ input }) => !input.abandoned && input.attempt === attempt + 1);
    if (next) pauses.push(next.delayMs);
  }
  expect(pauses).toEqual(POLICY.pausesMs);
  expect(box.letter).toMatchObject({ state: "given_up", attempts: 3 });
  // An attempt that has been superseded is not made.
  expect(await send({ attempt: 1 })).toBe("given_up");
});

test("nobody else makes the request while a lease lasts; a job is enqueued again, and continues once the holder is dead", async () => {
  const { send, box, jobs, fates, wait, host } = await post();
  host.reached = (_, stage) => {
    if (stage === "claimed") throw new Error("killed");
  };
  await expect(send()).rejects.toThrow("killed");
  host.reached = () => undefined;
  const [recovery] = jobs;
  expect(await send()).toBe("open");
  expect(await send(recovery?.input)).toBe("open");
  expect(jobs).toHaveLength(2);
  wait(jobs[1]?.delayMs ?? 0);
  fates.push(TAKEN);
  expect(await send(jobs[1]?.input)).toBe("taken");
  expect(box.letter).toMatchObject({ attempts: 2, fence: 2 });
});

test("if the process dies during the last attempt, the dispatch is given up and not attempted again", async () => {
  const { send, box, jobs, wait, host } = await post({ ...POLICY, pausesMs: [] });
  host.reached = (_, stage) => {
    if (stage === "called") throw new Error("killed");
  };
  await expect(send({ attempt: 0 })).rejects.toThrow("killed");
  host.reached = () => undefined;
  wait(60_000);
  expect(await send(jobs[0]?.input)).toBe("given_up");
  expect(box.letter.sentAt).not.toBeNull();
});

test("an attempt that returns after its lease only stores facts that are true whoever receives them", async () => {
  const { send, box, fates, wait } = await post();
  const slow = Promise.withResolvers<Outcome<string>>();
  fates.push(slow.promise);
  const first = send();
  await expect.poll(() => fates.length).toBe(0);
  wait(60_000);
  fates.push(UNKNOWN);
  await send();
  expect(box.letter).toMatchObject({ fence: 2, message: "silence" });
  slow.resolve(TAKEN);
  expect(await first).toBe("taken");
  expect(box.letter.message).toBe("late: thanks");
});

test("doubt begins with the first call that may have been received, and ends if the receiver did nothing", async () => {
  const { send, box, fates, wait, host } = await post();
  fates.push({ kind: "not_taken", message: "busy" });
  await send();
  expect(box.letter.sentAt).toBeNull();
  const began = host.clock.now();
  fates.push(new Error("broken pipe"));
  await send();
  wait(5_000);
  fates.push({ kind: "not_taken", message: "busy" });
  await send();
  expect(box.letter).toMatchObject({ sentAt: began, state: "given_up" });
});

test("an interactive caller gets one more attempt after the last, or all again if the policy says so", async () => {
  const spent = { attempts: 3, fence: 3 };
  const [once, anew] = [await post(), await post({ ...POLICY, anewInPerson: true })];
  for (const { box, fates, send } of [once, anew]) {
    box.letter = { ...box.letter, ...spent };
    fates.push(UNKNOWN);
    await send();
  }
  expect(once.box.letter).toMatchObject({ state: "given_up", attempts: 4, fence: 4 });
  expect(anew.box.letter).toMatchObject({ state: "open", attempts: 1, fence: 4 });
});
