import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import type { MediaBuyOutcome } from "../../../ground/seller-agent/index.ts";
import type { AnswerMode } from "../scripted-seller.fixture.ts";
import { buyOf, type Market, openMarket, type Shop } from "../shop.fixture.ts";
import { placeLeg } from "./place-leg.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const fates = fc.array(fc.constantFrom<AnswerMode>("answered", "lost", "down", "busy"), { maxLength: 3 });
const deathOf = fc.constantFrom("claiming", "claimed", "called", "settling", "settled");

/**
 * What may happen to an order: the buyer sends it, possibly several times concurrently; its jobs run; time passes;
 * somebody polls it.
 */
const happening = fc.record({
  kind: fc.constantFrom("send", "send", "job", "wait", "ask"),
  times: fc.integer({ min: 1, max: 4 }),
  fates: fc.tuple(fates, fates),
  diesAt: fc.option(deathOf, { freq: 3 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const history = fc.array(happening, { minLength: 1, maxLength: 7 });

test("whatever fails, dies and is repeated, each source sells one buy for an order under one key", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (happenings) => {
      const shop = await market.openShop();
      const send = await live(shop, happenings);
      expect(await inTheEnd(send)).toMatchObject({ kind: "done", mediaBuy: { packages: [{}, {}, {}] } });
      for (const { response, buys } of shop.sellers) {
        expect(new Set(response.map((sent) => JSON.stringify(sent))).size).toBe(1);
        expect(buys).toHaveLength(1);
      }
    }),
    { numRuns: 30, seed: 20_261_121 },
  );
});

test("whatever fails, dies and is repeated, a source that remembers nothing does not sell twice", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (happenings) => {
      const shop = await market.openShop();
      for (const seller of shop.sellers) seller.remembersKeys = false;
      const send = await live(shop, happenings);
      await inTheEnd(send).catch(() => undefined);
      for (const { buys } of shop.sellers) expect(buys.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30, seed: 20_261_121 },
  );
});

/** Makes all of this happen to one order; the returned function sends the order once more. */
async function live(shop: Shop, happenings: readonly Happening[]): Promise<() => Promise<MediaBuyOutcome>> {
  const request = buyOf(["s0:a", "s1:b", "s1:a"]);
  const agent = await shop.resolveAgent();
  const send = () => agent.createMediaBuy(request, shop.call());
  for (const one of happenings) await happens(one, shop, send);
  return send;
}

/** A process that is being killed may still take a lease; once the lease has expired, the order continues. */
async function inTheEnd(send: () => Promise<MediaBuyOutcome>): Promise<MediaBuyOutcome> {
  for (let tries = 0; ; tries += 1) {
    market.clock.set(after(market.clock.now(), 5 * MINUTE_MS));
    const outcome = await send();
    if (outcome.kind !== "submitted" || tries === 3) return outcome;
  }
}

async function happens({ kind, times, fates, diesAt }: Happening, shop: Shop, send: () => Promise<unknown>) {
  if (kind === "wait") return market.clock.set(after(market.clock.now(), times * MINUTE_MS));
  for (const [index, seller] of shop.sellers.entries()) seller.fates = [...(fates[index] ?? [])];
  market.reached = (work, stage) => {
    if (work === placeLeg.name && stage === diesAt) throw new Error("killed");
  };
  const doings = { send, job: () => runJobs(shop), ask: () => askAfter(shop) };
  await Promise.allSettled(Array.from({ length: times }, () => doings[kind]()));
  market.reached = undefined;
  for (const seller of shop.sellers) seller.fates = [];
}

async function runJobs({ customerId }: Shop): Promise<void> {
  const legs = await legsOf(customerId);
  const { host } = market.world;
  await Promise.all(
    legs.map(({ leg_id: legId }) => perform(placeLeg, { customerId, legId, timeoutMs: 1_000 }, "job", host)),
  );
}

async function askAfter(shop: Shop): Promise<void> {
  const [leg] = await legsOf(shop.customerId);
  if (leg) await (await shop.resolveAgent()).getTask(leg.order_id, shop.call());
}

function legsOf(customerId: number) {
  return market.world.database.read({ customerId, reach: "tenant" }, (db) =>
    db.selectFrom("order_legs").select(["leg_id", "order_id"]).where("customer_id", "=", customerId).execute(),
  );
}
