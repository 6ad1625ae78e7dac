import { afterAll, beforeAll, expect, test } from "vitest";
import { FLIGHT_DATES, type Market, openDesk, openMarket, Shop } from "./campaigns.fixture.ts";
let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());
test("x", async () => {
  const seen: string[] = [];
  for (let i = 0; i < 15; i++) {
  const desk = await openDesk(market, new Shop("a"));
  const discoveryId = await desk.discover(["a"]);
  const body = { advertiserId: desk.advertiserId, name: "x", flightDates: FLIGHT_DATES, budget: { total: 10 }, discoveryId };
  const replies = await Promise.all([1, 2, 3, 4, 5, 6].map(() => desk.buyer.post("/buyer/campaigns", body)));
  seen.push(replies.map(({ status }) => status).sort().join());
  }
  console.log(seen);
}, 60000);
