import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../../../bench/harness/statements.ts";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const LIST = "/buyer/advertisers?take=5";
const SIXTEEN = Array.from({ length: 16 });

async function namesFor(caller: Caller): Promise<string[]> {
  const { data } = await caller.get(LIST);
  return data.items.map(({ name }: { readonly name: string }) => name);
}

const create = (caller: Caller, name: string) =>
  caller.post("/buyer/advertisers", { name, brand: "shared.example", sandbox: true });

test("sixteen concurrent requests with one key for one page are read twice at most, and each has its own id", async () => {
  const buyer = await world.caller("BUYER");
  await create(buyer, "One");
  await buyer.get(LIST);
  const { statements: alone } = await listenDuring(() => buyer.get(LIST));
  const { answer: replies, statements } = await listenDuring(() => Promise.all(SIXTEEN.map(() => buyer.get(LIST))));
  // The key is looked up as often as necessary, which in a sandbox is once for all concurrent callers.
  expect(statements.length).toBeLessThanOrEqual(2 * alone.length + 1);
  expect(new Set(replies.map(({ meta }) => meta.requestId)).size).toBe(16);
  for (const { status, data, meta } of replies)
    expect([status, data.items[0].name, meta.pagination?.total]).toEqual([200, "One", 1]);
});

test("a read after a write was answered sees the write, however many reads were in progress", async () => {
  const buyer = await world.caller("BUYER");
  for (let round = 0; round < 8; round++) {
    const before = SIXTEEN.map(() => namesFor(buyer));
    await create(buyer, `Made in round ${round}`);
    const during = SIXTEEN.map(() => namesFor(buyer));
    for (const names of await Promise.all(during)) expect(names).toContain(`Made in round ${round}`);
    await Promise.all(before);
  }
});

test("concurrent answers differ by organisation, by page, and by the rights of the key", async () => {
  const [one, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
  await create(one, "Of the one");
  await create(other, "Of the other");
  const [ofOne, ofOther, brief, unasked] = await Promise.all([
    namesFor(one),
    namesFor(other),
    one.get("/buyer/advertisers?take=5&skip=1"),
    one.get("/buyer/advertisers?take=nothing"),
  ]);
  expect([ofOne, ofOther, brief.data.items, unasked.status]).toEqual([["Of the one"], ["Of the other"], [], 400]);
});
