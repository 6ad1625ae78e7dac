import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "../../ground/kernel/perform.ts";
import { type MediaBuyOutcome, SellerRefused, SellerUnreachable } from "../../ground/seller-agent/index.ts";
import { submitMediaBuy } from "../media-buys/sending/index.ts";
import { type CampaignFixture, type Market, ok, openCampaignFixture, openMarket, Shop } from "./campaigns.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const error = (code: string, recovery: "transient" | "correctable") => [
  { code, message: "not so", field: null, recovery },
];
const answers = (outcome: MediaBuyOutcome) => async () => outcome;
const busy = async (): Promise<never> => {
  throw new SellerRefused("Test Seller", error("RATE_LIMITED", "transient"));
};
const silent = async (): Promise<never> => {
  throw new SellerUnreachable("Test Seller", "timeout", "no answer in time");
};

interface Case {
  readonly seller?: (shop: Shop) => void;
  readonly after?: (desk: CampaignFixture, campaignId: string, mediaBuyId: string) => Promise<unknown>;
  readonly why: object | null;
  readonly also?: object;
}

const put = (desk: CampaignFixture, id: string, operation: object) =>
  desk.buyer.put(`/buyer/campaigns/${id}`, { mediaBuys: [operation] });
const cancel = async (desk: CampaignFixture, id: string, mediaBuyId: string) =>
  ok(await put(desk, id, { mediaBuyId, action: "cancel" }));

const CASES: Readonly<Record<string, Case>> = {
  "DRAFT, which is sent again automatically": {
    seller: (shop) => void (shop.create = silent),
    why: { waitingOn: "platform", nextStep: expect.stringContaining("sent again automatically") },
    also: { pendingReason: "forward_failed_retrying", errorCode: "source_unavailable", errorOwner: "seller" },
  },
  PENDING_APPROVAL: {
    seller: (shop) => void (shop.create = answers({ kind: "submitted", taskId: "t", message: "Joe decides" })),
    why: { waitingOn: "seller", reason: "Joe decides" },
    also: { pendingAt: "salesagent", pendingReason: "awaiting_source_moderation", pendingSince: expect.any(String) },
  },
  "INPUT_REQUIRED, for something the seller asks": {
    seller: (shop) => void (shop.create = answers({ kind: "input_required", taskId: "t", message: "which region?" })),
    why: { waitingOn: "buyer", reason: "which region?", nextStep: expect.stringContaining("send Test Seller") },
  },
  "INPUT_REQUIRED, for creatives": {
    seller: (shop) => void (shop.status = "pending_creatives"),
    why: {
      waitingOn: "buyer",
      reason: "Test Seller waits for creatives, and these formats are missing: video_30s",
      nextStep: expect.stringContaining("/creatives/create"),
    },
    also: { pendingReason: "no_creatives_attached" },
  },
  "ACTIVE, before its flight": {
    seller: (shop) => void (shop.status = "pending_start"),
    why: { waitingOn: null, reason: expect.stringContaining("2026-05-05") },
    also: { pendingReason: "scheduled_not_started" },
  },
  ACTIVE: { why: null },
  PAUSED: {
    after: async (desk, _, mediaBuyId) => ok(await desk.buyer.post(`/buyer/media-buys/${mediaBuyId}/pause`)),
    why: { waitingOn: "buyer", nextStep: "reactivate it" },
  },
  COMPLETED: {
    seller: (shop) => void (shop.status = "completed"),
    why: { waitingOn: null, reason: "its flight is over" },
  },
  REJECTED: {
    seller: (shop) =>
      void (shop.create = answers({ kind: "rejected", errors: error("PRODUCT_NOT_FOUND", "correctable") })),
    why: { waitingOn: null, reason: expect.stringContaining("not so") },
    also: { errorCode: "product_no_longer_available", errorOwner: "buyer_input", sourceMessage: "not so" },
  },
  FAILED: {
    seller: (shop) => void (shop.create = busy),
    after: async (desk, _, mediaBuyId) => {
      const { customerId } = desk.buyer;
      for (let attempt = 1; attempt < 10; attempt++)
        await perform(submitMediaBuy, { customerId, mediaBuyId, attempt }, "test", market.world.host);
    },
    why: { waitingOn: null, reason: expect.stringContaining("in any of the attempts") },
    also: { errorCode: "source_unavailable", sellerErrorCode: "RATE_LIMITED" },
  },
  CANCELED: { after: cancel, why: { waitingOn: null, reason: "it was canceled" } },
  "CANCELED, while its seller decides": {
    seller: (shop) => {
      shop.status = "pending_creatives";
    },
    after: cancel,
    why: { waitingOn: null },
  },
  ARCHIVED: {
    after: async (desk, id, mediaBuyId) => {
      await cancel(desk, id, mediaBuyId);
      ok(await put(desk, id, { mediaBuyId, action: "delete" }));
    },
    why: { waitingOn: null, reason: "it was deleted" },
  },
};

test.each(Object.entries(CASES))(
  "a media buy becomes %s, and says why it does not run",
  async (name, { seller, after, why, also }) => {
    const shop = new Shop("a");
    seller?.(shop);
    const desk = await openCampaignFixture(market, shop);
    const id = await desk.plan(["a"]);
    ok(await desk.execute(id));
    const [{ mediaBuyId }] = (await desk.read(id)).mediaBuys;
    await after?.(desk, id, mediaBuyId);
    const { mediaBuy } = ok(await desk.buyer.get(`/buyer/media-buys/${mediaBuyId}`));
    expect(mediaBuy.status).toBe(name.split(",")[0]);
    expect(mediaBuy).toMatchObject({ why, ...also });
    expect((await desk.read(id)).mediaBuyRefs).toEqual([{ mediaBuyId, status: mediaBuy.status }]);
    const listed = await desk.buyer.get(
      `/buyer/advertisers/${desk.advertiserId}/media-buys?status=${mediaBuy.status}&campaignId=${id}`,
    );
    expect(listed.data).toEqual({ mediaBuys: [mediaBuy], total: 1 });
  },
);
