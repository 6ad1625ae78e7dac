import { expect, test } from "vitest";
import { openChaos } from "./chaos.ts";
import { PROFILES } from "./profiles.ts";
import type { Simulation } from "./simulation.ts";

const CALL = {
  buyer: { customerId: 1, name: "Acme", operatorDomain: null, brandDomain: null, sandbox: true },
  timeoutMs: 1000,
  now: new Date("2026-08-01T00:00:00Z"),
  requestId: "req_1",
};

/** Makes calls through the dial, one after the other, and reports the result of each and what was done meanwhile. */
async function callThrough(dial: Partial<Simulation["chaos"]>, { calls = 1, writes = true } = {}) {
  const slept: number[] = [];
  let acts = 0;
  const simulation = { ...PROFILES.news, chaos: { ...PROFILES.news.chaos, ...dial } };
  const pass = openChaos(simulation, "agent", async (ms) => void slept.push(ms), { count: 0 });
  const answers: string[] = [];
  for (let call = 0; call < calls; call++) {
    const answer = pass({ call: CALL, writes, act: async () => `answer ${++acts}` });
    answers.push(await answer.catch((error: unknown) => String(error)));
  }
  return { answers, acts, slept };
}

test("by default it lets every call through immediately", async () => {
  expect(await callThrough({}, { calls: 2 })).toEqual({ answers: ["answer 1", "answer 2"], acts: 2, slept: [] });
});

test("a hang does nothing until the deadline", async () => {
  const { answers, acts, slept } = await callThrough({ hangRate: 1 });
  expect({ acts, slept }).toEqual({ acts: 0, slept: [1000] });
  expect(answers[0]).toContain("no answer before the deadline");
});

test("a duplicate acts, and then is silent until the deadline", async () => {
  const { answers, acts, slept } = await callThrough({ duplicateRate: 1 });
  expect({ acts, slept }).toEqual({ acts: 1, slept: [1000] });
  expect(answers[0]).toContain("no answer before the deadline");
});

test("a call that only reads is never a duplicate", async () => {
  expect((await callThrough({ duplicateRate: 1 }, { writes: false })).answers).toEqual(["answer 1"]);
});

test("no call takes longer than its deadline, and one that would has done nothing", async () => {
  const { answers, acts, slept } = await callThrough({ latencyMs: 1000 }, { calls: 50 });
  expect(Math.max(...slept)).toBeLessThanOrEqual(1000);
  expect(slept.filter((ms) => ms < 1000)).toHaveLength(acts);
  expect(answers.filter((answer) => answer.startsWith("answer"))).toHaveLength(acts);
});

test("the same calls fail on every run, in both ways of failing, having done nothing", async () => {
  const first = await callThrough({ errorRate: 0.5 }, { calls: 50 });
  expect(await callThrough({ errorRate: 0.5 }, { calls: 50 })).toEqual(first);
  const failures = first.answers.filter((answer) => !answer.startsWith("answer"));
  expect(new Set(failures).size).toBe(2);
  expect(failures.length + first.acts).toBe(50);
});

test("what failed once does not fail at every retry, although the publisher is opened again for each", async () => {
  const simulation = { ...PROFILES.news, chaos: { ...PROFILES.news.chaos, hangRate: 0.5 } };
  const calls = { count: 0 };
  const tried = Array.from({ length: 40 }, () => {
    const pass = openChaos(simulation, "agent", async () => undefined, calls);
    return pass({ call: CALL, writes: true, act: async () => "answered" }).catch(() => "hung");
  });
  expect(new Set(await Promise.all(tried))).toEqual(new Set(["answered", "hung"]));
});
