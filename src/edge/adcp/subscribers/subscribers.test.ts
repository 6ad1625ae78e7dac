import type { RequestListener } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adcpSchemas } from "../../../../test/agent/adcp-schemas.ts";
import { callTool, newBuy, type Payload } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { doJobs } from "../../../../test/jobs.ts";
import { serve } from "../../../ground/outbound/outbound.fixture.ts";

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const call = async (name: string, input: object = {}): Promise<Payload> => (await callTool(shop, name, input)).payload;
const account = { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example" };

async function declared(...notification_configs: object[]): Promise<Payload> {
  const answer = await call("sync_accounts", {
    adcp_version: "3.1",
    idempotency_key: crypto.randomUUID(),
    accounts: [{ ...account, notification_configs }],
  });
  expect(adcpSchemas()("sync_accounts", answer)).toEqual([]);
  return answer.accounts[0];
}

/** A receiver that repeats a challenge, or answers something else. */
async function openSubscriber(repeats = true) {
  const told: Payload[] = [];
  const challenges: Payload[] = [];
  const listen: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => void parts.push(part));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(parts).toString());
      const isChallenge = body.type === "webhook.challenge";
      if (isChallenge) challenges.push(body);
      else told.push({ ...body, headers: request.headers });
      response.end(isChallenge && repeats ? JSON.stringify({ challenge: body.challenge }) : "{}");
    });
  };
  return { url: `${await serve(listen)}/told`, told, challenges };
}

const event_types = ["creative.status_changed"];
const paused = { subscriber_id: "buyer-primary", url: "https://example.com/told", event_types, active: false };

test("subscribers are stored as they were last sent, and nobody can read their credentials", async () => {
  const secret = { schemes: ["Bearer"], credentials: "x".repeat(32) };
  const { notification_configs } = await declared({ ...paused, authentication: secret });
  expect(notification_configs).toEqual([{ ...paused, authentication: { schemes: ["Bearer"] } }]);
  const listed = async () => (await call("list_accounts", { account })).accounts[0].notification_configs;
  expect(await listed()).toEqual(notification_configs);
  expect(await declared({ ...paused, event_types: ["creative.purged"] })).toMatchObject({ action: "updated" });
  expect(await listed()).toEqual([{ ...paused, event_types: ["creative.purged"] }]);
  await declared();
  expect(await listed()).toEqual([]);
  const kept = await shop.world.database.readInstallation((db) =>
    db.selectFrom("account_subscribers").selectAll().execute(),
  );
  expect(JSON.stringify(kept)).not.toContain("xxxx");
});

describe("an error is reported for its account only, with its path", () => {
  test.each([
    ["notification_configs[1].subscriber_id", [paused, paused]],
    ["notification_configs[0].event_types[0]", [{ ...paused, event_types: ["scheduled"] }]],
    ["notification_configs[0].event_types[0]", [{ ...paused, event_types: ["product.created"] }]],
  ])("%s", async (field, configs) => {
    const row = await declared(...configs);
    expect(row).toMatchObject({ action: "failed", status: "rejected", errors: [{ code: "INVALID_REQUEST", field }] });
  });

  test("a receiver that does not repeat the challenge is not notified", async () => {
    const { url } = await openSubscriber(false);
    const row = await declared({ ...paused, url, active: true });
    expect(row).toMatchObject({ action: "failed", errors: [{ field: "notification_configs[0].url" }] });
  });
});

test("the challenge contains everything that it has to prove, and is repeated if any of it changes", async () => {
  const { url, challenges } = await openSubscriber();
  const active = { ...paused, subscriber_id: "asked-anew", url, active: true };
  const purged = { ...active, event_types: ["creative.purged", "creative.status_changed"] };
  for (const config of [active, active, purged, { ...purged, event_types: purged.event_types.toReversed() }])
    expect(await declared(config)).toMatchObject({ notification_configs: [{ active: true }] });
  expect(challenges).toEqual(
    [active, purged].map((config) => ({
      type: "webhook.challenge",
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      account_id: expect.any(String),
      subscriber_id: "asked-anew",
      seller_agent_url: shop.mcpUrl,
      delivery_auth: { mode: "rfc9421" },
      event_types: config.event_types,
    })),
  );
  await declared();
});

test("a subscriber is notified of its seller's decision on a creative, and the buy is impaired until it shows another", async () => {
  const { url, told } = await openSubscriber();
  expect(await declared({ ...paused, url, active: true })).toMatchObject({ notification_configs: [{ active: true }] });
  const { products } = await call("get_products", { buying_mode: "wholesale" });
  const [{ product_id, pricing_options, format_ids }] = products;
  const order = newBuy(product_id, pricing_options[0].pricing_option_id, { start_time: "asap" });
  const { media_buy_id, packages, revision } = await call("create_media_buy", order);
  const [{ package_id }] = packages;
  const video = { asset_type: "video", url: "https://cdn.example/spot.mp4" };
  const assign = (creativeId: string) => ({
    creatives: [{ creative_id: creativeId, name: creativeId, format_id: format_ids[0], assets: { video } }],
    assignments: [{ creative_id: creativeId, package_id }],
    idempotency_key: crypto.randomUUID(),
    account,
  });
  await call("sync_creatives", assign("banner"));
  const standing = async () => (await call("get_media_buys", { media_buy_ids: [media_buy_id] })).media_buys[0];
  expect(await standing()).toMatchObject({
    revision: revision + 1,
    health: "ok",
    impairments: [],
    packages: [{ creative_approvals: [{ creative_id: "banner", approval_status: "approved" }] }],
  });
  const params = { creative_id: "banner", status: "rejected", rejection_reason: "it blinks" };
  await call("comply_test_controller", { scenario: "force_creative_status", params });
  await doJobs(shop.world);
  expect(told).toMatchObject([
    {
      notification_type: "creative.status_changed",
      subscriber_id: "buyer-primary",
      creative_id: "banner",
      transition: { from: "approved", to: "rejected" },
      reason_code: "policy_revocation",
      reason_detail: "it blinks",
      headers: { "signature-input": expect.any(String) },
    },
  ]);
  const impaired = await standing();
  expect(impaired).toMatchObject({
    health: "impaired",
    impairments: [{ resource_type: "creative", resource_id: "banner", package_ids: [package_id] }],
  });
  expect(adcpSchemas()("get_media_buys", await call("get_media_buys", { adcp_version: "3.1" }))).toEqual([]);
  await call("sync_creatives", assign("other"));
  expect(await standing()).toMatchObject({ health: "ok", impairments: [] });
});

test("a creative is suspended, approved again and purged; its buyer is notified, and can look up the notifications", async () => {
  const { url, told } = await openSubscriber();
  const events = ["creative.status_changed", "creative.purged"];
  await declared({ ...paused, url: `${url}?token=secret`, event_types: events, active: true });
  const image = { asset_type: "image", url: "https://cdn.example/a.png", width: 300, height: 250 };
  const format_id = { agent_url: "https://formats.example", id: "display_300x250" };
  const creative = { creative_id: "lasting", name: "Lasting", format_id, assets: { image } };
  const send = () => call("sync_creatives", { idempotency_key: crypto.randomUUID(), account, creatives: [creative] });
  expect((await send()).creatives).toMatchObject([{ action: "created" }]);
  const play = (scenario: string, params: object) =>
    call("comply_test_controller", { scenario, params: { creative_id: "lasting", ...params } });
  const list = async (asked: object = {}): Promise<Payload[]> => {
    const filters = { creative_ids: ["lasting"] };
    const answer = await call("list_creatives", { adcp_version: "3.1", account, filters, ...asked });
    expect(adcpSchemas()("list_creatives", answer)).toEqual([]);
    return answer.creatives;
  };
  await play("force_creative_status", { status: "suspended", reason_code: "source_private" });
  expect(await list()).toMatchObject([{ status: "suspended" }]);
  await play("force_creative_status", { status: "approved" });
  expect(await play("force_creative_purge", { purge_kind: "soft" })).toMatchObject({ success: true });
  expect(await play("force_creative_status", { status: "approved" })).toMatchObject({ error: "NOT_FOUND" });
  await doJobs(shop.world);
  const heard = told.map(({ notification_type, reason_code }) => `${notification_type} ${reason_code}`);
  expect(heard.toSorted((a, b) => a.localeCompare(b))).toEqual([
    "creative.purged retention_expired",
    "creative.status_changed review_passed",
    "creative.status_changed source_private",
  ]);
  expect(await list()).toEqual([]);
  const [tombstone, ...others] = await list({ include_purged: true, include_webhook_activity: true });
  expect(others).toEqual([]);
  expect(tombstone).toMatchObject({ status: "approved", purge: { kind: "soft", reason_code: "retention_expired" } });
  expect(tombstone).not.toHaveProperty("assets");
  expect(tombstone.webhook_activity).toHaveLength(3);
  for (const record of tombstone.webhook_activity)
    expect(record).toMatchObject({ attempt: 1, status: "success", http_status_code: 200, url });
  const limited = await list({ include_purged: true, include_webhook_activity: true, webhook_activity_limit: 1 });
  expect(limited[0]?.webhook_activity).toHaveLength(1);
  expect((await send()).creatives).toMatchObject([{ action: "created" }]);
  await play("force_creative_purge", { purge_kind: "hard" });
  expect(await list({ include_purged: true })).toEqual([]);
});
