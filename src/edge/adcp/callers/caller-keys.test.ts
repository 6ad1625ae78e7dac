import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool, newBuy, type Payload, type ToolCall } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";

/** Buyers on other systems, with keys that the seller issued. */
let shop: OpenShop;
let chosen: { readonly product: string; readonly option: string };

beforeAll(async () => {
  shop = await openShop({}, {}, { requestLogDays: 7 });
  const { payload } = await call("get_products", { buying_mode: "wholesale" });
  const [product] = payload.products;
  chosen = { product: product.product_id, option: product.pricing_options[0].pricing_option_id };
});
afterAll(() => shop.world.close());

const AGENCY = { name: "Agency", operatorDomain: "pinnacle-agency.example", sandbox: true };
const call = (name: string, input: object = {}, as: ToolCall = {}) => callTool(shop, name, input, as);
const buy = (changes: object = {}) => newBuy(chosen.product, chosen.option, changes);
const codeOf = ({ payload }: { readonly payload: Payload }) => payload.errors?.[0]?.code;

async function issue(body: object = {}): Promise<{ readonly id: string; readonly key: string }> {
  const { data, error } = await shop.seller.post("/storefront/caller-keys", { ...AGENCY, ...body });
  if (error) throw new Error(error.message);
  return data;
}

describe("a caller key", () => {
  test("is shown once, stored as a hash, and listed without its secret", async () => {
    const { key, ...made } = await issue({ brandDomain: "https://www.Acme.example/" });
    expect(key).toMatch(/^caller_[0-9a-f]{12}_[\w-]{43}$/);
    expect(made).toMatchObject({ brandDomain: "acme.example", operatorDomain: AGENCY.operatorDomain, signing: null });
    const listed = await shop.seller.get("/storefront/caller-keys");
    expect(listed.data.items[0]).toEqual(made);
    const kept = await shop.world.database.readInstallation((db) => db.selectFrom("caller_keys").selectAll().execute());
    expect(JSON.stringify([listed, kept])).not.toContain(key.slice(-43));
  });

  test("that a request repeats under one idempotency key is created once, and is stored nowhere in clear text", async () => {
    const ask = () => shop.seller.post("/storefront/caller-keys", AGENCY, { "idempotency-key": "caller-key-1" });
    const [first, again] = [await ask(), await ask()];
    expect(again).toMatchObject({ status: 201, data: first.data, meta: { replayed: true } });
    const kept = await shop.world.database.readInstallation((db) =>
      db.selectFrom("idempotency_keys").selectAll().execute(),
    );
    expect(JSON.stringify(kept)).not.toContain(first.data.key);
  });

  test("gives access to this storefront's agent, even before it is listed, and to nothing else", async () => {
    const key = await issue();
    expect(await call("get_products", { buying_mode: "wholesale" }, key)).toMatchObject({ http: 200, isError: false });
    const other = await shop.world.caller("SELLER");
    const { data } = await other.post("/storefront", { name: "Unlisted", defaultCurrency: "USD" });
    const theirs = await other.post("/storefront/caller-keys", AGENCY);
    const unlisted = { platformId: data.platformId };
    expect(await call("list_accounts", {}, { ...unlisted, key: theirs.data.key })).toMatchObject({ http: 200 });
    expect(await call("list_accounts", {}, { ...unlisted, ...key })).toMatchObject({ http: 401 });
    for (const path of ["/buyer/advertisers", "/storefront", "/accounts/current"])
      expect(await shop.world.holder(0, key.key).get(path)).toMatchObject({ status: 401 });
  });

  test("gives access to nothing from the request after its revocation, while existing buys continue", async () => {
    const key = await issue();
    const { payload } = await call("create_media_buy", buy(), key);
    expect((await shop.seller.delete(`/storefront/caller-keys/${key.id}`)).status).toBe(204);
    for (const name of ["get_adcp_capabilities", "get_media_buys"]) {
      const { http, headers } = await call(name, {}, key);
      expect([http, headers["www-authenticate"]]).toEqual([401, expect.stringMatching(/^Bearer/)]);
    }
    expect((await shop.seller.delete(`/storefront/caller-keys/${key.id}`)).status).toBe(404);
    const { data } = await shop.seller.get(`/storefront/media-buys/${payload.media_buy_id}`);
    expect(data).toBeTruthy();
  });

  test("that expires soon is listed beforehand, the soonest first, and no other is", async () => {
    const now = new Date();
    const end = async (days: number) => issue({ expiresAt: after(now, days * DAY_MS).toISOString() });
    const [later, sooner, ended, revoked] = [await end(9), await end(3), await end(2), await end(2)];
    await Promise.all([end(30), issue()]);
    await shop.seller.delete(`/storefront/caller-keys/${revoked.id}`);
    await shop.world.database.writeInstallation((db) =>
      db.updateTable("caller_keys").set({ expires_at: now }).where("caller_key_id", "=", ended.id).execute(),
    );
    const until = after(now, 10 * DAY_MS).toISOString();
    const { data } = await shop.seller.get(`/storefront/caller-keys?expiresBefore=${until}`);
    expect(data.items.map(({ id }: { id: string }) => id)).toEqual([sooner.id, later.id]);
    expect(data.total).toBe(2);
  });

  test("expires in real time, and within a year", async () => {
    const now = new Date();
    for (const ms of [-DAY_MS, 368 * DAY_MS]) {
      const body = { ...AGENCY, expiresAt: after(now, ms).toISOString() };
      expect(await shop.seller.post("/storefront/caller-keys", body)).toMatchObject({
        status: 400,
        error: { field: "expiresAt" },
      });
    }
    const key = await issue({ expiresAt: after(now, DAY_MS).toISOString() });
    await shop.world.database.writeInstallation((db) =>
      db.updateTable("caller_keys").set({ expires_at: now }).where("caller_key_id", "=", key.id).execute(),
    );
    expect(await call("list_accounts", {}, key)).toMatchObject({ http: 401 });
  });
});

test("a key holder's calls are in the seller's log only, by tool and key, and a buyer's in its own", async () => {
  const key = await issue();
  await call("list_accounts", {}, key);
  await call("create_media_buy", { idempotency_key: "not a uuid" }, key);
  const logOf = async (caller: typeof shop.seller, query: string) => (await caller.get(`/requests${query}`)).data;
  const own = `?callerKeyId=${key.id}`;
  await expect.poll(async () => (await logOf(shop.seller, own)).total, { timeout: 60_000 }).toBe(2);
  const named = { path: `/storefront/${shop.platformId}/mcp`, operation: "adcp", apiKey: null, userEmail: null };
  const by = { ...named, callerKey: { id: key.id, name: "Agency" } };
  expect((await logOf(shop.seller, own)).requests).toEqual([
    expect.objectContaining({ ...by, tool: "create_media_buy", status: 400 }),
    expect.objectContaining({ ...by, tool: "list_accounts", status: 200 }),
  ]);
  expect(JSON.stringify(await logOf(shop.buyer, ""))).not.toContain(key.id);
  const bought = (await logOf(shop.buyer, "?operation=adcp")).requests;
  expect(bought[0]).toMatchObject({ tool: "get_products", callerKey: null, apiKey: { id: expect.any(String) } });
});

describe("its holder", () => {
  test("is invoiced if the seller has agreed to that, and otherwise learns only who may be invoiced", async () => {
    const { account } = buy() as { readonly account: object };
    const billed = async (as: ToolCall, billing: string) => {
      const asked = { idempotency_key: crypto.randomUUID(), accounts: [{ ...account, billing }] };
      return (await call("sync_accounts", asked, as)).payload.accounts[0];
    };
    const [agreed, other] = [await issue({ agentBilling: true }), await issue()];
    expect(await billed(agreed, "agent")).toMatchObject({ status: "active", billing: "agent" });
    expect(await billed(other, "agent")).toMatchObject({
      action: "failed",
      status: "rejected",
      errors: [{ code: "BILLING_NOT_PERMITTED_FOR_AGENT", recovery: "correctable" }],
    });
    const [{ details }] = (await billed(other, "agent")).errors;
    expect(details).toEqual({ rejected_billing: "agent", suggested_billing: "operator" });
    expect(await billed(other, details.suggested_billing)).toMatchObject({ status: "active", billing: "operator" });
  });

  test("buys, pauses and reads delivery, once for every idempotency key", async () => {
    const key = await issue();
    const request = buy();
    const { payload } = await call("create_media_buy", request, key);
    expect(payload).toMatchObject({ media_buy_id: expect.any(String), media_buy_status: "pending_start" });
    const again = await call("create_media_buy", request, key);
    expect(again.payload).toMatchObject({ media_buy_id: payload.media_buy_id, replayed: true });
    const { media_buy_id } = payload;
    const pause = { idempotency_key: crypto.randomUUID(), account: request.account, media_buy_id, paused: true };
    expect((await call("update_media_buy", pause, key)).payload.media_buy_status).toBe("paused");
    const named = { media_buy_ids: [media_buy_id] };
    expect((await call("get_media_buys", named, key)).payload.media_buys).toHaveLength(1);
    expect((await call("get_media_buy_delivery", named, key)).payload.media_buy_deliveries).toHaveLength(1);
  });

  test("cannot see other callers' buys, accounts, tasks and repeated answers, nor they its own", async () => {
    const [mine, theirs] = [await issue(), await issue()];
    const request = buy();
    const { media_buy_id } = (await call("create_media_buy", request, mine)).payload;
    const account = { brand: { domain: "acme.example" }, operator: AGENCY.operatorDomain, billing: "operator" };
    const declared = { idempotency_key: crypto.randomUUID(), accounts: [account] };
    const { accounts } = (await call("sync_accounts", declared, mine)).payload;
    for (const other of [theirs, { key: shop.buyer.key }]) {
      expect(codeOf(await call("get_media_buys", { media_buy_ids: [media_buy_id] }, other))).toBe(
        "MEDIA_BUY_NOT_FOUND",
      );
      expect(codeOf(await call("tasks_get", { task_id: media_buy_id }, other))).toBe("REFERENCE_NOT_FOUND");
      expect((await call("list_accounts", {}, other)).payload.accounts).toEqual([]);
      const { account_id } = accounts[0];
      expect(codeOf(await call("create_media_buy", buy({ account: { account_id } }), other))).toBe("ACCOUNT_NOT_FOUND");
      const { payload } = await call("create_media_buy", request, other);
      expect(payload).not.toHaveProperty("replayed");
      expect(payload.media_buy_id).not.toBe(media_buy_id);
    }
  });

  test("buys only in the name of the operator and the brand of the key", async () => {
    const key = await issue({ brandDomain: "acmeoutdoor.example" });
    const brand = { domain: "rival.example" };
    const account = (change: object) => ({ account: { ...buy().account, ...change } });
    expect(await call("create_media_buy", buy(), key)).toMatchObject({ isError: false });
    for (const input of [
      buy(account({ operator: "rival.example" })),
      buy(account({ brand })),
      buy({ ...account({ brand }), brand }),
    ])
      expect(codeOf(await call("create_media_buy", input, key))).toBe("PERMISSION_DENIED");
    expect(codeOf(await call("get_products", { buying_mode: "wholesale", brand }, key))).toBe("PERMISSION_DENIED");
    const entry = { brand, operator: AGENCY.operatorDomain, billing: "operator" };
    const declared = { idempotency_key: crypto.randomUUID(), accounts: [entry] };
    expect(codeOf(await call("sync_accounts", declared, key))).toBe("PERMISSION_DENIED");
  });

  test("and a buyer of ours outside a sandbox can only buy in their own names", async () => {
    const live = await shop.world.caller("BUYER");
    const [as, request] = [{ key: live.key }, buy()];
    expect(codeOf(await call("create_media_buy", request, as))).toBe("PERMISSION_DENIED");
    const account = { ...request.account, operator: "example.org" };
    expect(codeOf(await call("create_media_buy", { ...request, account }, as))).toBe("PERMISSION_DENIED");
    await live.patch(`/accounts/${live.customerId}/domain`, { customerDomain: "example.org" });
    expect(await call("get_products", { buying_mode: "wholesale", account }, as)).toMatchObject({ isError: false });
    const declared = { idempotency_key: crypto.randomUUID(), accounts: [account] };
    const { payload } = await call("sync_accounts", declared, as);
    await shop.operator.patch(`/accounts/${live.customerId}/domain`, { customerDomain: "moved.example" });
    const { account_id } = payload.accounts[0];
    const asked = { buying_mode: "wholesale", account: { account_id } };
    expect(codeOf(await call("get_products", asked, as))).toBe("PERMISSION_DENIED");
  });

  test("declares an account once, even concurrently under many keys, and lists all page by page", async () => {
    const key = await issue();
    const declare = (domain: string) =>
      call(
        "sync_accounts",
        {
          idempotency_key: crypto.randomUUID(),
          accounts: [{ brand: { domain }, operator: AGENCY.operatorDomain, billing: "operator" }],
        },
        key,
      );
    const reported = await Promise.all(Array.from({ length: 8 }, () => declare("one.example")));
    expect(new Set(reported.map(({ payload }) => payload.accounts[0].account_id)).size).toBe(1);
    expect(reported.filter(({ payload }) => payload.accounts[0].action === "created")).toHaveLength(1);
    await declare("two.example");
    const first = await call("list_accounts", { pagination: { max_results: 1 } }, key);
    expect(first.payload).toMatchObject({
      accounts: [{ advertiser: "one.example" }],
      pagination: { has_more: true },
    });
    const { cursor } = first.payload.pagination;
    expect((await call("list_accounts", { pagination: { max_results: 1, cursor } }, key)).payload).toMatchObject({
      accounts: [{ advertiser: "two.example" }],
      pagination: { has_more: false },
    });
    expect((await call("list_accounts", { sandbox: false }, key)).payload.accounts).toEqual([]);
  });

  test("gets the quotes agreed for its operator, whatever account it names", async () => {
    const scope = { operatorDomain: "quoted.example", brandDomain: null, countries: null };
    await shop.seller.post("/storefront/buyer-instructions", { ...scope, discountPercent: 10, notes: null });
    const key = await issue({ operatorDomain: "quoted.example" });
    const pricesFor = async (as: ToolCall) => {
      const { payload } = await call("get_products", { buying_mode: "wholesale" }, as);
      return JSON.stringify(payload.products.map((one: Payload) => one.pricing_options));
    };
    expect(await pricesFor(key)).not.toBe(await pricesFor(await issue()));
  });
});
