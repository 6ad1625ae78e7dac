import { describe, expect, test } from "vitest";
import { callOf, NEW_MEDIA_BUY } from "../../../../test/seller/fixtures.ts";
import { reachScripted } from "../../../../test/seller/reach-seller.ts";
import type { Payload } from "../../../../test/seller/scripted-seller.ts";
import { SellerRefused, SellerUnreachable } from "../port.ts";

const ORDER = { idempotencyKey: "0199c1de-0000-7000-8000-000000000003", billing: "operator" };

function row(changes: Payload): Payload {
  return { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example", ...changes };
}

describe.each(["MCP", "A2A"] as const)("a seller over %s", (protocol) => {
  test("lists every account up to the last page, each as far as it can be read", async () => {
    const { agent, seller } = await reachScripted(protocol);
    const first = { account_id: "a", name: "A", status: "suspended", billing_proxy: "Pinnacle", sandbox: true };
    seller.on(
      "list_accounts",
      { payload: { accounts: [first, { name: "nobody's" }], pagination: { has_more: true, cursor: "2" } } },
      { payload: { accounts: [{ account_id: "b", status: "brand new", brand: { domain: "Acme.Example" } }] } },
    );
    const unsent = { name: null, advertiser: null, billingProxy: null, house: null, billing: null, brandDomain: null };
    expect(await agent.listAccounts({}, callOf())).toEqual({
      accounts: [
        {
          ...unsent,
          accountId: "a",
          name: "A",
          billingProxy: "Pinnacle",
          status: "suspended",
          sandbox: true,
          way: null,
        },
        {
          ...unsent,
          accountId: "b",
          house: "Acme.Example",
          brandDomain: "acme.example",
          status: "active",
          sandbox: false,
          way: null,
        },
      ],
      billing: { default: "operator", supported: ["operator"] },
      opensAccounts: false,
    });
  });

  test("opens an account under the buyer's natural key, and states it if it can", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("list_accounts", { payload: { accounts: [] } });
    seller.on("sync_accounts", {
      payload: { accounts: [row({ account_id: "new", action: "created", status: "active" })] },
    });
    expect(await agent.listAccounts({}, callOf())).toMatchObject({ accounts: [], opensAccounts: true });
    const call = callOf({ buyer: { ...callOf().buyer, sandbox: true } });
    expect(await agent.syncAccounts(ORDER, call)).toMatchObject([{ accountId: "new", sandbox: true }]);
    const key = { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example", sandbox: true };
    expect(seller.callsOf("sync_accounts")[0]?.input).toMatchObject({
      idempotency_key: ORDER.idempotencyKey,
      accounts: [{ ...key, billing: "operator" }],
    });
  });

  test("that opens none is quoted, unless it never opens any", async () => {
    const { agent, seller } = await reachScripted(protocol);
    const failed = (code: string) => row({ action: "failed", status: "rejected", errors: [{ code, message: "no" }] });
    const declined = row({ action: "created", status: "rejected", warnings: ["not in this category"] });
    seller.on(
      "sync_accounts",
      { payload: { accounts: [failed("UNSUPPORTED_PROVISIONING")] } },
      { payload: { accounts: [failed("BILLING_NOT_SUPPORTED")] } },
      { payload: { accounts: [declined] } },
      { payload: { status: "submitted", task_id: "t" } },
    );
    const ask = () => agent.syncAccounts(ORDER, callOf());
    expect(await ask()).toEqual([]);
    await expect(ask()).rejects.toThrow(/BILLING_NOT_SUPPORTED no/);
    await expect(ask()).rejects.toThrow(SellerRefused);
    await expect(ask()).rejects.toThrow(SellerUnreachable);
  });

  test("is bought from under the given account, however it identifies its buyers", async () => {
    const { agentWith, seller } = await reachScripted(protocol);
    seller.on("create_media_buy", {
      payload: { media_buy_status: "active", media_buy_id: "mb", packages: [{ package_id: "p" }] },
    });
    const given = agentWith({ account: { accountId: "given" }, accountId: "guessed" });
    await given.createMediaBuy(NEW_MEDIA_BUY, callOf());
    expect(seller.callsOf("create_media_buy")[0]?.input["account"]).toEqual({ account_id: "given" });
  });

  test("receives a token from another issuer, which is requested for every call", async () => {
    const { agentWith, seller } = await reachScripted(protocol);
    seller.on("list_creative_formats", { payload: { formats: [] } });
    const tokens = ["first", "second"];
    const agent = agentWith({ auth: { type: "issued", issue: async () => tokens.shift() ?? "none" } });
    await agent.listCreativeFormats(callOf());
    await agent.listCreativeFormats(callOf());
    const shown = seller.callsOf("list_creative_formats").map(({ headers }) => headers.authorization);
    expect(shown).toEqual(["Bearer first", "Bearer second"]);
  });
});
