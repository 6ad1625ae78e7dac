import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../test/agent/open-shop.ts";
import { expectData } from "../../../test/operations/expect-data.ts";

const open: OpenShop[] = [];
let shop: OpenShop;
let chosen: { readonly product: string; readonly option: string };

// A shop each, because the tests change what it sells.
beforeEach(async () => {
  shop = await openShop();
  open.push(shop);
  const { products } = (await call("get_products", { buying_mode: "wholesale" })).payload;
  const [{ product_id: product, pricing_options }] = products;
  chosen = { product, option: pricing_options[0].pricing_option_id };
});
afterAll(() => Promise.all(open.map(({ close }) => close())));

const call = (name: string, input: object = {}) => callTool(shop, name, input);
const codeOf = ({ payload }: { readonly payload: Payload }) => payload.errors?.[0]?.code;

/** As after a crash between an effect and its answer: what was done is stored, and the answer under the key is not. */
async function loseAnswers(): Promise<void> {
  await shop.world.database.writeInstallation((db) =>
    db.deleteFrom("idempotency_keys").where("key", "not like", "accepted/%").execute(),
  );
}

async function bought(changes: object = {}) {
  const { account, ...rest } = newBuy(chosen.product, chosen.option, changes);
  const request = { ...rest, account: { ...account, sandbox: true } };
  const { payload } = await call("create_media_buy", request);
  if (!payload.media_buy_id) throw new Error(JSON.stringify(payload));
  return { request, payload };
}

/** The account under which is bought is declared, and then suspended. */
async function suspend({ account }: { readonly account: object }): Promise<void> {
  const asked = { idempotency_key: crypto.randomUUID(), accounts: [account] };
  const [{ account_id }] = (await call("sync_accounts", asked)).payload.accounts;
  const params = { account_id, status: "suspended" };
  const { payload } = await call("comply_test_controller", {
    scenario: "force_account_status",
    params,
    account: { account_id, sandbox: true },
  });
  if (!payload.success) throw new Error(JSON.stringify(payload));
}

const anew = (request: object) => ({ ...request, idempotency_key: crypto.randomUUID() });

describe("a retry whose answer was lost gets the media buy that was bought", () => {
  test("although its start has passed", async () => {
    const { request, payload } = await bought();
    await loseAnswers();
    expectData(await shop.buyer.post("/sandbox/clock", { days: 3 }));
    expect((await call("create_media_buy", request)).payload.media_buy_id).toBe(payload.media_buy_id);
    expect((await call("create_media_buy", anew(request))).payload.errors).toMatchObject([{ field: "start_time" }]);
  });

  test("although its product is not sold any more", async () => {
    const { request, payload } = await bought();
    await loseAnswers();
    const [sourceId] = chosen.product.split(":");
    expectData(await shop.seller.put(`/storefront/inventory-sources/${sourceId}`, { status: "DISABLED" }));
    expect((await call("create_media_buy", request)).payload.media_buy_id).toBe(payload.media_buy_id);
    expect(codeOf(await call("create_media_buy", anew(request)))).toBe("PRODUCT_NOT_FOUND");
  });

  test("although nothing new is sold to its account", async () => {
    const { request, payload } = await bought();
    await loseAnswers();
    await suspend(request);
    expect((await call("create_media_buy", request)).payload.media_buy_id).toBe(payload.media_buy_id);
    expect(codeOf(await call("create_media_buy", anew(request)))).toBe("ACCOUNT_SUSPENDED");
  });

  test("although its proposal is not made any more", async () => {
    const asked = { buying_mode: "brief", brief: "living rooms" };
    const [proposal] = (await call("get_products", asked)).payload.proposals;
    const total_budget = { amount: 100_000, currency: "USD" };
    const { request, payload } = await bought({
      packages: undefined,
      proposal_id: proposal.proposal_id,
      total_budget,
    });
    await loseAnswers();
    for (const sourceId of ["ctv", "news"])
      expectData(await shop.seller.put(`/storefront/inventory-sources/${sourceId}`, { status: "DISABLED" }));
    expect((await call("create_media_buy", request)).payload.media_buy_id).toBe(payload.media_buy_id);
    expect(codeOf(await call("create_media_buy", anew(request)))).toBe("PROPOSAL_NOT_FOUND");
  });

  test("but not if it requests something else under the key, or nothing was bought", async () => {
    const { request } = await bought({ po_number: "first" });
    await loseAnswers();
    expectData(await shop.buyer.post("/sandbox/clock", { days: 3 }));
    expect(codeOf(await call("create_media_buy", { ...request, po_number: "second" }))).toBe("IDEMPOTENCY_CONFLICT");
    const late = anew(request);
    for (const _ of [1, 2]) expect(codeOf(await call("create_media_buy", late))).toBe("INVALID_REQUEST");
  });
});

describe("a retry whose answer was lost gets the result of the change that was made", () => {
  const budgets = async () => {
    const [part] = newBuy(chosen.product, chosen.option).packages;
    const { request, payload } = await bought({ packages: [part, { ...part, budget: 10_000 }] });
    const [{ package_id: first }, { package_id: second }] = payload.packages;
    const change = (package_id: string, budget: number, total: number) => ({
      idempotency_key: crypto.randomUUID(),
      account: request.account,
      media_buy_id: payload.media_buy_id,
      total_budget: { amount: total, currency: "USD" },
      packages: [{ package_id, budget }],
    });
    return { request, first, second, change };
  };

  test("although the total is different by now", async () => {
    const { first, second, change } = await budgets();
    const raise = change(first, 30_000, 40_000);
    expect((await call("update_media_buy", raise)).payload.affected_packages).toMatchObject([{ budget: 30_000 }]);
    await loseAnswers();
    expect((await call("update_media_buy", change(second, 12_000, 42_000))).isError).toBe(false);
    expect((await call("update_media_buy", raise)).payload.affected_packages).toMatchObject([{ budget: 30_000 }]);
    expect((await call("update_media_buy", anew(raise))).payload.errors).toMatchObject([
      { field: "total_budget.amount" },
    ]);
  });

  test("although nothing may be changed under its account", async () => {
    const { request, first, change } = await budgets();
    const raise = change(first, 30_000, 40_000);
    await call("update_media_buy", raise);
    await loseAnswers();
    await suspend(request);
    expect((await call("update_media_buy", raise)).payload.affected_packages).toMatchObject([{ budget: 30_000 }]);
    expect(codeOf(await call("update_media_buy", anew(raise)))).toBe("ACCOUNT_SUSPENDED");
    const other = { ...raise, packages: [{ package_id: first, budget: 35_000 }] };
    await loseAnswers();
    expect(codeOf(await call("update_media_buy", other))).toBe("IDEMPOTENCY_CONFLICT");
  });
});

describe("a retry whose answer was lost gets the result for its creatives", () => {
  const creative = async () => {
    const { products } = (await call("get_products", { filters: { channels: ["display"] } })).payload;
    const image = { asset_type: "image", url: "https://cdn.example/a.png", width: 300, height: 250 };
    const formats: Payload[] = products.flatMap(({ format_ids }: Payload) => format_ids);
    const format_id = formats.find(({ id }) => id === "display_300x250");
    return { creative_id: "banner", name: "Banner", format_id, assets: { display_file: image } };
  };

  test("although nothing accepts their format any more", async () => {
    // In a trial, formats of other sellers are accepted.
    const operator = "agency.example";
    const { key } = expectData(
      await shop.seller.post("/storefront/caller-keys", { name: "Agency", operatorDomain: operator }),
    );
    const account = { brand: { domain: "acme.example" }, operator };
    const sync = { idempotency_key: crypto.randomUUID(), account, creatives: [await creative()] };
    const send = (request: object) => callTool(shop, "sync_creatives", request, { key });
    expect((await send(sync)).payload.creatives).toMatchObject([{ action: "created" }]);
    await loseAnswers();
    expectData(await shop.seller.put("/storefront/inventory-sources/news", { status: "DISABLED" }));
    expect((await send(sync)).payload.creatives).toMatchObject([
      { creative_id: "banner", action: "unchanged", status: "approved" },
    ]);
    expect(codeOf(await send(anew(sync)))).toBe("FORMAT_NOT_SUPPORTED");
    await loseAnswers();
    const other = { ...sync, creatives: [{ ...sync.creatives[0], name: "Other" }] };
    expect(codeOf(await send(other))).toBe("IDEMPOTENCY_CONFLICT");
  });

  test("in a media buy that has changed since", async () => {
    const { request, payload } = await bought();
    const [{ package_id }] = payload.packages;
    const creatives = [await creative()];
    const { revision } = (await call("get_media_buys", { media_buy_ids: [payload.media_buy_id] })).payload
      .media_buys[0];
    const show = {
      idempotency_key: crypto.randomUUID(),
      account: request.account,
      media_buy_id: payload.media_buy_id,
      revision,
      packages: [{ package_id, creatives }],
    };
    expect((await call("update_media_buy", show)).isError).toBe(false);
    await loseAnswers();
    const { account, media_buy_id } = show;
    const raise = {
      idempotency_key: crypto.randomUUID(),
      account,
      media_buy_id,
      packages: [{ package_id, budget: 40_000 }],
    };
    expect((await call("update_media_buy", raise)).isError).toBe(false);
    await suspend(request);
    expect((await call("update_media_buy", show)).payload).toMatchObject({ affected_packages: [{ package_id }] });
    expect(codeOf(await call("update_media_buy", anew(show)))).toBe("ACCOUNT_SUSPENDED");
  });
});

test("a retry whose answer was lost gets the accounts that were declared, although the seller invoices their buyer no more", async () => {
  const operatorDomain = "agency.example";
  const holder = { name: "Agency", operatorDomain, agentBilling: true };
  const { key } = expectData(await shop.seller.post("/storefront/caller-keys", holder));
  const account = { brand: { domain: "acme.example" }, operator: operatorDomain, billing: "agent" };
  const declare = { idempotency_key: crypto.randomUUID(), accounts: [account] };
  const send = async (request: object) =>
    (await callTool(shop, "sync_accounts", request, { key })).payload.accounts.map(({ action }: Payload) => action);
  expect(await send(declare)).toEqual(["created"]);
  await loseAnswers();
  await shop.world.database.writeInstallation((db) =>
    db.updateTable("caller_keys").set({ agent_billing: false }).execute(),
  );
  expect(await send(declare)).toEqual(["unchanged"]);
  expect(await send(anew(declare))).toEqual(["failed"]);
});
