import { describe, expect, test } from "vitest";
import { ADCP_PRODUCT, callOf, NEW_MEDIA_BUY } from "../../../../test/seller/fixtures.ts";
import { reachScripted } from "../../../../test/seller/reach-seller.ts";
import type { Answer, Payload } from "../../../../test/seller/scripted-seller.ts";
import { SellerRefused } from "../port.ts";

const PRODUCTS: Answer = { payload: { status: "completed", products: [ADCP_PRODUCT], cache_scope: "public" } };
const BOUGHT: Answer = {
  payload: { status: "completed", media_buy_status: "active", media_buy_id: "mb_9", packages: [{ package_id: "p" }] },
};
const CHANGE = { idempotencyKey: "0199c1de-0000-7000-8000-000000000002", mediaBuyId: "mb_9", paused: true };

/** Capabilities of a seller with its own account ids, which does not remember idempotency keys. */
const OWN_ACCOUNTS: Answer = {
  payload: { adcp: { supported_versions: ["3.1"] }, account: { require_operator_auth: true } },
};

function refused(code: string, recovery: string): Answer {
  return { payload: { adcp_error: { code, message: "no", recovery } }, failed: true };
}

describe.each(["MCP", "A2A"] as const)("a seller over %s", (protocol) => {
  test("is asked for products in AdCP's terms, with its share of the time", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_products", PRODUCTS);
    const flight = { start: new Date("2027-01-01T10:00:00Z"), end: new Date("2027-01-31T10:00:00Z") };
    const request = { brief: "sports fans", channels: ["ctv"], flight, budget: { amount: "1000.5", currency: "USD" } };
    const { products } = await agent.getProducts(request, callOf({ timeoutMs: 10_000 }));
    expect(products).toMatchObject([{ productId: "ctv", pricingOptions: [{ fixedPrice: "38.1" }] }]);
    expect(seller.callsOf("get_products")[0]?.input).toEqual({
      adcp_version: "3.1",
      adcp_major_version: 3,
      buying_mode: "brief",
      brief: "sports fans",
      filters: {
        channels: ["ctv"],
        start_date: "2027-01-01",
        end_date: "2027-01-31",
        budget_range: { max: 1000.5, currency: "USD" },
      },
      brand: { domain: "acmeoutdoor.example" },
      account: { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example" },
      time_budget: { interval: 8, unit: "seconds" },
    });
  });

  test("of AdCP 3.0 is called in 3.0, without what 3.1 added", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_adcp_capabilities", {
      payload: { adcp: { major_versions: [3] }, supported_protocols: ["media_buy"] },
    });
    seller.on("get_products", { payload: { products: [ADCP_PRODUCT] } });
    await agent.getProducts({}, callOf());
    const input = seller.callsOf("get_products")[0]?.input;
    expect(input).toMatchObject({ adcp_version: "3.0", buying_mode: "wholesale" });
    expect(input).not.toHaveProperty("time_budget");
  });

  test("is read up to the last page", async () => {
    const { agent, seller } = await reachScripted(protocol);
    const first = { payload: { products: [ADCP_PRODUCT], pagination: { has_more: true, cursor: "2" } } };
    seller.on("get_products", first, { payload: { products: [{ ...ADCP_PRODUCT, product_id: "olv" }] } });
    const { products } = await agent.getProducts({}, callOf());
    expect(products.map(({ productId }) => productId)).toEqual(["ctv", "olv"]);
    expect(seller.callsOf("get_products")[1]?.input["pagination"]).toEqual({ max_results: 100, cursor: "2" });
  });

  test("receives exactly the same request each time a buy is repeated", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("create_media_buy", BOUGHT);
    const buy = { ...NEW_MEDIA_BUY, webhook: { url: "https://us.example/hook", token: "secret" } };
    expect(await agent.createMediaBuy(buy, callOf())).toMatchObject({
      kind: "done",
      mediaBuy: { mediaBuyId: "mb_9", status: "active" },
    });
    await agent.createMediaBuy(buy, callOf({ requestId: "req_other", now: new Date(0), timeoutMs: 5_000 }));
    const [first, second] = seller.callsOf("create_media_buy").map(({ input }) => input);
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      idempotency_key: buy.idempotencyKey,
      account: { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example" },
      brand: { domain: "acmeoutdoor.example" },
      start_time: "2027-01-01T00:00:00.000Z",
      total_budget: { amount: 1500.25, currency: "USD" },
      packages: [{ product_id: "ctv", pricing_option_id: "cpm", budget: 1500.25, pacing: "even", buyer_ref: "pkg_1" }],
      push_notification_config: {
        url: "https://us.example/hook",
        authentication: { schemes: ["Bearer"], credentials: "secret" },
      },
    });
  });

  test("refuses a buy with its reasons, and throws temporary errors", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("create_media_buy", refused("BUDGET_TOO_LOW", "correctable"), refused("RATE_LIMITED", "transient"));
    const error = { code: "BUDGET_TOO_LOW", message: "no", field: null, recovery: "correctable" };
    expect(await agent.createMediaBuy(NEW_MEDIA_BUY, callOf())).toEqual({ kind: "rejected", errors: [error] });
    await expect(agent.createMediaBuy(NEW_MEDIA_BUY, callOf())).rejects.toThrow(SellerRefused);
  });

  test("refuses a read by an exception", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_products", refused("ACCOUNT_NOT_FOUND", "terminal"));
    await expect(agent.getProducts({ brief: "x" }, callOf())).rejects.toMatchObject({
      errors: [{ code: "ACCOUNT_NOT_FOUND" }],
    });
  });

  test("is polled by the id of the submitted task until the buy is made", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("create_media_buy", { payload: { status: "submitted", task_id: "task_1" } });
    const made = {
      task_id: "task_1",
      status: "completed",
      result: { media_buy_id: "mb_9", status: "active", packages: [] },
    };
    seller.on("get_task_status", { payload: { task_id: "task_1", status: "working" } }, { payload: made });
    expect(await agent.createMediaBuy(NEW_MEDIA_BUY, callOf())).toMatchObject({ kind: "submitted", taskId: "task_1" });
    expect(await agent.getTask("task_1", callOf())).toMatchObject({ kind: "submitted", taskId: "task_1" });
    expect(await agent.getTask("task_1", callOf())).toMatchObject({ kind: "done", mediaBuy: { mediaBuyId: "mb_9" } });
    expect(seller.callsOf("get_task_status")[0]?.input).toMatchObject({ task_id: "task_1", include_result: true });
  });

  test("without a list of buys reports their status in its delivery reports", async () => {
    const { agent, seller } = await reachScripted(protocol);
    const entry = { media_buy_id: "mb_9", status: "paused", totals: {}, by_package: [{ package_id: "p", spend: 1 }] };
    seller.on("get_media_buy_delivery", { payload: { currency: "USD", media_buy_deliveries: [entry] } });
    expect(await agent.getMediaBuys({ mediaBuyIds: ["mb_9"] }, callOf())).toMatchObject([
      { mediaBuyId: "mb_9", status: "paused", packages: [{ packageId: "p" }] },
    ]);
  });

  test("with its own account ids sells under the account that it lists, or the one that the buyer has", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_adcp_capabilities", OWN_ACCOUNTS);
    seller.on("list_accounts", { payload: { accounts: [{ account_id: "acc_1", name: "Acme", status: "active" }] } });
    seller.on("update_media_buy", BOUGHT);
    await agent.updateMediaBuy(CHANGE, callOf());
    await agent.updateMediaBuy(CHANGE, callOf({ buyer: { ...callOf().buyer, accountId: "acc_2" } }));
    const accounts = seller.callsOf("update_media_buy").map(({ input }) => input["account"]);
    expect(accounts).toEqual([{ account_id: "acc_1" }, { account_id: "acc_2" }]);
  });

  test("with several accounts of its own is not bought from by guessing", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_adcp_capabilities", OWN_ACCOUNTS);
    seller.on("list_accounts", { payload: { accounts: [{ account_id: "acc_1" }, { account_id: "acc_2" }] } });
    seller.on("create_media_buy", BOUGHT);
    const outcome = await agent.createMediaBuy(NEW_MEDIA_BUY, callOf());
    expect(outcome).toMatchObject({ kind: "rejected", errors: [{ code: "ACCOUNT_AMBIGUOUS" }] });
    expect(seller.callsOf("create_media_buy")).toEqual([]);
  });

  test("sees every call for a sandbox advertiser under a sandbox account, and never one for a live advertiser", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_products", PRODUCTS);
    seller.on("create_media_buy", BOUGHT);
    seller.on("update_media_buy", BOUGHT);
    seller.on("get_media_buys", { payload: { media_buys: [] } });
    seller.on("get_media_buy_delivery", { payload: { currency: "USD", media_buy_deliveries: [] } });
    const days = { startDay: "2027-01-01", endDay: "2027-01-02" };
    for (const sandbox of [true, false]) {
      const call = callOf({ buyer: { ...callOf().buyer, sandbox } });
      const before = seller.calls.length;
      await agent.getProducts({ brief: "x" }, call);
      await agent.createMediaBuy(NEW_MEDIA_BUY, call);
      await agent.updateMediaBuy(CHANGE, call);
      await agent.getMediaBuys({ mediaBuyIds: ["mb_9"] }, call);
      await agent.getMediaBuyDelivery({ mediaBuyIds: ["mb_9"], ...days }, call);
      const response = seller.calls.slice(before).filter(({ tool }) => tool !== "get_adcp_capabilities");
      const said = response.map(({ input }) => (input["account"] as Payload)["sandbox"]);
      expect(said).toEqual(Array.from({ length: 5 }, () => (sandbox ? true : undefined)));
    }
  });

  test("with its own account ids never gets a sandbox advertiser's buy under a live account, nor the reverse", async () => {
    const { agent, agentWith, seller } = await reachScripted(protocol);
    seller.on("get_adcp_capabilities", OWN_ACCOUNTS);
    seller.on("create_media_buy", BOUGHT);
    const accounts = [{ account_id: "live" }, { account_id: "test", sandbox: true }];
    seller.on("list_accounts", { payload: { accounts } });
    const sandbox = { ...callOf().buyer, sandbox: true };
    // An account that is linked, or that a credential gives access to, is not a sandbox account just because a sandbox advertiser has it.
    await agent.createMediaBuy(NEW_MEDIA_BUY, callOf({ buyer: { ...sandbox, accountId: "live" } }));
    await agentWith({ accountId: "live" }).createMediaBuy(NEW_MEDIA_BUY, callOf({ buyer: sandbox }));
    await agent.createMediaBuy(NEW_MEDIA_BUY, callOf());
    const bought = seller.callsOf("create_media_buy").map(({ input }) => input["account"]);
    expect(bought).toEqual([{ account_id: "test" }, { account_id: "test" }, { account_id: "live" }]);
  });

  test("that lists no sandbox account is not bought from for a sandbox advertiser, unless the organisation is a sandbox", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_adcp_capabilities", OWN_ACCOUNTS);
    seller.on("create_media_buy", BOUGHT);
    const buyer = { ...callOf().buyer, sandbox: true, accountId: "acc_1" };
    expect(await agent.createMediaBuy(NEW_MEDIA_BUY, callOf({ buyer }))).toMatchObject({
      kind: "rejected",
      errors: [{ code: "ACCOUNT_AMBIGUOUS", message: expect.stringContaining("sandbox") }],
    });
    expect(seller.callsOf("create_media_buy")).toEqual([]);
    await agent.createMediaBuy(NEW_MEDIA_BUY, callOf({ buyer: { ...buyer, sandboxOrganisation: true } }));
    expect(seller.callsOf("create_media_buy")[0]?.input["account"]).toEqual({ account_id: "acc_1" });
  });
});

describe("a seller over MCP", () => {
  test.each(["text", "event-stream"] as const)("may answer as %s", async (as) => {
    const { agent, seller } = await reachScripted("MCP");
    seller.on("get_products", { ...PRODUCTS, as });
    expect(await agent.getProducts({}, callOf())).toMatchObject({ products: [{ productId: "ctv" }] });
  });

  test("without creative formats has none", async () => {
    const { agent } = await reachScripted("MCP");
    expect(await agent.listCreativeFormats(callOf())).toEqual([]);
  });
});

describe("a seller over A2A", () => {
  test("whose task failed without an artifact says why in its status", async () => {
    const { agent, seller } = await reachScripted("A2A");
    const payload: Payload = { errors: [{ code: "TERMS_REJECTED", message: "no", recovery: "correctable" }] };
    seller.on("create_media_buy", { payload, failed: true, as: "status-message" });
    expect(await agent.createMediaBuy(NEW_MEDIA_BUY, callOf())).toMatchObject({
      kind: "rejected",
      errors: [{ code: "TERMS_REJECTED" }],
    });
  });

  test("is polled by A2A's own task if it submitted one", async () => {
    const { agent, seller } = await reachScripted("A2A");
    const artifacts = [
      { artifactId: "1", parts: [{ kind: "data", data: { media_buy_id: "mb_9", media_buy_status: "active" } }] },
    ];
    seller.on("create_media_buy", { task: { id: "a2a_1", status: { state: "submitted" } } });
    seller.on("tasks/get", { task: { id: "a2a_1", status: { state: "completed" }, artifacts } });
    expect(await agent.createMediaBuy(NEW_MEDIA_BUY, callOf())).toMatchObject({ kind: "submitted", taskId: "a2a_1" });
    expect(await agent.getTask("a2a_1", callOf())).toMatchObject({ kind: "done", mediaBuy: { mediaBuyId: "mb_9" } });
  });
});
