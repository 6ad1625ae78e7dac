import { expectData } from "../../../../test/operations/expect-data.ts";
import type { Caller } from "../../../../test/world.ts";
import type { MediaBuyOutcome, NewMediaBuy } from "../../../ground/seller-agent/index.ts";
import { buyOf, type Market, type Shop, type ShopOptions } from "../shop.fixture.ts";

export const BOTH = ["s0:a", "s1:b"];
export const QUEUE = "/storefront/media-buy-approvals";

/** A shop whose policy requires a person to review everything. */
export async function openStrict(market: Market, options: ShopOptions = {}): Promise<Shop> {
  const shop = await market.openShop(options);
  await setPolicy(shop.seller, "Review buyers: all");
  return shop;
}

export async function setPolicy(seller: Caller, content: string): Promise<void> {
  expectData(await seller.post("/storefront/acceptance-policy", { content, activate: true }));
}

/** A purchase by the shop's buyer, with its id if it is held. */
export async function buy(shop: Shop, request: NewMediaBuy = buyOf(BOTH)) {
  const agent = await shop.resolveAgent();
  const outcome = await agent.createMediaBuy(request, shop.call());
  return { agent, outcome, mediaBuyId: outcome.kind === "submitted" ? outcome.taskId : "" };
}

export const decide = ({ seller }: Shop, mediaBuyId: string, body: object) =>
  seller.post(`${QUEUE}/${mediaBuyId}/decide`, body);

export const retry = ({ seller }: Shop, mediaBuyId: string, body?: object) =>
  seller.post(`${QUEUE}/${mediaBuyId}/retry-forward`, body);

export const approve = async (shop: Shop, mediaBuyId: string) =>
  expectData(await decide(shop, mediaBuyId, { status: "approved" }));

/** The number of creates that each source received; `boughtAt` has the number of buys that each holds. */
export const receivedBy = ({ sellers }: Shop) => sellers.map(({ response }) => response.length);
export const boughtAt = ({ sellers }: Shop) => sellers.map(({ buys }) => buys.length);

export function done(outcome: MediaBuyOutcome) {
  if (outcome.kind !== "done") throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy;
}
