import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adcpSchemas } from "../../../../test/agent/adcp-schemas.ts";
import { callTool, type Payload, type ToolCall } from "../../../../test/agent/call-tool.ts";
import { freePort } from "../../../../test/free-port.ts";
import { bringForward, doJobs } from "../../../../test/jobs.ts";
import { INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { callbackAgenda } from "../../../edge/adcp/callbacks/follow-task.ts";
import { after, DAY_MS, dayOf, HOUR_MS, wallClock } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import type { CreativeBuild, SellerAgent, SellerCall } from "../../../ground/seller-agent/index.ts";
import { type SimulatedProvider, startAudiostack, startSpotify } from "../../../main/sandbox/providers/index.ts";
import { openReceiver } from "../../../platform/webhooks/receiver.fixture.ts";
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
  audiostack = await startAudiostack({ clock: wallClock, seed: "42" });
  spotify = await startSpotify({ clock: wallClock, seed: "42", application });
  const providerHosts = { ...audiostack.addresses, ...spotify.addresses };
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts, sellerTimeoutMs: 4_000 } });
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

/** The studio's agent as any client of AdCP meets it, and a buyer with a key. */
let door: Parameters<typeof callTool>[0];
const openDoor = async () => {
  const { seller, storefrontId } = studio;
  const { platformId } = ok(await seller.get("/storefront"));
  ok(await seller.put("/storefront", { isPaused: false }));
  ok(await (await world.caller("OPERATOR")).post(`/operator/storefronts/${storefrontId}/list`));
  door = { world, platformId, buyer: await world.caller("BUYER", { sandbox: true }) } as typeof door;
};
const complaintsOf = adcpSchemas();
const ask = async (tool: string, input: object = {}, as: ToolCall = {}): Promise<Payload> => {
  const { payload } = await callTool(door, tool, { adcp_version: "3.1", ...input }, as);
  expect({ tool, complaints: complaintsOf(tool, payload) }).toEqual({ tool, complaints: [] });
  return payload;
};
const scripted = (changes: object = {}) => ({
  idempotency_key: randomUUID(),
  creative_manifest: {
    name: "Spring spot",
    format_kind: "audio_hosted",
    assets: { script: { asset_type: "text", content: "Go outside. It is spring.", language: "en" } },
  },
  ...changes,
});
const formatOf = async (id: string): Promise<Payload> =>
  (await ask("list_creative_formats")).formats.find(({ format_id }: Payload) => format_id.id === id)?.format_id;

/** Ordered as a task, which is asked after until it is over. */
async function orderedOverAdcp(): Promise<Payload> {
  const ordered = await ask("build_creative", scripted({ target_format_id: await formatOf("audio_30s") }));
  expect(ordered).toMatchObject({ status: "submitted", task_id: expect.stringMatching(/^task_/) });
  audiostack.controls.advance(60_000);
  await bringForward(world);
  await doJobs(world);
  const task = await ask("get_task_status", { task_id: ordered.task_id });
  expect(task).toMatchObject({ task_type: "build_creative", protocol: "creative", status: "completed" });
  return task.result;
}

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

test("a creative source is connected by its key, which is shown nowhere; a bad one is told, with what to do", async () => {
  const { seller, storefrontId } = studio;
  const refused = await build(toBuild("Go outside."));
  expect(refused).toMatchObject({ kind: "rejected", errors: [{ code: "AUTH_REQUIRED" }] });
  const asked = ok(await seller.post(`/storefront/storefronts/${storefrontId}/connection`));
  expect(asked).toMatchObject({ authModes: ["bearer"], preferredAuthMode: "bearer" });
  const path = `/storefront/storefront-connections/${asked.connection.id}/token`;
  const standing = async () => ok(await seller.get("/storefront/storefront-connections")).items[0];

  ok(await seller.put(path, { token: "nobody's key" }));
  expect(await standing()).toMatchObject({ status: "error", setupRequired: null });
  const page = await openKeyPage(asked.connectionUrl);
  expect(page.body).toContain('<input id="key" name="key" type="password"');
  expect(await page.send("")).toMatchObject({ statusCode: 400, body: expect.stringContaining('id="key-error"') });
  const wrong = await page.send("a wrong key");
  expect([wrong.statusCode, wrong.body.includes("does not take this key"), wrong.body.includes("a wrong key")]).toEqual(
    [400, true, false],
  );
  expect(await standing()).toMatchObject({ status: "error" });
  // Another browser, and a form that is not ours, leave it as it is.
  const other = await openKeyPage(asked.connectionUrl);
  expect((await other.send(audiostack.apiKey)).statusCode).toBe(400);
  expect((await page.send(audiostack.apiKey, { form: "forged" })).statusCode).toBe(200);
  expect(await standing()).toMatchObject({ status: "error" });
  expect((await page.send(audiostack.apiKey, {}, { "sec-fetch-site": "cross-site" })).statusCode).toBe(404);
  const kept = await page.send(audiostack.apiKey);
  expect([kept.statusCode, kept.body.includes("is connected")]).toEqual([200, true]);
  expect((await page.send(audiostack.apiKey)).statusCode).toBe(400);
  const connected = await standing();
  expect(connected).toMatchObject({ status: "connected", credential: { credentialKind: "BEARER" } });
  expect(JSON.stringify(connected)).not.toContain(audiostack.apiKey);
  expect(await accountsOf(seller, "storefront")).toMatchObject([{ accountType: "organization" }]);
  const { products, incomplete } = await agentOf(studio).getProducts({}, callOf());
  expect([products, incomplete]).toEqual([[], []]);
});

test("a script becomes audio once for its key, however often it is asked for", async () => {
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

test("a storefront says that it makes creatives once it is connected, and asks for what it is to make in the field that is missing", async () => {
  await openDoor();
  expect(await ask("get_adcp_capabilities")).toMatchObject({ creative: { supports_generation: true } });
  expect(await toolsAt(door.platformId)).toContain("build_creative");
  const { platformId } = ok(await shop.seller.get("/storefront"));
  ok(await (await world.caller("OPERATOR")).post(`/operator/storefronts/${shop.storefrontId}/list`));
  expect(await toolsAt(platformId)).not.toContain("build_creative");
  const elsewhere = await ask("build_creative", scripted(), { platformId });
  expect(elsewhere.errors).toMatchObject([{ code: "UNSUPPORTED_FEATURE" }]);

  const target_format_id = await formatOf("audio");
  const wrong: readonly [object, string, string][] = [
    [{}, "INVALID_REQUEST", "target_format_id"],
    [{ target_format_id }, "INVALID_REQUEST", "target_format_id.duration_ms"],
    [
      { target_format_id: { ...target_format_id, duration_ms: 3_000 } },
      "VALIDATION_ERROR",
      "target_format_id.duration_ms",
    ],
    [{ target_format_id: { ...target_format_id, id: "video" } }, "INVALID_REQUEST", "target_format_id"],
    [inLanguage(undefined), "INVALID_REQUEST", "creative_manifest.assets.script.language"],
    [{ mode: "estimate" }, "UNSUPPORTED_FEATURE", "mode"],
    [{ max_variants: 3 }, "UNSUPPORTED_FEATURE", "max_variants"],
    [{ transformer_id: "voices" }, "UNSUPPORTED_FEATURE", "transformer_id"],
  ];
  for (const [change, code, field] of wrong) {
    const asked = { target_format_id: { ...target_format_id, duration_ms: 30_000 }, ...change };
    const given = Object.keys(change).length === 0 ? {} : asked;
    expect((await ask("build_creative", scripted(given))).errors).toMatchObject([{ code, field }]);
  }
});

test("a build is one task for its key and nobody else's, in the form of either release, and whoever asked is told of its end", async () => {
  const target_format_id = { ...(await formatOf("audio")), duration_ms: 20_000 };
  const receiver = await openReceiver();
  const brief = {
    asset_type: "brief",
    name: "Tea",
    language: "ja",
    messaging: { key_messages: ["Hot"], cta: "Drink it" },
  };
  const creative_manifest = { format_kind: "audio_hosted", assets: { creative_brief: brief } };
  const push_notification_config = { url: receiver.url, token: "a token of the buyer's", operation_id: "op-1" };
  const request = scripted({ creative_manifest, target_format_id, push_notification_config });
  const before = audiostack.ledger.count("created", "audioform");
  const [first, second] = await Promise.all([ask("build_creative", request), ask("build_creative", request)]);
  const { task_id } = first;
  expect([first.status, second.task_id]).toEqual(["submitted", task_id]);
  const other = await ask("build_creative", { ...request, message: "Warm" });
  expect(other.errors).toMatchObject([{ code: "IDEMPOTENCY_CONFLICT" }]);
  const { key } = await world.caller("BUYER", { sandbox: true });
  expect((await ask("tasks_get", { task_id }, { key })).errors).toMatchObject([{ code: "REFERENCE_NOT_FOUND" }]);

  audiostack.controls.advance(60_000);
  await bringForward(world);
  await doJobs(world);
  const { status, result } = await ask("tasks_get", { task_id });
  expect(status).toBe("completed");
  expect(result.creative_manifest).toMatchObject({
    format_kind: "audio_hosted",
    assets: { audio: { asset_type: "audio", duration_ms: 20_000 } },
  });
  const inOld = (await callTool(door, "tasks_get", { task_id })).payload.result.creative_manifest;
  expect([inOld.format_id, inOld.format_kind]).toEqual([target_format_id, undefined]);
  expect(audiostack.ledger.count("created", "audioform") - before).toBe(1);
  await followCallbacks();
  expect(receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([
    { task_id, task_type: "build_creative", protocol: "creative", status: "completed", operation_id: "op-1", result },
  ]);
});

test("what could not be built is told with the field of the request that is to be changed", async () => {
  audiostack.controls.refuseCreative({ name: "Unsayable" }, "synthetic: no such voice");
  const script = { asset_type: "text", content: "Unsayable words.", language: "en" };
  const target_format_id = await formatOf("audio_15s");
  const creative_manifest = { format_kind: "audio_hosted", assets: { script } };
  const { task_id } = await ask("build_creative", scripted({ creative_manifest, target_format_id }));
  audiostack.controls.advance(60_000);
  await bringForward(world);
  await doJobs(world);
  const task = await ask("tasks_get", { task_id });
  expect(task).toMatchObject({ status: "failed", error: { field: "creative_manifest.assets" } });
  expect(await ask("tasks_get", { task_id })).toMatchObject({ status: "failed", error: task.error });
});

test("what was ordered over AdCP is what a Spotify buy plays: published with it, reviewed, and delivered", async () => {
  const { seller, storefrontId } = shop;
  expect(await connect(world, spotify, { owner: seller, side: "storefront", storefrontId })).toBe(200);
  await mapBrand(seller, "acme.example");
  const agent = agentOf(shop);
  const now = () => spotify.controls.now();
  // The reply to the first write is lost: what it made is looked up, and made once.
  spotify.controls.loseReply("POST /ads/v3/ad_accounts/{account}/drafts/campaigns", 1);
  const ordered = newBuy();
  let bought = await agent.createMediaBuy(ordered, callOf());
  for (let asked = 0; bought.kind === "submitted" && asked < 5; asked += 1)
    bought = await agent.createMediaBuy(ordered, callOf());
  if (bought.kind !== "done") throw new Error(JSON.stringify(bought));
  expect(spotify.ledger.living("draft_campaign")).toHaveLength(1);
  const { mediaBuyId, packages } = bought.mediaBuy;
  const packageId = packages[0]?.packageId ?? "";

  const { creative_manifest: made } = await orderedOverAdcp();
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

test("sound without a picture beside it is refused, and says what is missing", async () => {
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

/** The page for a key in a browser of its own, and what it sends. */
async function openKeyPage(connectionUrl: string) {
  const { pathname, search } = new URL(connectionUrl);
  const { statusCode, headers, body } = await world.app.inject({ method: "GET", url: pathname + search });
  expect([statusCode, String(headers["content-security-policy"])]).toEqual([
    200,
    expect.stringContaining("form-action 'self'"),
  ]);
  const cookie = String(headers["set-cookie"]).split(";")[0] ?? "";
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";
  const [state, form] = [field("state"), field("form")];
  const send = (key: string, changes: object = {}, sent: Record<string, string> = {}) =>
    world.app.inject({
      method: "POST",
      url: pathname,
      headers: { cookie, "content-type": "application/x-www-form-urlencoded", ...sent },
      payload: new URLSearchParams({ state, form, key, ...changes }).toString(),
    });
  return { body, send };
}

function inLanguage(language: string | undefined) {
  const script = { asset_type: "text", content: "Go outside.", ...(language !== undefined && { language }) };
  return { creative_manifest: { format_kind: "audio_hosted", assets: { script } } };
}

async function toolsAt(platformId: string): Promise<readonly string[]> {
  const answer = await world.app.inject({
    method: "POST",
    url: `/storefront/${platformId}/mcp`,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      authorization: `Bearer ${door.buyer.key}`,
    },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
  });
  return answer.json().result.tools.map(({ name }: Payload) => name);
}

/** Those that are due are asked after, and what follows is done. */
async function followCallbacks(): Promise<void> {
  const { database, host } = world;
  const due = await database.readInstallation((db) =>
    callbackAgenda.dueOfAllCustomers(db, after(new Date(), HOUR_MS), 10),
  );
  for (const { step, input } of due) await perform(step, input, "req_test", host);
  await doJobs(world);
}

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
