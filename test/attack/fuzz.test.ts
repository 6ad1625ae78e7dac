import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { createOwnedResources, type OwnedResources } from "../operations/owned-resources.ts";
import { openWorld, type World } from "../world.ts";
import { type FuzzedCall, fuzzedCalls } from "./fuzzed-calls.ts";
import { leastHold, longestHold } from "./holding/longest-hold.ts";

/** Hostile calls over REST, MCP and AdCP in one stream: `FUZZ_CALLS=100000` for the long run. */
const CALLS = Number(process.env.FUZZ_CALLS ?? 30_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
const AT_ONCE = 8;
const MOST_MS = 50;
/** How much a heap may grow once everything has been called a few times: nothing of a call is kept. */
const MOST_GROWTH = 64 * 1024 * 1024;
const LONG_MS = 3 * 60 * 60_000;

let world: World;
let estate: OwnedResources;
let operatorKey: string;
let platformId: string;
const bugs: string[] = [];

beforeAll(async () => {
  const noted = (fields: Readonly<Record<string, unknown>>) =>
    void bugs.push(String((fields.err as Error | undefined)?.stack));
  world = await openWorld({ log: { ...silentLog, error: noted } });
  const operator = await world.caller("OPERATOR");
  operatorKey = operator.key;
  estate = await createOwnedResources(world, operator, "Fuzzed");
  platformId = (await estate.seller.get("/storefront")).data.platformId;
});
afterAll(() => world.close());

/** In both, a heap that has just been swept. */
function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

test(`${CALLS} hostile calls: none is a bug, none blocks the loop, and nothing of them is stored`, {
  timeout: LONG_MS,
}, async () => {
  const found: string[] = [];
  const slow: FuzzedCall[] = [];
  const calls = fuzzedCalls({ world, estate, operatorKey, platformId }, CALLS, SEED);
  let heapBefore = 0;
  let made = 0;
  for (;;) {
    const beside = nextOf(calls, AT_ONCE);
    if (beside.length === 0) break;
    const held = await longestHold(() => Promise.all(beside.map((call) => meet(call, found))));
    if (held > MOST_MS) slow.push(...beside);
    if (bugs.length > 0) found.push(`${beside.map(({ name }) => name).join("\n")}\n${bugs.splice(0).join("\n")}`);
    made += beside.length;
    if (heapBefore === 0 && made >= CALLS / 4) heapBefore = heapBytes();
    if (found.length > 20) break;
  }
  expect(found).toEqual([]);
  expect(made).toBe(CALLS);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(heapBytes() - heapBefore).toBeLessThan(MOST_GROWTH);
  // Requests in progress when the loop was blocked are repeated, alone: garbage collection and compilation are not
  // their fault.
  const holding: string[] = [];
  for (const call of slow) {
    const ms = await leastHold(MOST_MS, () => call.make());
    if (ms > MOST_MS) holding.push(`${Math.round(ms)} ms: ${call.name}`);
  }
  expect(holding).toEqual([]);
});

async function meet(call: FuzzedCall, found: string[]): Promise<void> {
  const bug = await call.make();
  if (bug !== undefined) found.push(`${call.name}\n${bug}`);
}

function nextOf(calls: Iterator<FuzzedCall>, count: number): FuzzedCall[] {
  const taken: FuzzedCall[] = [];
  while (taken.length < count) {
    const next = calls.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
