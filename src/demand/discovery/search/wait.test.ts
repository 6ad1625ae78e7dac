import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { product, ScriptedMarket, seller } from "../discovery.fixture.ts";
import { isRetryWorthwhile, LONGEST_WAIT_MS, type Patience, waitMsOf } from "./wait.ts";

const market = new ScriptedMarket();
let world: World;
let buyer: Caller;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

test.each<[string, Patience, number]>([
  ["quick is what the installation usually waits", { waitMode: "quick" }, 10_000],
  ["long is as long as a search may take", { waitMode: "long" }, LONGEST_WAIT_MS],
  ["seconds go before the mode", { waitMode: "long", waitSeconds: 5 }, 5_000],
  ["more seconds than a search may take are cut", { waitMode: "quick", waitSeconds: 210 }, LONGEST_WAIT_MS],
])("%s", (_what, patience, expected) => {
  expect(waitMsOf(patience, 10_000)).toBe(expected);
});

test("a longer wait is worth a try only where somebody was too slow and the wait was not the longest", () => {
  const gap = { agentId: "a", agentName: "A", storefrontId: null, source: "a", message: "" };
  expect(isRetryWorthwhile([{ ...gap, reason: "timeout" }], 10_000)).toBe(true);
  expect(isRetryWorthwhile([{ ...gap, reason: "timeout" }], LONGEST_WAIT_MS)).toBe(false);
  expect(isRetryWorthwhile([{ ...gap, reason: "refused" }], 10_000)).toBe(false);
});

test("sellers are given the time that the call asks for", async () => {
  const given: number[] = [];
  market.open(
    seller("Patient", 1, (_request, { timeoutMs }) => {
      given.push(timeoutMs);
      return { products: [product("p")] };
    }),
  );
  const advertiser = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const discover = (body: object) =>
    buyer.post("/buyer/discovery/discover-products", { advertiserId: advertiser.data.id, ...body });
  await discover({});
  await discover({ waitSeconds: 20 });
  await discover({ waitMode: "long" });
  expect(given).toEqual([54_000, 18_000, 90_000]);
  for (const wrong of [{ waitSeconds: 0 }, { waitSeconds: 211 }, { waitMode: "forever" }]) {
    expect((await discover(wrong)).status).toBe(400);
  }
});
