import { generateKeyPairSync } from "node:crypto";
import { type SignerKey, type SignRequestOptions, signRequest } from "@adcp/sdk/signing/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newBuy } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { TOOLS } from "../tools/tools.ts";

/** Requests that were signed by the SDK's own signer. */
let shop: OpenShop;
let product: { readonly id: string; readonly option: string };

beforeAll(async () => {
  shop = await openShop();
  const { body } = await send("get_products", { buying_mode: "wholesale" }, { key: shop.buyer.key });
  const [first] = body.result.structuredContent.products;
  product = { id: first.product_id, option: first.pricing_options[0].pricing_option_id };
});
afterAll(() => shop.world.close());

interface Signing extends SignRequestOptions {
  readonly by?: SignerKey;
  readonly key?: string;
  readonly platformId?: string;
  /** A modification of the request after it was signed. */
  readonly tamper?: (payload: string) => string;
}

async function send(name: string, input: object, signing: Signing = {}) {
  const { by, key, platformId = shop.platformId, tamper = (same: string) => same, ...given } = signing;
  const options = { coverContentDigest: true, ...given };
  const payload = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } });
  const plain = { "content-type": "application/json", ...(key !== undefined && { authorization: `Bearer ${key}` }) };
  const agentUrl = shop.mcpUrl.replace(shop.platformId, platformId);
  const request = { method: "POST", url: agentUrl, headers: plain, body: payload };
  const headers = by ? signRequest(request, by, options).headers : plain;
  const url = new URL(agentUrl).pathname;
  const answer = await shop.world.app.inject({ method: "POST", url, headers, payload: tamper(payload) });
  const [, fault] =
    /^Signature error="request_signature_(\w+)"$/.exec(String(answer.headers["www-authenticate"])) ?? [];
  return { http: answer.statusCode, fault, body: answer.json() };
}

let made = 0;

/** A caller with its own key pair. */
async function signer(kind: "ed25519" | "ecdsa-p256-sha256" = "ed25519", body: object = {}) {
  const { privateKey } =
    kind === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = `signer-${++made}`;
  const named = { kid, alg: kind === "ed25519" ? "EdDSA" : "ES256", adcp_use: "request-signing" };
  const { d, ...publicHalf } = privateKey.export({ format: "jwk" });
  const jwk = { ...publicHalf, ...named, key_ops: ["verify"] };
  const { required, ...rest } = { required: false, ...body };
  const { data, error } = await shop.seller.post("/storefront/caller-keys", {
    name: kid,
    operatorDomain: "pinnacle-agency.example",
    sandbox: true,
    signing: { jwks: { keys: [jwk] }, required },
    ...rest,
  });
  if (error) throw new Error(error.message);
  const by: SignerKey = {
    keyid: kid,
    alg: kind,
    privateKey: { ...publicHalf, ...named, d } as SignerKey["privateKey"],
  };
  return { by, key: String(data.key), id: String(data.id) };
}

const buy = (changes: object = {}) => newBuy(product.id, product.option, changes);

describe("a signature gives access", () => {
  test.each(["ed25519", "ecdsa-p256-sha256"] as const)("by %s, with the key and without it", async (kind) => {
    const { by, key } = await signer(kind);
    const bought = await send("create_media_buy", buy(), { by });
    expect(bought).toMatchObject({ http: 200, body: { result: { structuredContent: { revision: 1 } } } });
    const named = { media_buy_ids: [bought.body.result.structuredContent.media_buy_id] };
    for (const as of [{ by, key }, { by }, { key }]) {
      const { body } = await send("get_media_buys", named, as);
      expect(body.result.structuredContent.media_buys).toHaveLength(1);
    }
  });

  test("once: the same signature is refused a second time, even by another process that never saw it", async () => {
    const { by } = await signer();
    const once = { by, nonce: "a-nonce-that-is-used-twice" };
    expect(await send("list_accounts", {}, once)).toMatchObject({ http: 200 });
    expect(await send("list_accounts", {}, once)).toMatchObject({ http: 401, fault: "replayed" });
    const { by: other } = await signer();
    expect(await send("list_accounts", {}, { ...once, by: other })).toMatchObject({ http: 200 });
  });

  test("to the signer's own storefront only, and until the key is revoked", async () => {
    const { by, id } = await signer();
    const { data } = await (await shop.world.caller("SELLER")).post("/storefront", { name: "Other" });
    const elsewhere = { by, platformId: data.platformId };
    expect(await send("list_accounts", {}, elsewhere)).toMatchObject({ http: 401, fault: "key_unknown" });
    await shop.seller.delete(`/storefront/caller-keys/${id}`);
    expect(await send("list_accounts", {}, { by })).toMatchObject({ http: 401, fault: "key_revoked" });
  });

  test("to a request that is unchanged since it was signed", async () => {
    const { by } = await signer();
    const tamper = (payload: string) => payload.replace("list_accounts", "get_media_buys");
    expect(await send("list_accounts", {}, { by, tamper })).toMatchObject({ http: 401, fault: "digest_mismatch" });
    const stranger = { ...by, privateKey: (await signer()).by.privateKey };
    expect(await send("list_accounts", {}, { by: stranger })).toMatchObject({ http: 401, fault: "invalid" });
  });

  test("only if it covers the body, except in a trial, as AdCP's graders require", async () => {
    const [live, trial] = [await signer("ed25519", { sandbox: false }), await signer()];
    const bare = { coverContentDigest: false };
    expect(await send("list_accounts", {}, { ...bare, by: live.by })).toMatchObject({
      http: 401,
      fault: "components_incomplete",
    });
    expect(await send("list_accounts", {}, { by: live.by })).toMatchObject({ http: 200 });
    expect(await send("list_accounts", {}, { ...bare, by: trial.by })).toMatchObject({ http: 200 });
  });

  test("a hundred times a minute in a trial, and no more", async () => {
    const { by } = await signer();
    const ask = () => send("get_adcp_capabilities", {}, { by });
    for (let count = 0; count < 100; count += 1) expect(await ask()).toMatchObject({ http: 200 });
    expect(await ask()).toMatchObject({ http: 401, fault: "rate_abuse" });
  });

  test("only by a key that is meant for requests, whatever other keys come with it", async () => {
    const { publicKey } = generateKeyPairSync("ed25519");
    const own = { ...publicKey.export({ format: "jwk" }), alg: "EdDSA", key_ops: ["verify"] };
    const given = (...uses: string[]) =>
      shop.seller.post("/storefront/caller-keys", {
        name: "of many purposes",
        operatorDomain: "pinnacle-agency.example",
        signing: { jwks: { keys: uses.map((adcp_use) => ({ ...own, kid: adcp_use, adcp_use })) } },
      });
    expect(await given("governance-signing")).toMatchObject({ status: 400, error: { field: "signing.jwks" } });
    expect(await given("request-signing", "governance-signing")).toMatchObject({ status: 201 });
  });

  test("to nobody else whose key comes with it", async () => {
    const [{ by }, { key }] = [await signer(), await signer()];
    for (const other of [key, shop.buyer.key])
      expect(await send("list_accounts", {}, { by, key: other })).toMatchObject({ http: 401, fault: "key_unknown" });
  });
});

describe("what the capabilities say about it", () => {
  const claimed = async (signing: Signing) =>
    (await send("get_adcp_capabilities", {}, signing)).body.result.structuredContent.request_signing;

  test("depends on the caller", async () => {
    const plain = await shop.seller.post("/storefront/caller-keys", {
      name: "unsigned",
      operatorDomain: "pinnacle-agency.example",
    });
    const none = { supported: false, covers_content_digest: "required", required_for: [] };
    expect(await claimed({})).toEqual({ ...none, supported: true });
    expect(await claimed({ key: shop.buyer.key })).toEqual(none);
    expect(await claimed({ key: plain.data.key })).toEqual(none);
    expect(await claimed(await signer())).toEqual({ ...none, supported: true, covers_content_digest: "either" });
    const writes = TOOLS.filter(({ access, isOfSomeSources }) => access === "write" && !isOfSomeSources).map(
      ({ name }) => name,
    );
    const { required_for } = await claimed(await signer("ed25519", { required: true }));
    expect(required_for.toSorted()).toEqual(writes.toSorted());
  });

  test("for a caller without a known key, also offers a signature", async () => {
    for (const url of ["mcp", "a2a", "mcp/adcp/list_accounts"]) {
      const answer = await shop.world.app.inject({
        method: "POST",
        url: `/storefront/${shop.platformId}/${url}`,
        headers: { authorization: "Bearer unknown", "content-type": "application/json" },
        payload: "{}",
      });
      expect([answer.statusCode, answer.headers["www-authenticate"]]).toEqual([
        401,
        expect.stringMatching(/^Bearer realm=.*, Signature error="request_signature_required"$/),
      ]);
    }
  });
});

describe("a task by plain HTTP", () => {
  const post = async (task: string, given: unknown, key = shop.buyer.key) => {
    const answer = await shop.world.app.inject({
      method: "POST",
      url: `/storefront/${shop.platformId}/mcp/adcp/${task}`,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      payload: JSON.stringify(given),
    });
    return { http: answer.statusCode, body: answer.json() };
  };

  test("has the same result as over MCP, and is distinguished from what is not a task", async () => {
    expect(await post("list_accounts", { adcp_version: "3.1", context: { n: 1 } })).toMatchObject({
      http: 200,
      body: { status: "completed", accounts: [], context: { n: 1 } },
    });
    expect(await post("create_media_buy", {})).toMatchObject({
      http: 200,
      body: { status: "failed", adcp_error: { code: "INVALID_REQUEST", field: "idempotency_key" } },
    });
    expect(await post("buy_everything", {})).toMatchObject({ body: { errors: [{ code: "UNSUPPORTED_FEATURE" }] } });
    expect(await post("list_accounts", [])).toMatchObject({ body: { errors: [{ code: "INVALID_REQUEST" }] } });
  });
});

describe("what has to be signed", () => {
  test("is every write, if the key requires it, and no read", async () => {
    const { by, key } = await signer("ed25519", { required: true });
    expect(await send("list_accounts", {}, { key })).toMatchObject({ http: 200 });
    expect(await send("create_media_buy", buy(), { key })).toMatchObject({ http: 401, fault: "required" });
    expect(await send("create_media_buy", buy(), { key, by })).toMatchObject({ http: 200 });
  });

  test("is every request that contains credentials, if the caller can sign", async () => {
    const { by, key } = await signer();
    const authentication = { schemes: ["Bearer"], credentials: "x".repeat(32) };
    const order = buy({ push_notification_config: { url: "http://127.0.0.1:9/hooks", authentication } });
    expect(await send("create_media_buy", order, { key })).toMatchObject({ http: 401, fault: "required" });
    expect(await send("create_media_buy", order, { key, by })).toMatchObject({ http: 200 });
  });
});
