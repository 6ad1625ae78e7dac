import { afterAll, beforeAll, expect, test } from "vitest";
import { type CreativesToSync, SellerRefused, SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { buyOf, type Market, openMarket, type Shop, type ShopOptions } from "../shop.fixture.ts";

let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.world.close());

const LIBRARY = { hasCreativeLibrary: true, tools: [] };
const INLINE = { hasCreativeLibrary: false, tools: ["sync_creatives"] };

const creative = (creativeId: string) => ({
  creativeId,
  name: creativeId,
  manifest: { format_kind: "image", assets: {} },
});

/** A shop with two sources, a buy from both, and the request that makes each show its own creative and one shared by both. */
async function bought(options: ShopOptions) {
  const shop = await market.openShop(options);
  const agent = await shop.resolveAgent();
  const outcome = await agent.createMediaBuy(buyOf(["s0:a", "s1:b"]), shop.call());
  if (outcome.kind !== "done") throw new Error(`not bought: ${JSON.stringify(outcome)}`);
  const { mediaBuyId, packages } = outcome.mediaBuy;
  const request: CreativesToSync = {
    idempotencyKey: "show-1",
    mediaBuyId,
    creatives: [creative("mine"), creative("ours"), creative("theirs")],
    packages: packages.map(({ packageId }, index) => {
      return { packageId, creativeIds: [index === 0 ? "mine" : "theirs", "ours"] };
    }),
  };
  return { shop, agent, request };
}

function receivedBy({ sellers }: Shop) {
  return sellers.map(({ synced, changes }) => [synced.length, changes.length]);
}

const [MINE, OURS] = [creative("mine"), creative("ours")];
/** What a source that got its part received for its library, and for its packages. */
const RECEIVED = {
  library: { synced: [[MINE, OURS]], shown: [{ creativeIds: ["mine", "ours"] }] },
  inline: { synced: [], shown: [{ creatives: [MINE, OURS] }] },
};

test.each([
  ["true", { hasCreativeLibrary: true, tools: [] }, RECEIVED.library],
  ["false, whatever its tools are", { hasCreativeLibrary: false, tools: ["sync_creatives"] }, RECEIVED.inline],
  ["null, with the tool", { hasCreativeLibrary: null, tools: ["sync_creatives"] }, RECEIVED.library],
  ["null, without the tool", { hasCreativeLibrary: null, tools: [] }, RECEIVED.inline],
])("a source whose creative library is %s receives its creatives in its own way", async (_, said, response) => {
  const { shop, agent, request } = await bought({ capabilities: [said, said] });
  const outcomes = await agent.syncCreatives(request, shop.call());
  expect(outcomes.map(({ creativeId }) => creativeId)).toEqual(["mine", "ours", "theirs"]);
  const { synced = [], changes = [], agentId } = shop.sellers[0] ?? {};
  expect(synced.map(({ creatives }) => creatives)).toEqual(response.synced);
  const packages = response.shown.map((shown) => ({ packageId: `${agentId}_1_0`, ...shown }));
  expect(changes).toEqual([{ idempotencyKey: expect.any(String), mediaBuyId: `${agentId}_1`, packages }]);
});

test("sources with different ways receive the same creatives from one request", async () => {
  const { shop, agent, request } = await bought({ capabilities: [LIBRARY, INLINE] });
  expect(await agent.syncCreatives(request, shop.call())).toMatchObject([
    { creativeId: "mine", outcome: "created" },
    { creativeId: "ours", outcome: "created" },
    { creativeId: "theirs", outcome: "updated" },
  ]);
  expect(receivedBy(shop)).toEqual([
    [1, 1],
    [0, 1],
  ]);
});

test("a repetition sends every source the same under the same keys, even after a source died between its two calls", async () => {
  const { shop, agent, request } = await bought({ capabilities: [LIBRARY, INLINE] });
  const [library] = shop.sellers;
  // The creatives arrived, but the assignment did not.
  if (library) library.fates = ["answered", "down"];
  await expect(agent.syncCreatives(request, shop.call())).rejects.toThrow(SellerUnreachable);
  await agent.syncCreatives(request, shop.call());
  const keys = library?.synced.map(({ idempotencyKey }) => idempotencyKey) ?? [];
  expect(keys).toHaveLength(2);
  expect(library?.synced[0]).toEqual(library?.synced[1]);
  expect(receivedBy(shop)).toEqual([
    [2, 1],
    [0, 1],
  ]);
  const spoken = shop.sellers.flatMap(({ synced, changes }) => [...synced.slice(1), ...changes]);
  expect(new Set(spoken.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
});

test("a creative that a library refuses is not assigned, and the others are", async () => {
  const { shop, agent, request } = await bought({ capabilities: [LIBRARY, LIBRARY] });
  const [seller] = shop.sellers;
  if (seller) seller.unwelcome = new Set(["mine"]);
  const [mine, ours] = await agent.syncCreatives(request, shop.call());
  expect(mine).toMatchObject({ outcome: "failed", message: "Source 0: too loud" });
  expect(ours).toMatchObject({ outcome: "created", message: null });
  expect(seller?.changes[0]?.packages).toMatchObject([{ creativeIds: ["ours"] }]);
});

test("a package that shows nothing any more has everything removed from it, if a library can express that", async () => {
  const { shop, agent, request } = await bought({ capabilities: [LIBRARY, INLINE] });
  await agent.syncCreatives(request, shop.call());
  const packages = request.packages.map(({ packageId }) => ({ packageId, creativeIds: [] }));
  expect(await agent.syncCreatives({ ...request, creatives: [], packages }, shop.call())).toEqual([]);
  expect(shop.sellers[0]?.changes.at(-1)).toMatchObject({ packages: [{ creativeIds: [] }] });
  expect(receivedBy(shop)).toEqual([
    [1, 2],
    [0, 1],
  ]);
});

test("a buyer can only assign creatives to its own orders", async () => {
  const { shop, request } = await bought({ capabilities: [LIBRARY] });
  const stranger = await shop.resolveAgent(await shop.anotherBuyer());
  await expect(stranger.syncCreatives(request, shop.call())).rejects.toThrow(SellerRefused);
  expect(receivedBy(shop)[0]).toEqual([0, 0]);
});

const ONLY_WITH_BUY = { hasCreativeLibrary: false, tools: ["get_products", "create_media_buy"] };
const bare = { creativeId: "mine", name: "mine", manifest: { format_kind: "image", assets: { headline: "Hello" } } };
const other = { ...bare, name: "another" };

/** A buy from two sources, of which only the first cannot receive anything later. */
function buyWithCreatives(creatives = [bare]) {
  const request = buyOf(["s0:a", "s1:b"]);
  return { ...request, packages: request.packages.map((part) => ({ ...part, creatives })) };
}

test("a source without a library and without update_media_buy gets creatives with the buy, and others do not", async () => {
  const shop = await market.openShop({ capabilities: [ONLY_WITH_BUY, INLINE] });
  const agent = await shop.resolveAgent();
  const [first, second] = shop.sellers;
  if (first) first.fates = ["lost"];
  const request = buyWithCreatives();
  await agent.createMediaBuy(request, shop.call());
  // A retry with the campaign's current creatives: the source still gets the original ones.
  await agent.createMediaBuy(buyAgain(request, [other]), shop.call());
  expect(first?.response.map(({ packages }) => packages.map(({ creatives }) => creatives))).toEqual([
    [[bare]],
    [[bare]],
  ]);
  for (const { packages } of second?.response ?? [])
    expect(packages.map(({ creatives }) => creatives)).toEqual([undefined]);
});

test("creatives sent with the buy are not sent again, and later ones are refused with what to do", async () => {
  const shop = await market.openShop({ capabilities: [ONLY_WITH_BUY, INLINE] });
  const agent = await shop.resolveAgent();
  const outcome = await agent.createMediaBuy(buyWithCreatives(), shop.call());
  if (outcome.kind !== "done") throw new Error(`not bought: ${JSON.stringify(outcome)}`);
  const { mediaBuyId, packages } = outcome.mediaBuy;
  const late = { ...bare, creativeId: "late" };
  const shown = packages.map(({ packageId }, index) => ({
    packageId,
    creativeIds: index === 0 ? ["mine", "late"] : ["mine"],
  }));
  const toShow = { idempotencyKey: "show-ridden", mediaBuyId, creatives: [bare, late], packages: shown };
  expect(await agent.syncCreatives(toShow, shop.call())).toMatchObject([
    { creativeId: "mine", outcome: "updated", message: null },
    { creativeId: "late", outcome: "failed", message: expect.stringContaining("only with the buy itself") },
  ]);
  expect(receivedBy(shop)).toEqual([
    [0, 0],
    [0, 1],
  ]);
});

test("creatives that the storefront's people review first are not sent with the buy", async () => {
  const shop = await market.openShop({ sources: 1, capabilities: [ONLY_WITH_BUY] });
  await shop.set({ creative_approval: "manual" });
  const request = buyWithCreatives();
  const agent = await shop.resolveAgent();
  await agent.createMediaBuy({ ...request, packages: request.packages.slice(0, 1) }, shop.call());
  expect(shop.sellers[0]?.response[0]?.packages[0]?.creatives).toBeUndefined();
});

function buyAgain(request: ReturnType<typeof buyWithCreatives>, creatives: (typeof bare)[]) {
  return { ...request, packages: request.packages.map((part) => ({ ...part, creatives })) };
}

const SAID_OF_ITSELF = {
  supportedVersions: ["3.1"],
  protocols: ["media_buy"],
  channels: [],
  publisherDomains: [],
  requireOperatorAuth: false,
  supportedBillings: [],
  idempotencyTtlSeconds: 86_400,
};

test.each([
  ["a library", [LIBRARY], true],
  ["none", [INLINE], false],
  ["nothing said of it", [{ hasCreativeLibrary: null, tools: ["sync_creatives"] }], null],
  ["one that has and one that has not", [LIBRARY, INLINE], true],
])(
  "a storefront and its sources show creativeHasCreativeLibrary as their agents state it: %s",
  async (_, said, ofAll) => {
    const capabilities = said.map((one) => ({ ...SAID_OF_ITSELF, ...one }));
    const { seller } = await market.openShop({ sources: said.length, capabilities });
    const { data: storefront } = await seller.get("/storefront");
    expect(storefront.creativeHasCreativeLibrary).toBe(ofAll);
    for (const [index, { hasCreativeLibrary }] of said.entries()) {
      const source = await seller.get(`/storefront/inventory-sources/s${index}`);
      expect(source).toMatchObject({ status: 200, data: { creativeHasCreativeLibrary: hasCreativeLibrary } });
    }
  },
);
