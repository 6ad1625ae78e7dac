import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../../../test/free-port.ts";
import { liftLimits, unhurriedWall } from "../../../../test/providers/unhurried.ts";
import { INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { after, DAY_MS, dayOf, HOUR_MS, wallClock } from "../../../ground/kernel/clock.ts";
import type { CreativeBuild, SellerAgent, SellerCall } from "../../../ground/seller-agent/index.ts";
import { type SimulatedProvider, startAudiostack, startSpotify } from "../../../main/sandbox/providers/index.ts";
import { openAudiostackSimulation } from "../audiostack/studio.fixture.ts";
import { accountsOf, connect, mapBrand, ok, setApplication, type WiredShop, wire } from "../providers.fixture.ts";

let world: World;
let audiostack: Awaited<ReturnType<typeof startAudiostack>>;
let spotify: SimulatedProvider;
let studio: WiredShop;
let shop: WiredShop;
const publicUrl = `http://127.0.0.1:${await freePort()}`;
const picture = createServer((_, response) => void response.writeHead(200, { "content-type": "image/png" }).end("png"));
beforeAll(async () => {
  await once(picture.listen(0, "127.0.0.1"), "listening");
  const redirectUris = [`${publicUrl}/api/v2/storefront/adapters/spotify/oauth/callback`];
  const application = { clientId: "app-42", clientSecret: "not a secret", redirectUris };
  audiostack = await startAudiostack({ clock: wallClock, wall: unhurriedWall(), seed: "42" });
  spotify = await startSpotify({ clock: wallClock, wall: unhurriedWall(), seed: "42", application });
  const providerHosts = { ...audiostack.addresses, ...spotify.addresses };
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts, sellerTimeoutMs: 4_000 } });
  await liftLimits(world);
  await setApplication(await world.caller("OPERATOR"), spotify);
  studio = await wire(world, "audiostack", "operator");
  shop = await wire(world, "spotify", "operator");
});
afterAll(async () => {
  await world.close();
  await audiostack.close();
  await spotify.close();
  picture.close();
});

const BUYER = { customerId: 7002, name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true };
const callOf = (changes: Partial<SellerCall> = {}): SellerCall => ({
  buyer: BUYER,
  timeoutMs: 60_000,
  now: new Date(),
  requestId: "req_audio",
  ...changes,
});
const agentOf = ({ agentId, inventorySourceId, seller }: WiredShop): SellerAgent =>
  world.host.openAgent({
    kind: "provider",
    agentId,
    name: "platform",
    customerId: seller.customerId,
    inventorySourceId,
  });
const toBuild = (content: string) => ({
  idempotencyKey: randomUUID(),
  name: "Spring spot",
  content: { kind: "script" as const, text: content },
  seconds: 30,
  language: "en",
});

async function build(request: ReturnType<typeof toBuild>, timeoutMs = 60_000): Promise<CreativeBuild> {
  const built = await agentOf(studio).buildCreative?.(request, callOf({ timeoutMs }));
  if (!built) throw new Error("a creative source makes creatives");
  return built;
}

test("a creative source is connected by its key, which is shown nowhere; an invalid one is reported, with what to do", async () => {
  const { seller, storefrontId } = studio;
  const refused = await build(toBuild("Go outside."));
  expect(refused).toMatchObject({ kind: "rejected", errors: [{ code: "AUTH_REQUIRED" }] });
  const asked = ok(await seller.post(`/storefront/storefronts/${storefrontId}/connection`));
  expect(asked).toMatchObject({ authModes: ["bearer"], preferredAuthMode: "bearer" });
  const path = `/storefront/storefront-connections/${asked.connection.id}/token`;
  const standing = async () => ok(await seller.get("/storefront/storefront-connections")).items[0];

  ok(await seller.put(path, { token: "nobody's key" }));
  expect(await standing()).toMatchObject({ status: "error", setupRequired: null });
  ok(await seller.put(path, { token: audiostack.apiKey }));
  const connected = await standing();
  expect(connected).toMatchObject({ status: "connected", credential: { credentialKind: "BEARER" } });
  expect(JSON.stringify(connected)).not.toContain(audiostack.apiKey);
  expect(await accountsOf(seller, "storefront")).toMatchObject([{ accountType: "organization" }]);
  const { products, incomplete } = await agentOf(studio).getProducts({}, callOf());
  expect([products, incomplete]).toEqual([[], []]);
});

test("a script becomes audio once for its key, however often it is requested", async () => {
  const request = toBuild("Go outside. It is spring, and the shop is open.");
  expect(await build(request, 1_500)).toMatchObject({ kind: "submitted" });
  expect(await build(request, 1_500)).toMatchObject({ kind: "submitted" });
  audiostack.controls.advance(60_000);
  const built = await build(request);
  expect(built).toMatchObject({
    kind: "done",
    creative: { manifest: { format_kind: "audio_hosted", assets: { audio: { duration_ms: 30_000 } } } },
  });
  expect(await build(request)).toEqual(built);
  expect(audiostack.ledger.count("created", "audioform")).toBe(1);
  expect(await build({ ...request, seconds: 15 })).toMatchObject({ errors: [{ code: "IDEMPOTENCY_CONFLICT" }] });
});

test("what was ordered over AdCP is what a Spotify buy plays: published with it, reviewed, and delivered", async () => {
  const { seller, storefrontId } = shop;
  expect(await connect(world, spotify, { owner: seller, side: "storefront", storefrontId })).toBe(200);
  await mapBrand(seller, "acme.example");
  const agent = agentOf(shop);
  const now = () => spotify.controls.now();
  // The reply to the first write is lost: its result is looked up, and created only once.
  spotify.controls.loseReply("POST /ads/v3/ad_accounts/{account}/drafts/campaigns", 1);
  const ordered = newBuy();
  let bought = await agent.createMediaBuy(ordered, callOf());
  for (let asked = 0; bought.kind === "submitted" && asked < 5; asked += 1)
    bought = await agent.createMediaBuy(ordered, callOf());
  if (bought.kind !== "done") throw new Error(JSON.stringify(bought));
  expect(spotify.ledger.living("draft_campaign")).toHaveLength(1);
  const { mediaBuyId, packages } = bought.mediaBuy;
  const packageId = packages[0]?.packageId ?? "";

  const { creative_manifest: made } = await (await openAudiostackSimulation(world, studio)).ordered(audiostack);
  const show = async (timeoutMs: number) => {
    const url = `http://127.0.0.1:${(picture.address() as AddressInfo).port}/companion.png`;
    const image = { asset_type: "image", url };
    const click = { asset_type: "url", url_type: "clickthrough", url: "https://acme.example/spring" };
    const creative = {
      creativeId: "spot",
      name: "Spring spot",
      manifest: { ...made, assets: { ...made.assets, image, click } },
    };
    const places = [{ packageId, creativeIds: ["spot"] }];
    const asked = { idempotencyKey: randomUUID(), mediaBuyId, creatives: [creative], packages: places };
    return (await agent.syncCreatives(asked, callOf({ timeoutMs, now: now() })))[0];
  };
  let shown = await show(2_000);
  for (let tries = 0; shown?.approval === "processing" && tries < 8; tries += 1) {
    spotify.controls.advance(60_000);
    shown = await show(4_000);
  }
  expect(shown).toMatchObject({ approval: "pending_review" });
  const uploads = spotify.ledger.count("uploaded", "asset");
  expect(uploads).toBe(2);

  const standing = async () => (await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, callOf({ now: now() })))[0];
  spotify.controls.advance(2 * HOUR_MS);
  expect(await standing()).toMatchObject({ status: "pending_start" });
  spotify.controls.advance(4 * DAY_MS);
  expect(await standing()).toMatchObject({ status: "active" });
  const days = { startDay: dayOf(after(now(), -4 * DAY_MS)), endDay: dayOf(now()) };
  const delivered = await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, callOf({ now: now() }));
  expect(delivered).toMatchObject({ currency: "USD", timeZone: "UTC" });
  expect(delivered.rows.some(({ impressions, spend }) => impressions > 0 && /^\d+(\.\d+)?$/.test(spend))).toBe(true);
  expect(spotify.ledger.twice()).toEqual([]);
  expect(spotify.ledger.enabledUnread()).toEqual([]);
});

test("audio without an image is refused, and the error says what is missing", async () => {
  const agent = agentOf(shop);
  const bought = await agent.createMediaBuy(newBuy(), callOf());
  if (bought.kind !== "done") throw new Error(JSON.stringify(bought));
  const { mediaBuyId, packages } = bought.mediaBuy;
  const places = [{ packageId: packages[0]?.packageId ?? "", creativeIds: ["bare"] }];
  const audio = { asset_type: "audio", url: "https://acme.example/spot.mp3" };
  const click = { asset_type: "url", url_type: "clickthrough", url: "https://acme.example/spring" };
  const creatives = [
    { creativeId: "bare", name: "Bare", manifest: { format_kind: "audio_hosted", assets: { audio, click } } },
  ];
  const asked = { idempotencyKey: randomUUID(), mediaBuyId, creatives, packages: places };
  expect(await agent.syncCreatives(asked, callOf({ now: spotify.controls.now() }))).toMatchObject([
    { outcome: "failed", approval: "rejected", message: expect.stringContaining("give the creative an image asset") },
  ]);
});

function newBuy() {
  const now = spotify.controls.now();
  return {
    idempotencyKey: randomUUID(),
    buyerRef: `ref-${randomUUID()}`,
    name: "Spring",
    flight: { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) },
    packages: [
      {
        buyerRef: "p1",
        productId: "spotify:audio:1",
        pricingOptionId: "cpm",
        currency: "USD",
        bidPrice: "9.50",
        budget: "1500.25",
        pacing: "even" as const,
      },
    ],
  };
}
