import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { SellerUnreachable, type Targeting } from "../../../ground/seller-agent/index.ts";
import { draftMediaBuys } from "../drafting/draft-media-buys.ts";
import {
  LINE,
  type Market,
  type MediaBuyFixture,
  NOON,
  openMarket,
  openMediaBuyFixture,
} from "../media-buys.fixture.ts";
import { submitMediaBuy } from "./submit-media-buy.ts";

let market: Market;
let desk: MediaBuyFixture;
beforeAll(async () => void (market = await openMarket()));
beforeEach(async () => {
  market.clock.set(NOON);
  desk = await openMediaBuyFixture(market);
});
afterAll(() => market.world.close());

const silence = async () => {
  throw new SellerUnreachable("Test Seller", "timeout", "no answer");
};
const WANTED: Targeting = { geo_countries: ["US"], language: ["en"] };

async function draft(targeting: Targeting): Promise<string> {
  const { agentId: salesAgentId, name: salesAgentName } = desk.seller;
  const drafted = { salesAgentId, salesAgentName, storefrontId: null, lines: [LINE] };
  const [buy] = await desk.inside((ctx) => draftMediaBuys(ctx, { ...desk.campaign, targeting }, [drafted]));
  return buy?.mediaBuyId ?? "";
}

const submit = (mediaBuyId: string, attempt?: number) =>
  desk.perform(submitMediaBuy, { customerId: desk.customerId, mediaBuyId, attempt });
const sent = () => desk.seller.created.map(({ request }) => request.packages.map(({ targeting }) => targeting));

test("a seller is sent what it honours, always the same, whatever it has stated since", async () => {
  desk.seller.honoured = ["geo_countries"];
  desk.seller.create = silence;
  const mediaBuyId = await draft(WANTED);
  expect(await submit(mediaBuyId)).toMatchObject({ status: "DRAFT" });
  desk.seller.honoured = ["geo_countries", "language"];
  desk.seller.create = async (request) => desk.seller.booked(request);
  market.clock.set(after(NOON, 5 * MINUTE_MS));
  expect(await submit(mediaBuyId, 1)).toMatchObject({ status: "ACTIVE" });
  expect(sent()).toEqual([[{ geo_countries: ["US"] }], [{ geo_countries: ["US"] }]]);
});

test("a seller that honours none of it, and one for which nothing is requested, are sent no targeting", async () => {
  await submit(await draft(WANTED));
  await submit(await draft({}));
  expect(sent()).toEqual([[undefined], [undefined]]);
});

test("a seller that does not say what it honours is sent nothing, and is not assumed to hold the buy", async () => {
  desk.seller.beforeSayingWhatItCan = silence;
  desk.seller.idempotencyTtlSeconds = null;
  const mediaBuyId = await draft(WANTED);
  expect(await submit(mediaBuyId)).toMatchObject({ status: "DRAFT", error: expect.stringContaining("no answer") });
  expect(await desk.read(mediaBuyId)).toMatchObject({ inDoubt: false, honoured: null });
  expect(desk.seller.created).toEqual([]);
  desk.seller.beforeSayingWhatItCan = async () => undefined;
  market.clock.set(after(NOON, 5 * MINUTE_MS));
  expect(await submit(mediaBuyId, 1)).toMatchObject({ status: "ACTIVE" });
});

test("a draft that was never sent follows its campaign's targeting", async () => {
  desk.seller.honoured = ["geo_countries", "language"];
  const mediaBuyId = await draft(WANTED);
  await desk.inside((ctx) => draftMediaBuys(ctx, { ...desk.campaign, targeting: { language: ["fr"] } }, []));
  await submit(mediaBuyId);
  expect(sent()).toEqual([[{ language: ["fr"] }]]);
});
