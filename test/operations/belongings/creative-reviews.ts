import { randomUUID } from "node:crypto";
import { postMessage, rpc } from "../../mcp-call.ts";
import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

const ACCOUNT = { brand: { domain: "brand.example" }, operator: "agency.example" };

/** A creative that waits for the seller's approval, under the same id as a creative of the estate's buyer. */
export const creativeReviews: CreateResources = async (seller, { creative }, world) => {
  const { platformId } = expectData(await seller.put("/storefront", { creativeApproval: "manual" }));
  const { key } = await world.caller("BUYER", { sandbox: true });
  const creatives = [{ creative_id: creative, name: "Spot", format_kind: "video_hosted", assets: {} }];
  const input = { idempotency_key: randomUUID(), account: ACCOUNT, creatives };
  const message = rpc("tools/call", { name: "sync_creatives", arguments: input });
  await postMessage(world, message, { endpoint: `/storefront/${platformId}/mcp`, key });
  expectData(await seller.put("/storefront", { creativeApproval: "auto" }));
  const [review] = expectData(await seller.get("/storefront/creative-reviews")).items;
  return { creativeReview: review.id };
};
