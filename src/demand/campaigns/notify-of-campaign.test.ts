import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../test/jobs.ts";
import { openReceiver } from "../../platform/webhooks/receiver.fixture.ts";
import { type Market, ok, openCampaignFixture, openMarket, Shop } from "./campaigns.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const REFUSED = {
  kind: "rejected",
  errors: [{ code: "POLICY_VIOLATION", message: "not this brand", field: null, recovery: "correctable" }],
} as const;

async function listen(buyer: Awaited<ReturnType<typeof openCampaignFixture>>["buyer"], ...eventTypes: string[]) {
  const receiver = await openReceiver();
  ok(await buyer.post("/webhook-subscriptions", { url: receiver.url, eventTypes }));
  return async () => {
    await doJobs(market.world);
    return receiver.received.map(({ body }) => JSON.parse(body));
  };
}

test("webhooks report every new status of a campaign and its media buys, and people are notified of what they should know", async () => {
  const [good, bad] = [new Shop("good"), new Shop("bad")];
  bad.create = async () => REFUSED;
  const desk = await openCampaignFixture(market, good, bad);
  const { buyer, advertiserId } = desk;
  const response = await listen(buyer, "media_buy.status_changed", "campaign.status_changed");
  const campaignId = await desk.plan(["good", "bad"]);
  await desk.execute(campaignId);
  const events = await response();
  const sent = events.map(({ type, data }) => `${type}: ${data.previousStatus} to ${data.status}`);
  expect(sent).toHaveLength(3);
  expect(new Set(sent)).toEqual(
    new Set([
      "campaign.status_changed: DRAFT to ACTIVE",
      "media_buy.status_changed: DRAFT to ACTIVE",
      "media_buy.status_changed: DRAFT to REJECTED",
    ]),
  );
  for (const { data } of events) expect(data).toMatchObject({ advertiserId, campaignId });
  const { notifications } = ok(await buyer.get(`/notifications?campaignId=${campaignId}`));
  expect(notifications).toMatchObject([
    { event: "media_buy.source_rejected", status: "error", message: expect.stringContaining("not this brand") },
  ]);
});

test("people are notified if a seller requests something, and if it has approved", async () => {
  const shop = new Shop("slow");
  shop.create = async () => ({ kind: "input_required", taskId: "task-1", message: "send us the insertion order" });
  const desk = await openCampaignFixture(market, shop);
  const campaignId = await desk.plan(["slow"]);
  await desk.execute(campaignId);
  const { notifications } = ok(await desk.buyer.get("/notifications"));
  expect(notifications).toMatchObject([
    { event: "media_buy.input_required", status: "warning", message: expect.stringContaining("insertion order") },
  ]);
});

test("webhooks report that a discovery has a new answer", async () => {
  const desk = await openCampaignFixture(market, new Shop("any"));
  const response = await listen(desk.buyer, "discovery.revision");
  const discoveryId = await desk.discover([]);
  expect(await response()).toMatchObject([
    { type: "discovery.revision", data: { resourceType: "DISCOVERY", resourceId: discoveryId, discoveryId } },
  ]);
});
