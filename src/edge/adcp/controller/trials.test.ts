import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool, type Payload, type ToolCall } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { codeOf, openLive, openTrials } from "./trials.fixture.ts";

let shop: OpenShop;
let live: { readonly key: string };
let { call, control, declare, order } = {} as ReturnType<typeof openTrials>;
beforeAll(async () => {
  shop = await openShop();
  ({ call, control, declare, order } = openTrials(shop));
  live = await openLive(shop);
});
afterAll(() => shop.close());

describe("a media buy", () => {
  const force = (media_buy_id: string, status: string, as: ToolCall = {}, account?: object) =>
    control("force_media_buy_status", { media_buy_id, status }, as, account);
  const bought = async (as: ToolCall = {}, changes: object = {}) =>
    (await call("create_media_buy", await order(changes), as)).payload.media_buy_id as string;
  const statusOf = async (media_buy_id: string, as: ToolCall = {}) =>
    (await call("get_media_buys", { media_buy_ids: [media_buy_id] }, as)).payload.media_buys[0].status;
  const update = async (media_buy_id: string, change: object) =>
    call("update_media_buy", { idempotency_key: crypto.randomUUID(), media_buy_id, ...change });

  test("whose status was forced has that status everywhere, until its caller changes it", async () => {
    const id = await bought();
    expect(await force(id, "active")).toMatchObject({ previous_state: "pending_start", current_state: "active" });
    expect(await statusOf(id)).toBe("active");
    const { payload } = await call("get_media_buy_delivery", { media_buy_ids: [id], status_filter: "active" });
    expect(payload.media_buy_deliveries).toMatchObject([{ media_buy_id: id, status: "active" }]);
    expect((await call("tasks_get", { task_id: id })).payload.result).toMatchObject({ media_buy_status: "active" });
    expect((await update(id, { paused: true })).payload).toMatchObject({ media_buy_status: "paused" });
    expect(await statusOf(id)).toBe("paused");
  });

  test("that was forced to its end cannot be changed or reopened", async () => {
    const id = await bought();
    await force(id, "active");
    expect(await force(id, "rejected")).toMatchObject({ error: "INVALID_TRANSITION", current_state: "active" });
    await force(id, "completed");
    expect(await force(id, "active")).toMatchObject({ error: "INVALID_TRANSITION", current_state: "completed" });
    expect(codeOf(await update(id, { paused: true }))).toBe("INVALID_STATE");
    expect(codeOf(await update(id, { canceled: true }))).toBe("NOT_CANCELLABLE");
    expect(await statusOf(id)).toBe("completed");
  });

  test("of a live account, or of somebody else, is not touched", async () => {
    const trial = await declare({ sandbox: true, brand: { domain: "standing.example" } }, live);
    const id = await bought(live);
    expect(await force(id, "active", live, { account_id: trial })).toMatchObject({ error: "NOT_FOUND" });
    const spend = { media_buy_id: id, spend_percentage: 5 };
    expect(await control("simulate_budget_spend", spend, live, { account_id: trial })).toMatchObject({
      error: "NOT_FOUND",
    });
    expect(await force(id, "active")).toMatchObject({ error: "NOT_FOUND" });
    expect(await statusOf(id, live)).toBe("pending_start");
  });
});

describe("a seed", () => {
  const fixture = { brand: { domain: "seeded.example" }, operator: "seeded.example" };

  test("is an account under the id that its caller chose, once, and for nobody else", async () => {
    const seed = (account_id: string) => control("seed_account", { account_id, fixture });
    expect(await seed("acct_seeded")).toMatchObject({ success: true });
    expect(await seed("acct_seeded")).toMatchObject({ success: true });
    expect(await seed("acct_other")).toMatchObject({ error: "INVALID_PARAMS" });
    const account = { account_id: "acct_seeded" };
    expect((await call("create_media_buy", await order({ account }))).payload).toHaveProperty("media_buy_id");
    const stranger = await shop.world.caller("BUYER", { sandbox: true });
    expect((await call("list_accounts", {}, stranger)).payload.accounts).toEqual([]);
    expect((await call("list_accounts", { account }, stranger)).payload.accounts).toEqual([]);
  });

  test("is a creative of the account in the call, with the fixture's status", async () => {
    await control("seed_account", { account_id: "acct_seeded", fixture });
    const account = { account_id: "acct_seeded" };
    for (const status of ["approved", "rejected"]) {
      const params = { creative_id: `seeded_${status}`, fixture: { status, format_id: { id: "display_static" } } };
      expect(await control("seed_creative", params, {}, account)).toMatchObject({ success: true });
    }
    const { payload } = await call("list_creatives", { account, sort: { field: "name", direction: "asc" } });
    expect(payload.creatives).toMatchObject([
      { creative_id: "seeded_approved", status: "approved" },
      { creative_id: "seeded_rejected", status: "rejected" },
    ]);
  });
});

describe("a creative", () => {
  const force = (creative_id: string, status: string, more: object = {}, as: ToolCall = {}) =>
    control("force_creative_status", { creative_id, status, ...more }, as);
  const sync = async (creative_id: string, as: ToolCall = {}, at = shop) => {
    const { formats } = (await callTool(at, "list_creative_formats", { asset_types: ["image"] })).payload;
    const { format_id } = formats.find(({ format_id }: Payload) => format_id.id === "display_300x250");
    const image = { asset_type: "image", url: "https://cdn.example/a.png", width: 300, height: 250 };
    const creatives = [{ creative_id, name: creative_id, format_id, assets: { image } }];
    const { account } = await order();
    const request = { idempotency_key: crypto.randomUUID(), account, creatives };
    const { payload } = await callTool(at, "sync_creatives", request, { key: at.buyer.key, ...as });
    return payload.creatives[0];
  };

  test("whose status was forced is listed with it, tells its buyer why, and stays archived until it is sent again", async () => {
    await sync("forced");
    expect(await force("forced", "pending_review")).toMatchObject({ previous_state: "approved" });
    expect(await force("forced", "rejected", { rejection_reason: "too loud" })).toMatchObject({ success: true });
    expect(await sync("forced")).toMatchObject({ action: "failed", errors: [{ code: "CREATIVE_REJECTED" }] });
    expect((await sync("forced")).errors[0].message).toContain("too loud");
    expect(await force("forced", "archived")).toMatchObject({ error: "INVALID_TRANSITION", current_state: "rejected" });
    await force("forced", "pending_review");
    await force("forced", "approved");
    await force("forced", "archived");
    expect(await force("forced", "processing")).toMatchObject({
      error: "INVALID_TRANSITION",
      current_state: "archived",
    });
    expect(await sync("forced")).toMatchObject({ action: "updated", status: "approved" });
  });

  test("of a live account, or of somebody else, is not touched", async () => {
    await sync("untouched", live);
    expect(await force("untouched", "archived")).toMatchObject({ error: "NOT_FOUND" });
    const trial = await declare({ sandbox: true, brand: { domain: "creative.example" } }, live);
    const params = { creative_id: "untouched", status: "archived" };
    expect(await control("force_creative_status", params, live, { account_id: trial })).toMatchObject({
      error: "NOT_FOUND",
    });
  });

  test("that the storefront's people review is theirs to decide on", async () => {
    const manual = await openShop();
    try {
      await manual.seller.put("/storefront", { creativeApproval: "manual" });
      expect(await sync("waiting", {}, manual)).toMatchObject({ status: "pending_review" });
      const params = { creative_id: "waiting", status: "approved" };
      const asked = { scenario: "force_creative_status", params };
      const { payload } = await callTool(manual, "comply_test_controller", asked);
      expect(payload).toMatchObject({ error: "INVALID_TRANSITION", current_state: "pending_review" });
    } finally {
      await manual.close();
    }
  });
});
