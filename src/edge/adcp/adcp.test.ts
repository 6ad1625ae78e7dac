import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool, newBuy, type Payload, type ToolCall } from "../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../test/agent/open-shop.ts";

let shop: OpenShop;
let chosen: { readonly product: string; readonly option: string };

beforeAll(async () => {
  shop = await openShop();
  const { payload } = await call("get_products", { buying_mode: "wholesale" });
  chosen = {
    product: payload.products[0].product_id,
    option: payload.products[0].pricing_options[0].pricing_option_id,
  };
});
afterAll(() => shop.world.close());

const call = (name: string, input: object = {}, as: ToolCall = {}) => callTool(shop, name, input, as);
const buy = (changes: object = {}) => newBuy(chosen.product, chosen.option, changes);
const codeOf = ({ payload }: { readonly payload: Payload }) => payload.errors?.[0]?.code;

describe("who is admitted", () => {
  test("an anonymous caller learns the agent's capabilities, and how to authenticate for the rest", async () => {
    expect(await call("get_adcp_capabilities", {}, { key: null })).toMatchObject({ http: 200, isError: false });
    for (const name of ["get_products", "create_media_buy", "list_accounts"]) {
      const { http, headers } = await call(name, {}, { key: null });
      expect(http).toBe(401);
      expect(headers["www-authenticate"]).toMatch(/^Bearer/);
    }
    expect(await call("get_adcp_capabilities", {}, { key: "interchange_nobody" })).toMatchObject({ http: 401 });
  });

  test("an unlisted storefront is answered like a missing one, with a key and without", async () => {
    const { data } = await (await shop.world.caller("SELLER")).post("/storefront", { name: "Unlisted" });
    const answers = await Promise.all([
      call("get_products", {}, { platformId: "nowhere" }),
      call("get_products", {}, { platformId: data.platformId }),
      call("get_adcp_capabilities", {}, { platformId: data.platformId, key: null }),
    ]);
    for (const { http, body } of answers) {
      expect(http).toBe(404);
      expect(body.error.code).toBe("NOT_FOUND");
    }
  });

  test("a key of the other side is redirected to its own server", async () => {
    expect(await call("get_products", {}, { key: shop.seller.key })).toMatchObject({ http: 403 });
    expect(await call("get_products", {}, { key: shop.operator.key })).toMatchObject({ http: 403 });
  });

  test("a storefront that was hidden stays open to those who bought there, for what they bought", async () => {
    const { payload } = await call("create_media_buy", buy());
    const stranger = await shop.world.caller("BUYER", { sandbox: true });
    const review = (step: string) => shop.operator.post(`/operator/storefronts/${shop.storefrontId}/${step}`);
    await review("hide");
    expect(await call("get_products", { buying_mode: "wholesale" }, stranger)).toMatchObject({ http: 404 });
    const own = await call("get_media_buys", { media_buy_ids: [payload.media_buy_id] });
    expect(own.payload.media_buys).toHaveLength(1);
    expect(codeOf(await call("create_media_buy", buy()))).toBe("PRODUCT_NOT_FOUND");
    await review("list");
  });

  test("pages on other sites may not call it", async () => {
    const url = `/storefront/${shop.platformId}/mcp`;
    const ask = async (origin: string) => {
      const headers = { origin, "content-type": "application/json", authorization: `Bearer ${shop.buyer.key}` };
      const payload = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
      return (await shop.world.app.inject({ method: "POST", url, headers, payload })).statusCode;
    };
    expect(await ask("https://evil.example")).toBe(403);
    expect(await ask("http://localhost:3000")).toBe(200);
  });

  test("a read-only key reads, and buys nothing", async () => {
    const reader = await shop.world.caller("BUYER", { readOnly: true });
    expect(await call("get_products", { buying_mode: "wholesale" }, reader)).toMatchObject({ isError: false });
    expect(codeOf(await call("create_media_buy", buy(), reader))).toBe("PERMISSION_DENIED");
  });

  test("a buyer sees its own media buys and nobody else's", async () => {
    const { payload } = await call("create_media_buy", buy());
    const stranger = await shop.world.caller("BUYER", { sandbox: true });
    const asked = { media_buy_ids: [payload.media_buy_id] };
    expect(codeOf(await call("get_media_buys", asked, stranger))).toBe("MEDIA_BUY_NOT_FOUND");
    expect(codeOf(await call("tasks_get", { task_id: payload.media_buy_id }, stranger))).toBe("REFERENCE_NOT_FOUND");
    const stop = { ...asked, media_buy_id: payload.media_buy_id, canceled: true, idempotency_key: crypto.randomUUID() };
    expect(codeOf(await call("update_media_buy", stop, stranger))).toBe("MEDIA_BUY_NOT_FOUND");
  });
});

describe("releases", () => {
  test.each([
    [{}, "3.0"],
    [{ adcp_major_version: 3 }, "3.0"],
    [{ adcp_version: "3.0" }, "3.0"],
    [{ adcp_version: "3.1" }, "3.1"],
    [{ adcp_version: "3.2-beta.5" }, "3.1"],
  ])("a request in %j is answered in %s", async (version, release) => {
    expect((await call("get_adcp_capabilities", version)).payload.adcp_version).toBe(release);
  });

  test.each([{ adcp_major_version: 99 }, { adcp_version: "4.0" }, { adcp_version: "2.5" }, { adcp_version: "three" }])(
    "a request in %j is refused, with those that would do",
    async (version) => {
      const { payload } = await call("get_products", { ...version, context: { trace: "t" } });
      expect(payload).toMatchObject({
        status: "failed",
        context: { trace: "t" },
        errors: [{ code: "VERSION_UNSUPPORTED", details: { supported_versions: ["3.0", "3.1"] } }],
      });
    },
  );

  test.each([
    [{ adcp_version: "4.0" }, "adcp_version"],
    [{ adcp_version: "3.1", adcp_major_version: 4 }, "adcp_major_version"],
    [{ adcp_version: "4.1", adcp_major_version: 3 }, "adcp_version"],
  ])("a refusal of %j names the field that is wrong", async (version, field) => {
    const [error] = (await call("get_products", version)).payload.errors;
    expect(error).toMatchObject({ code: "VERSION_UNSUPPORTED", field, message: expect.stringContaining(`${field}: `) });
  });

  test("a media buy has its own status in the place where each release looks for it", async () => {
    const older = (await call("create_media_buy", buy())).payload;
    const newer = (await call("create_media_buy", buy({ adcp_version: "3.1" }))).payload;
    expect(older).toMatchObject({ status: "pending_start", media_buy_status: "pending_start" });
    expect(newer).toMatchObject({
      status: "completed",
      media_buy_status: "pending_start",
      revision: 1,
      confirmed_at: expect.any(String),
    });
  });

  test("answers that may be cached for everybody are distinguished from those of an account", async () => {
    const asked = { adcp_version: "3.1", buying_mode: "wholesale" };
    expect((await call("get_products", asked)).payload.cache_scope).toBe("public");
    const scopeOfAccount = async () =>
      (await call("get_products", { ...asked, account: buy().account })).payload.cache_scope;
    expect(await scopeOfAccount()).toBe("public");
    const { operator } = buy().account;
    const { data } = await shop.seller.post("/storefront/house-discounts", {
      houseDomain: operator,
      scope: "operator",
      discountPercent: 10,
      notes: null,
    });
    expect({ operator, scope: await scopeOfAccount() }).toEqual({ operator, scope: "account" });
    await shop.seller.delete(`/storefront/house-discounts/${data.id}`);
  });
});

describe("writes", () => {
  test("a repetition gets exactly the same answer, and buys nothing more", async () => {
    const request = buy({ context: { n: 1 } });
    const first = (await call("create_media_buy", request)).payload;
    const { replayed, ...again } = (await call("create_media_buy", request)).payload;
    expect(replayed).toBe(true);
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    const own = (await call("get_media_buys", { media_buy_ids: [first.media_buy_id] })).payload.media_buys;
    expect(own).toHaveLength(1);
  });

  test.each([{}, { start_time: "asap" }])(
    "eight concurrent requests with one key make one media buy: %j",
    async (changes) => {
      const request = buy(changes);
      const answers = await Promise.all(Array.from({ length: 8 }, () => call("create_media_buy", request)));
      expect(new Set(answers.map(({ payload }) => payload.media_buy_id)).size).toBe(1);
    },
  );

  test("a key that another request has used is refused, without revealing that request", async () => {
    const request = buy({ po_number: "secret-4711" });
    await call("create_media_buy", request);
    const { payload } = await call("create_media_buy", { ...request, po_number: "other" });
    expect(codeOf({ payload })).toBe("IDEMPOTENCY_CONFLICT");
    expect(JSON.stringify(payload)).not.toContain("secret-4711");
  });

  test("a write without a key is refused with the field that is missing", async () => {
    const { idempotency_key: _, ...request } = buy({ context: { trace: "t" } });
    const { payload } = await call("create_media_buy", request);
    expect(payload).toMatchObject({
      context: { trace: "t" },
      errors: [{ code: "INVALID_REQUEST", field: "idempotency_key", recovery: "correctable" }],
    });
  });

  test.each([
    ["a product that nobody sells", { product_id: "ctv:none" }, "PRODUCT_NOT_FOUND"],
    ["a price that it is not sold by", { pricing_option_id: "none" }, "INVALID_REQUEST"],
    ["no budget", { budget: 0 }, "INVALID_REQUEST"],
    ["terms of one's own", { measurement_terms: {} }, "TERMS_REJECTED"],
    ["targeting that no source knows of", { targeting_overlay: { language: ["en"] } }, "UNSUPPORTED_FEATURE"],
    ["a creative without a name", { creatives: [{ creative_id: "c" }] }, "INVALID_REQUEST"],
  ])("%s is refused where it stands", async (_, change, code) => {
    const [part] = buy().packages;
    const { payload } = await call("create_media_buy", buy({ packages: [{ ...part, ...change }] }));
    expect(payload.errors).toMatchObject([{ code, field: expect.stringMatching(/^packages\[0\]\./) }]);
  });

  test("a flight that has already begun is refused", async () => {
    const { payload } = await call("create_media_buy", buy({ start_time: "2020-01-01T00:00:00Z" }));
    expect(payload.errors).toMatchObject([{ code: "INVALID_REQUEST", field: "start_time" }]);
  });

  test("a change to an outdated revision is refused, and one to the current revision is made", async () => {
    const { payload } = await call("create_media_buy", buy());
    const change = (revision: number) => ({
      idempotency_key: crypto.randomUUID(),
      account: buy().account,
      media_buy_id: payload.media_buy_id,
      revision,
      paused: true,
    });
    expect((await call("update_media_buy", change(1))).payload).toMatchObject({ status: "paused", revision: 2 });
    expect(codeOf(await call("update_media_buy", change(1)))).toBe("CONFLICT");
  });

  test("a proposal is bought for a budget, exact to the cent", async () => {
    const asked = { buying_mode: "brief", brief: "living rooms" };
    const [proposal] = (await call("get_products", asked)).payload.proposals;
    const { packages: _, ...order } = buy({
      proposal_id: proposal.proposal_id,
      total_budget: { amount: 100_000.01, currency: "USD" },
    });
    const { payload } = await call("create_media_buy", order);
    expect(payload).toMatchObject({ total_budget: 100_000.01 });
    expect(payload.packages).toHaveLength(proposal.allocations.length);
  });
});

describe("accounts", () => {
  test("an account is declared once, and used for buying by its id", async () => {
    const entry = { brand: { domain: "Acme.example" }, operator: "agency.example", billing: "operator" };
    const sync = () => call("sync_accounts", { idempotency_key: crypto.randomUUID(), accounts: [entry] });
    const [first] = (await sync()).payload.accounts;
    const [second] = (await sync()).payload.accounts;
    expect([first.action, second.action]).toEqual(["created", "unchanged"]);
    expect(second.account_id).toBe(first.account_id);
    const bought = await call("create_media_buy", buy({ account: { account_id: first.account_id } }));
    expect(bought.isError).toBe(false);
    expect(codeOf(await call("create_media_buy", buy({ account: { account_id: "acc_none" } })))).toBe(
      "ACCOUNT_NOT_FOUND",
    );
  });
});

describe("what one page leaves out is on the next", () => {
  test.each([
    ["get_products", "products", { buying_mode: "wholesale" }],
    ["list_creative_formats", "formats", {}],
  ])("of %s", async (name, list, input) => {
    const whole = (await call(name, { ...input, pagination: { max_results: 100 } })).payload[list];
    const pages: unknown[] = [];
    let cursor: string | undefined;
    do {
      const { payload } = await call(name, { ...input, pagination: { max_results: 3, cursor } });
      pages.push(...payload[list]);
      cursor = payload.pagination.cursor;
    } while (cursor !== undefined);
    expect(pages).toEqual(whole);
  });
});

describe("an answer that stands", () => {
  const BRIEF = { buying_mode: "brief", brief: 'video for people who "hike" \u2028 \\ é' };
  const post = async (accept: string, id: unknown, input: object) => {
    const headers = { accept, "content-type": "application/json", authorization: `Bearer ${shop.buyer.key}` };
    const payload = { jsonrpc: "2.0", id, method: "tools/call", params: { name: "get_products", arguments: input } };
    const url = `/storefront/${shop.platformId}/mcp`;
    return (await shop.world.app.inject({ method: "POST", url, headers, payload: JSON.stringify(payload) })).body;
  };

  test.each([
    [1, {}],
    ['a "quoted" id', { context: { trace: 'of "mine" \\ é', deep: [null, 1.5] } }],
    [-7, { adcp_version: "3.1", context: "" }],
    ["é", { adcp_version: "3.1", ext: {} }],
  ])("is to the letter what is written anew: %j %j", async (id, more) => {
    const input = { ...BRIEF, ...more };
    const prepared = [await post("application/json", id, input), await post("application/json", id, input)];
    const [, data = ""] = /^data: (.*)$/m.exec(await post("text/event-stream", id, input)) ?? [];
    expect(data.length).toBeGreaterThan(1_000);
    expect(prepared).toEqual([data, data]);
    const { result } = JSON.parse(data);
    expect(JSON.parse(result.content[0].text)).toEqual(result.structuredContent);
  });
});
