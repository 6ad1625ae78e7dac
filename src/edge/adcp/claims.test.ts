import { createPublicKey, sign, verify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adcpSchemas } from "../../../test/agent/adcp-schemas.ts";
import { callTool, newBuy, type Payload } from "../../../test/agent/call-tool.ts";
import { type OpenShop, openShop, setUpShop } from "../../../test/agent/open-shop.ts";
import { INSTALLATION, openWorld } from "../../../test/world.ts";
import { webhookKeyOf } from "./callbacks/webhook-key.ts";

/** Every claim is true, and everything true is claimed; each claim comes with a call that proves it. */
let shop: OpenShop;
let claims: Payload;
let products: readonly Payload[];
beforeAll(async () => {
  const installation = { ...INSTALLATION, publicUrl: "https://market.example" };
  shop = await setUpShop(await openWorld({ installation }));
  claims = await call("get_adcp_capabilities", { adcp_version: "3.1" });
  ({ products } = await call("get_products", { buying_mode: "wholesale" }));
});
afterAll(() => shop.close());

const call = async (name: string, input: object = {}): Promise<Payload> => (await callTool(shop, name, input)).payload;
const buy = (changes: object = {}, part: object = {}) => {
  const [product] = products;
  const order = newBuy(product.product_id, product.pricing_options[0].pricing_option_id, changes);
  return call("create_media_buy", { ...order, packages: order.packages.map((one) => ({ ...one, ...part })) });
};
const get = async (path: string) => (await shop.world.app.inject({ url: path })).json();
const { brand, operator } = newBuy("", "").account as { brand: object; operator: string } & Record<string, unknown>;

const CREATIVE = {
  creative_id: "inline",
  name: "Inline",
  format_id: { agent_url: "https://formats.example", id: "display_300x250" },
  assets: { image: { asset_type: "image", url: "https://cdn.example/a.png", width: 300, height: 250 } },
};

/** Keyed by path in the capabilities. Claims that only describe the seller are proved by their value. */
const PROOFS: Readonly<Record<string, () => Promise<void>>> = {
  "adcp.supported_versions": async () => {
    for (const adcp_version of claims.adcp.supported_versions)
      expect((await call("get_adcp_capabilities", { adcp_version })).adcp_version).toBe(adcp_version);
  },
  "adcp.idempotency": async () => {
    const idempotency_key = crypto.randomUUID();
    const request = { idempotency_key, accounts: [{ brand, operator }] };
    await call("sync_accounts", request);
    expect((await call("sync_accounts", request)).replayed).toBe(true);
  },
  supported_protocols: async () => {
    expect(claims.supported_protocols).toEqual(["media_buy", "creative"]);
    expect((await call("list_creatives")).creatives).toBeDefined();
    const { capabilities } = await get(`/storefront/${shop.platformId}/.well-known/agent-card.json`);
    expect(capabilities.extensions[0].params.protocols_supported).toEqual(claims.supported_protocols);
  },
  "account.supported_billing": async () => {
    const agency = { name: "Agency", operatorDomain: operator, sandbox: true, agentBilling: true };
    const { key } = (await shop.seller.post("/storefront/caller-keys", agency)).data;
    const bill = async (billing: string) => {
      const asked = { idempotency_key: crypto.randomUUID(), accounts: [{ brand, operator, billing }] };
      return (await callTool(shop, "sync_accounts", asked, { key })).payload.accounts[0];
    };
    for (const one of claims.account.supported_billing) expect((await bill(one)).status).toBe("active");
    expect((await bill("nobody")).errors[0]).toMatchObject({
      code: "BILLING_NOT_SUPPORTED",
      details: { scope: "capability", supported_billing: claims.account.supported_billing },
    });
  },
  "account.sandbox": async () => {
    expect((await call("comply_test_controller", { scenario: "list_scenarios" })).success).toBe(true);
  },
  "media_buy.buying_modes": async () => {
    const asked: Record<string, object> = {
      brief: { brief: "people who hike" },
      wholesale: {},
      refine: { refine: [{ scope: "request", ask: "more video" }] },
    };
    expect(claims.media_buy.buying_modes.toSorted()).toEqual(Object.keys(asked).toSorted());
    for (const buying_mode of claims.media_buy.buying_modes)
      expect((await call("get_products", { buying_mode, ...asked[buying_mode] })).products).toBeDefined();
  },
  "media_buy.supports_proposals": async () => {
    const account = { brand, operator };
    const { proposals } = await call("get_products", { buying_mode: "brief", brief: "news", account });
    const [{ proposal_id }] = proposals;
    const refine = [{ scope: "proposal", proposal_id, action: "finalize" }];
    const [held] = (await call("get_products", { buying_mode: "refine", refine, account })).proposals;
    expect(held).toMatchObject({ proposal_id, proposal_status: "committed", expires_at: expect.any(String) });
    const { packages: _, ...order } = newBuy("", "");
    const total_budget = { amount: 50_000, currency: "USD" };
    const bought = await call("create_media_buy", { ...order, proposal_id, total_budget });
    expect(bought.media_buy_id).toEqual(expect.any(String));
  },
  "media_buy.features.inline_creative_management": async () => {
    await buy({}, { creatives: [CREATIVE] });
    const { creatives } = await call("list_creatives", { filters: { creative_ids: ["inline"] } });
    expect(creatives).toMatchObject([{ assignments: { assignment_count: 1 } }]);
  },
  "media_buy.features.property_list_filtering": async () => {
    const property_list = { agent_url: "http://127.0.0.1:9/mcp", list_id: "none" };
    const answer = await call("get_products", { buying_mode: "wholesale", property_list });
    expect(answer).toMatchObject({ property_list_applied: false, incomplete: [{ scope: "products" }] });
    const overlay = { property_list: { agent_url: "https://lists.example/mcp", list_id: "l" } };
    expect((await buy({}, { targeting_overlay: overlay })).packages).toMatchObject([{ targeting_overlay: overlay }]);
  },
  "media_buy.creative_approval_mode": async () => {
    expect(claims.media_buy.creative_approval_mode).toBe("auto_approve");
    const sync = async () =>
      (
        await call("sync_creatives", {
          idempotency_key: crypto.randomUUID(),
          account: { brand, operator },
          creatives: [{ ...CREATIVE, creative_id: crypto.randomUUID() }],
        })
      ).creatives[0].status;
    expect(await sync()).toBe("approved");
    await shop.seller.put("/storefront", { creativeApproval: "manual" });
    expect((await call("get_adcp_capabilities")).media_buy.creative_approval_mode).toBe("require_human");
    expect(await sync()).toBe("pending_review");
    await shop.seller.put("/storefront", { creativeApproval: "auto" });
  },
  "media_buy.reporting_delivery_methods": async () => {
    const webhook = (reporting_frequency: string) =>
      buy({ reporting_webhook: { url: "https://buyer.example/reports", reporting_frequency } });
    expect((await webhook("daily")).media_buy_id).toBeDefined();
    const kept = await shop.world.database.readInstallation((db) =>
      db.selectFrom("report_subscriptions").select("url").execute(),
    );
    expect(kept).toEqual([{ url: "https://buyer.example/reports" }]);
    expect(products[0].reporting_capabilities).toMatchObject({
      supports_webhooks: true,
      available_reporting_frequencies: ["daily"],
    });
    expect((await webhook("hourly")).errors).toMatchObject([{ code: "UNSUPPORTED_FEATURE" }]);
  },
  "media_buy.propagation_surfaces": async () => {
    const { media_buy_id } = await buy();
    const { media_buys } = await call("get_media_buys", { media_buy_ids: [media_buy_id] });
    expect(media_buys).toMatchObject([{ health: "ok", impairments: [] }]);
  },
  "media_buy.execution": async () => {
    const targeting = { geo_countries: ["US"] };
    expect(claims.media_buy.execution.targeting.geo_countries).toBe(true);
    expect((await buy({}, { targeting_overlay: targeting })).packages).toMatchObject([
      { targeting_overlay: targeting },
    ]);
  },
  "creative.has_creative_library": async () => {
    expect((await call("list_creatives")).query_summary).toBeDefined();
  },
  "wholesale_feed_versioning.supported": async () => {
    const asked = { buying_mode: "wholesale", adcp_version: "3.1" };
    const { wholesale_feed_version: version } = await call("get_products", asked);
    const again = await call("get_products", { ...asked, if_wholesale_feed_version: version });
    expect(again).toMatchObject({ unchanged: true, wholesale_feed_version: version });
    expect(again.products).toBeUndefined();
    const stale = await call("get_products", { ...asked, if_wholesale_feed_version: "of yesterday" });
    expect(stale).toMatchObject({ wholesale_feed_version: version, products: expect.any(Array) });
    const prices = await call("get_products", { ...asked, if_pricing_version: "p" });
    expect(prices.errors).toMatchObject([{ code: "INVALID_REQUEST", field: "if_pricing_version" }]);
  },
  "webhook_signing.supported": async () => {
    const { keys } = await get("/.well-known/jwks.json");
    const { key, keyId } = webhookKeyOf(shop.world.host.vault);
    const published = keys.find(({ kid }: Payload) => kid === keyId);
    const signed = sign(null, Buffer.from("x"), key);
    expect(verify(null, Buffer.from("x"), createPublicKey({ key: published, format: "jwk" }), signed)).toBe(true);
  },
  "identity.brand_json_url": async () => {
    const { brand_json_url } = claims.identity;
    const { agents } = await get(new URL(brand_json_url).pathname);
    expect(new URL(brand_json_url).origin).toBe("https://market.example");
    expect(agents.map(({ url }: Payload) => url)).toEqual([
      `https://market.example/storefront/${shop.platformId}/mcp`,
      `https://market.example/storefront/${shop.platformId}/a2a`,
    ]);
    for (const { jwks_uri } of agents)
      expect((await get(new URL(jwks_uri).pathname)).keys[0].adcp_use).toBe("webhook-signing");
  },
  "compliance_testing.scenarios": async () => {
    const { scenarios } = await call("comply_test_controller", { scenario: "list_scenarios" });
    expect(scenarios).toEqual(expect.arrayContaining(claims.compliance_testing.scenarios));
  },
};

/** Fields that describe the seller, or belong to the envelope. */
const DESCRIBES =
  /^(adcp\.major_versions|adcp_version|status|last_updated|request_signing|media_buy\.portfolio|account\.(require_operator_auth|required_for_products|account_financials)|webhook_signing\.(profile|algorithms|legacy_hmac_fallback))/;

describe("a claim", () => {
  test("is proved here, whichever it is", () => {
    const unproved = pathsOf(claims, "").filter(
      (path) => !DESCRIBES.test(path) && !Object.keys(PROOFS).some((one) => path === one || path.startsWith(`${one}.`)),
    );
    expect(unproved).toEqual([]);
  });

  test.each(Object.entries(PROOFS))("%s is made, and holds", async (path, prove) => {
    expect(path.split(".").reduce((at, step) => at?.[step], claims)).toBeTruthy();
    await prove();
  });

  test("follows the schema of 3.1", () => {
    expect(adcpSchemas()("get_adcp_capabilities", claims)).toEqual([]);
  });
});

function pathsOf(value: Payload, path: string): string[] {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path === "" ? name : `${path}.${name}`));
}

test("an installation that is not reached over TLS promises no signatures that nobody can trust", async () => {
  const plain = await openShop();
  const { webhook_signing, identity } = (await callTool(plain, "get_adcp_capabilities")).payload;
  expect([webhook_signing.supported, identity]).toEqual([false, undefined]);
  await plain.close();
});

test("the installation publishes a brand.json of its own, and names no storefront in it", async () => {
  expect(await get("/.well-known/brand.json")).toEqual({ version: "1.0", agents: [] });
});
