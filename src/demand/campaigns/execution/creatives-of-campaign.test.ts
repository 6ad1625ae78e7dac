import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../../../../test/jobs.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { product } from "../../discovery/discovery.fixture.ts";
import { sendCreatives } from "../../media-buys/creatives/index.ts";
import { type CampaignFixture, type Market, ok, openCampaignFixture, openMarket, Shop } from "../campaigns.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const takes = (productId: string, formatKind: string) =>
  product(productId, { formatIds: [], formatOptions: [{ formatKind }] });

async function show(desk: CampaignFixture, campaignId: string, name: string, kind = "image"): Promise<string> {
  const body = { name, format_kind: kind, text_assets: [{ asset_id: "headline", content: name }] };
  return ok(await desk.buyer.post(`/buyer/campaigns/${campaignId}/creatives/create`, body)).creative_id;
}

const buysOf = async (desk: CampaignFixture, campaignId: string) => (await desk.read(campaignId)).mediaBuys;

test("each package shows the creatives that its product accepts, and the buy contains them for sellers that can only receive them there", async () => {
  const shop = new Shop(takes("banner", "image"), takes("spot", "video_hosted"));
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["banner", "spot"]);
  const [image, video] = [await show(desk, id, "picture"), await show(desk, id, "film", "video_hosted")];
  expect(ok(await desk.execute(id))).toMatchObject({ success: true });
  expect(shop.created).toHaveLength(1);
  const { packages = [] } = shop.created[0]?.request ?? {};
  expect(
    packages.map(({ productId, creatives }) => [productId, creatives?.map(({ creativeId }) => creativeId)]),
  ).toEqual([
    ["banner", [image]],
    ["spot", [video]],
  ]);
  expect(shop.shown).toMatchObject([
    {
      mediaBuyId: "seller-1",
      creatives: [
        { creativeId: image, name: "picture", manifest: { format_kind: "image" } },
        { creativeId: video, manifest: { format_kind: "video_hosted" } },
      ],
      packages: [
        { packageId: "their-banner", creativeIds: [image] },
        { packageId: "their-spot", creativeIds: [video] },
      ],
    },
  ]);
  const shown = ok(await desk.buyer.get(`/buyer/campaigns/${id}/creatives/${image}`));
  expect(shown.sync_status).toMatchObject({ synced: true, agent_count: 1, last_synced_at: expect.any(String) });
});

test("a buy that waits for creatives names the formats it lacks, and goes on when they arrive", async () => {
  const shop = new Shop(takes("banner", "image"));
  shop.status = "pending_creatives";
  shop.show = async ({ creatives }) => {
    shop.status = "active";
    return creatives.map(({ creativeId }) => ({ creativeId, outcome: "created", approval: null, message: null }));
  };
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["banner"]);
  ok(await desk.execute(id));
  expect(shop.shown).toEqual([]);
  const [waiting] = await buysOf(desk, id);
  expect(waiting).toMatchObject({
    status: "INPUT_REQUIRED",
    pendingReason: "no_creatives_attached",
    why: {
      waitingOn: "buyer",
      reason: expect.stringContaining("missing: image"),
      nextStep: expect.stringContaining(`/campaigns/${id}/creatives/create`),
    },
  });
  await show(desk, id, "picture");
  await doJobs(market.world);
  expect(await buysOf(desk, id)).toMatchObject([{ status: "ACTIVE", why: null }]);
});

test("a seller that has the creatives and looks at them is who is waited for", async () => {
  const shop = new Shop(takes("banner", "image"));
  shop.status = "pending_creatives";
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["banner"]);
  await show(desk, id, "picture");
  ok(await desk.execute(id));
  expect(await buysOf(desk, id)).toMatchObject([
    { status: "INPUT_REQUIRED", pendingReason: "awaiting_source_moderation", why: { waitingOn: "seller" } },
  ]);
});

test("a creative that is changed, added or deleted is given to the sellers again, and however often it is, once", async () => {
  const shop = new Shop(takes("banner", "image"));
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["banner"]);
  const first = await show(desk, id, "first");
  ok(await desk.execute(id));
  const second = await show(desk, id, "second");
  ok(await desk.buyer.put(`/buyer/campaigns/${id}/creatives/${second}`, { name: "second, again" }));
  await doJobs(market.world);
  expect(shop.shown.map(({ creatives }) => creatives.map(({ name }) => name))).toEqual([
    ["first"],
    ["first", "second, again"],
  ]);
  await desk.buyer.delete(`/buyer/campaigns/${id}/creatives/${first}`);
  await desk.buyer.delete(`/buyer/campaigns/${id}/creatives/${second}`);
  await doJobs(market.world);
  expect(shop.shown.slice(2)).toMatchObject([{ creatives: [], packages: [{ creativeIds: [] }] }]);
  expect(new Set(shop.shown.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
});

test("the first creative that a campaign gets while its buy is being sent reaches the seller", async () => {
  const shop = new Shop(takes("banner", "image"));
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["banner"]);
  shop.beforeAnswering = async () => {
    await show(desk, id, "picture");
    // The seller holds nothing yet, so there is nobody to pass it on to.
    await doJobs(market.world);
  };
  ok(await desk.execute(id));
  expect(shop.shown).toEqual([]);
  await makeEverythingDue(market.world);
  await doJobs(market.world);
  expect(shop.shown.map(({ creatives }) => creatives.map(({ name }) => name))).toEqual([["picture"]]);
});

test("a request whose answer was lost is repeated to the letter", async () => {
  const shop = new Shop(takes("banner", "image"));
  const answer = shop.show;
  shop.show = async () => {
    throw new SellerUnreachable(shop.name, "timeout", "no answer");
  };
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["banner"]);
  await show(desk, id, "picture");
  ok(await desk.execute(id));
  shop.show = answer;
  const [{ mediaBuyId }] = await buysOf(desk, id);
  await perform(sendCreatives, { customerId: desk.buyer.customerId, mediaBuyId }, "test", market.world.host);
  expect(shop.shown).toHaveLength(2);
  expect(shop.shown[1]).toEqual(shop.shown[0]);
});

test("creatives that no product accepts, and those that a seller will not show, are reported with the buy from which they are missing", async () => {
  const shop = new Shop(takes("banner", "image"));
  shop.show = async ({ creatives }) =>
    creatives.map(({ creativeId }) => ({ creativeId, outcome: "failed", approval: null, message: "too loud" }));
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["banner"]);
  const [loud, film] = [await show(desk, id, "loud"), await show(desk, id, "film", "video_hosted")];
  const { warnings, success } = ok(await desk.execute(id));
  const [{ mediaBuyId, status }] = await buysOf(desk, id);
  expect({ success, status }).toEqual({ success: true, status: "ACTIVE" });
  const dropped = [
    { creativeId: film, formatId: "video_hosted", reason: expect.stringContaining("creativeFormats.required") },
    { creativeId: loud, formatId: "", reason: "too loud" },
  ];
  expect(warnings).toEqual([{ type: "creatives_dropped", mediaBuyId, dropped }]);
  const { sync_status } = ok(await desk.buyer.get(`/buyer/campaigns/${id}/creatives/${loud}`));
  const refusal = { media_buy_id: mediaBuyId, sales_agent_id: shop.agentId, reason: "too loud" };
  expect(sync_status).toMatchObject({ synced: false, agent_count: 0, refusals: [refusal] });
});

test("the status of a campaign's media buys counts the creatives that a seller has not decided on", async () => {
  const shop = new Shop(takes("banner", "image"));
  let answered = 0;
  shop.show = async ({ creatives }) =>
    creatives.map(({ creativeId }) => {
      const approval = ++answered === 1 ? "pending_review" : "approved";
      return { creativeId, outcome: "created", approval, message: null };
    });
  const desk = await openCampaignFixture(market, shop);
  const id = await desk.plan(["banner"]);
  await show(desk, id, "first");
  await show(desk, id, "second");
  ok(await desk.execute(id));
  const status = ok(await desk.buyer.get(`/buyer/campaigns/${id}/media-buy-status`));
  expect(status).toMatchObject({ pending_creative_reviews: 1, has_upstream_media_buy: true });
});
