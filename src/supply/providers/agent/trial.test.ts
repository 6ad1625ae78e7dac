import { afterAll, beforeAll, expect, test } from "vitest";
import { INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import type {
  CreativeBuild,
  CreativeToBuild,
  MediaBuyOutcome,
  SellerAgent,
} from "../../../ground/seller-agent/index.ts";
import { buyOf, callOf } from "../journey.fixture.ts";
import { wire } from "../providers.fixture.ts";

let world: World;
beforeAll(async () => void (world = await openWorld({ installation: { ...INSTALLATION, sandbox: false } })));
afterAll(() => world.close());

async function agentOf(provider: string): Promise<SellerAgent> {
  const { agentId, inventorySourceId, seller } = await wire(world, provider, "operator");
  const { customerId } = seller;
  return world.host.openAgent({ kind: "provider", agentId, name: provider, customerId, inventorySourceId });
}

const codeOf = (outcome: MediaBuyOutcome | CreativeBuild | undefined) =>
  outcome && "errors" in outcome ? outcome.errors.map(({ code }) => code) : [];

test("a sandbox buy spends nothing at a live platform: it neither buys there nor has creatives produced", async () => {
  const buy = buyOf({ productId: "snap-single-image", pricingOptionId: "cpm", bidPrice: null });
  const snap = await agentOf("snap");
  const live = callOf({ buyer: { ...callOf().buyer, sandbox: false } });
  expect(codeOf(await snap.createMediaBuy(buy, callOf()))).toEqual(["UNSUPPORTED_FEATURE"]);
  expect(codeOf(await snap.createMediaBuy(buy, live))).toEqual(["AUTH_REQUIRED"]);
  const audiostack = await agentOf("audiostack");
  const order: CreativeToBuild = {
    idempotencyKey: "made-once",
    name: "Spot",
    content: { kind: "script", text: "Hello." },
    seconds: 15,
    language: "en",
  };
  expect(codeOf(await audiostack.buildCreative?.(order, callOf()))).toEqual(["UNSUPPORTED_FEATURE"]);
  expect(codeOf(await audiostack.buildCreative?.(order, live))).toEqual(["AUTH_REQUIRED"]);
});
