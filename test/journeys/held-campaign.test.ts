import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../jobs.ts";
import { expectData } from "../operations/expect-data.ts";
import { createOwnedResources, type OwnedResources } from "../operations/owned-resources.ts";
import { openWorld, type World } from "../world.ts";

/** A campaign's buyer, and a seller that wants to review what it buys. */
let world: World;
let estate: OwnedResources;

beforeAll(async () => {
  world = await openWorld();
  estate = await createOwnedResources(world, await world.caller("OPERATOR"), "Held");
  const { seller, buyer } = estate;
  const policy = { content: "Review buyers: all", activate: true };
  expectData(await seller.post("/storefront/acceptance-policy", policy));
  expectData(await seller.put(`/storefront/buyer-auto-approvals/${buyer.customerId}`, { enabled: false }));
});
afterAll(() => world.close());

const QUEUE = "/storefront/media-buy-approvals";
const DAY_MS = 86_400_000;

/** Executes a campaign with one product, and returns its media buy with the seller's id for it. */
async function execute() {
  const { buyer, seller, ids } = estate;
  const question = { advertiserId: ids.advertiser, storefrontIds: [ids.storefront] };
  const { discoveryId, productGroups } = expectData(await buyer.post("/buyer/discovery/discover-products", question));
  const [{ productId, salesAgentId, pricingOptions }] = productGroups[0].products;
  const [{ pricingOptionId, isFixed }] = pricingOptions;
  const chosen = { productId, salesAgentId, pricingOptionId, budget: 20_000, ...(!isFixed && { bidPrice: 60 }) };
  expectData(await buyer.post(`/buyer/discovery/${discoveryId}/products`, { products: [chosen] }));
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const plan = {
    advertiserId: ids.advertiser,
    name: "Held",
    flightDates: { startDate: day(1), endDate: day(20) },
    budget: { total: 50_000 },
    discoveryId,
  };
  const { campaignId } = expectData(await buyer.post("/buyer/campaigns", plan)).campaign;
  expectData(await buyer.post(`/buyer/campaigns/${campaignId}/execute`));
  const [mediaBuy] = expectData(await buyer.get(`/buyer/campaigns/${campaignId}`)).campaign.mediaBuys;
  const [{ mediaBuyId: orderId }] = expectData(await seller.get(QUEUE)).items;
  return { campaignId, mediaBuyId: mediaBuy.mediaBuyId, orderId };
}

const look = async (mediaBuyId: string) =>
  expectData(await estate.buyer.get(`/buyer/media-buys/${mediaBuyId}`)).mediaBuy;

test("the buyer sees for whom its buy waits and since when, and is notified when it is approved", async () => {
  const { buyer, seller } = estate;
  const { mediaBuyId, orderId } = await execute();
  expect(await look(mediaBuyId)).toMatchObject({
    status: "PENDING_APPROVAL",
    pendingAt: "storefront",
    pendingReason: "awaiting_storefront_approval",
    pendingSince: expect.any(String),
    why: { waitingOn: "seller", reason: expect.stringContaining("not approved"), since: expect.any(String) },
  });
  expectData(await seller.post(`${QUEUE}/${orderId}/decide`, { status: "approved" }));
  await doJobs(world);
  expect(await look(mediaBuyId)).toMatchObject({
    status: "ACTIVE",
    sellerMediaBuyId: orderId,
    sellerStatus: "pending_start",
  });
  const { notifications } = expectData(await buyer.get("/notifications"));
  expect(notifications).toContainEqual(
    expect.objectContaining({ event: "media_buy.approved", resourceId: mediaBuyId }),
  );
});

test("if rejected, the buyer's people are told why", async () => {
  const { buyer, seller } = estate;
  const { mediaBuyId, orderId } = await execute();
  const no = { status: "rejected", reviewerNotes: "outside our region" };
  expectData(await seller.post(`${QUEUE}/${orderId}/decide`, no));
  await doJobs(world);
  expect(await look(mediaBuyId)).toMatchObject({
    status: "REJECTED",
    errorCode: "storefront_rejected",
    sourceMessage: expect.stringContaining("outside our region"),
  });
  const { notifications } = expectData(await buyer.get("/notifications"));
  expect(JSON.stringify(notifications)).toContain("outside our region");
});

test("a buyer that cancels a waiting buy removes it from the queue, and nothing was bought", async () => {
  const { buyer, seller } = estate;
  const { campaignId, mediaBuyId, orderId } = await execute();
  expectData(await buyer.put(`/buyer/campaigns/${campaignId}`, { mediaBuys: [{ mediaBuyId, action: "cancel" }] }));
  await makeEverythingDue(world);
  await doJobs(world);
  expect(await look(mediaBuyId)).toMatchObject({ status: "CANCELED" });
  expect(expectData(await seller.get(`${QUEUE}/${orderId}`))).toMatchObject({ status: "revoked", forwardedAt: null });
});
