import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ToolCall } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { doJobs } from "../../../../test/jobs.ts";
import { openReceiver } from "../../../platform/webhooks/receiver.fixture.ts";
import { codeOf, openLive, openTrials } from "./trials.fixture.ts";

let shop: OpenShop;
let live: { readonly key: string };
let { call, control, declare, order } = {} as ReturnType<typeof openTrials>;
beforeAll(async () => {
  shop = await openShop();
  ({ call, control, declare, order } = openTrials(shop));
  live = await openLive(shop);
});
afterAll(() => shop.world.close());

const listed = async ({ key }: { readonly key: string }) => {
  const request = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  const answer = await shop.world.app.inject({
    method: "POST",
    url: new URL(shop.mcpUrl).pathname,
    headers,
    payload: JSON.stringify(request),
  });
  return answer.json().result.tools.map(({ name }: { readonly name: string }) => name);
};

describe("the test controller", () => {
  test("is listed for callers in a sandbox, and for no live caller", async () => {
    expect(await listed(shop.buyer)).toContain("comply_test_controller");
    expect(await listed(live)).not.toContain("comply_test_controller");
    expect((await control("list_scenarios")).scenarios).toContain("force_task_completion");
    const capabilities = async (as: ToolCall) => (await call("get_adcp_capabilities", {}, as)).payload;
    expect((await capabilities({})).compliance_testing.scenarios).toContain("force_account_status");
    expect(await capabilities(live)).not.toHaveProperty("compliance_testing");
  });

  test("is refused to live callers, whatever they say about their account, except for a sandbox account they declared", async () => {
    const forbidden = { success: false, error: "FORBIDDEN" };
    expect(await control("list_scenarios", {}, live)).toMatchObject(forbidden);
    const account_id = await declare({}, live);
    expect(await control("list_scenarios", {}, live, { account_id, sandbox: true })).toMatchObject(forbidden);
    const trial = await declare({ sandbox: true }, live);
    expect(await control("list_scenarios", {}, live, { account_id: trial })).toMatchObject({ success: true });
    const suspend = { account_id, status: "suspended" };
    expect(await control("force_account_status", suspend, live, { account_id: trial })).toMatchObject({
      error: "NOT_FOUND",
    });
  });

  test.each([
    ["a scenario that there is not", "force_rain", {}, "UNKNOWN_SCENARIO"],
    ["a name that every object has", "constructor", {}, "UNKNOWN_SCENARIO"],
    ["an account that there is not", "force_account_status", { account_id: "acc_none", status: "active" }, "NOT_FOUND"],
    ["a status that there is not", "force_account_status", { account_id: "acc_none", status: "sad" }, "INVALID_PARAMS"],
    ["another arm", "force_create_media_buy_arm", { arm: "completed" }, "INVALID_PARAMS"],
    [
      "a question that is given a task's id",
      "force_create_media_buy_arm",
      { arm: "input-required", task_id: "t_none" },
      "INVALID_PARAMS",
    ],
    [
      "a media buy that there is not",
      "force_media_buy_status",
      { media_buy_id: "none", status: "paused" },
      "NOT_FOUND",
    ],
    ["a creative that there is not", "force_creative_status", { creative_id: "none", status: "approved" }, "NOT_FOUND"],
    ["a force that says nothing", "force_creative_status", {}, "INVALID_PARAMS"],
    ["a spend of nothing", "simulate_budget_spend", { account_id: "acc_none", spend_percentage: 5 }, "INVALID_PARAMS"],
    [
      "more than there is to spend",
      "simulate_budget_spend",
      { media_buy_id: "none", spend_percentage: 101 },
      "INVALID_PARAMS",
    ],
    [
      "a spend of what was never bought",
      "simulate_budget_spend",
      { media_buy_id: "none", spend_percentage: 5 },
      "NOT_FOUND",
    ],
    ["an account of nobody's", "seed_account", { account_id: "acct_seeded", fixture: {} }, "INVALID_PARAMS"],
    [
      "a creative without a usable format",
      "seed_creative",
      { creative_id: "c", fixture: { format_id: "x" } },
      "INVALID_PARAMS",
    ],
    ["a task that was never given", "force_task_completion", { task_id: "t_none", result: {} }, "NOT_FOUND"],
  ])("names what is wrong with %s", async (_, scenario, params, error) => {
    expect(await control(scenario, params)).toMatchObject({ success: false, error, error_detail: expect.any(String) });
  });
});

describe("an account", () => {
  test("that was forced is listed with its status, and buys as that status allows, by id and by name", async () => {
    const as = await shop.world.caller("BUYER", { sandbox: true });
    const account_id = await declare({}, as);
    const force = (status: string) => control("force_account_status", { account_id, status }, as);
    const buying = async (account: object) =>
      codeOf(await call("create_media_buy", await order({ account: { sandbox: true, ...account } }), as));
    const { account } = await order();
    for (const [status, code] of [
      ["suspended", "ACCOUNT_SUSPENDED"],
      ["payment_required", "ACCOUNT_PAYMENT_REQUIRED"],
      ["pending_approval", "ACCOUNT_SETUP_REQUIRED"],
    ] as const) {
      expect(await force(status)).toMatchObject({ success: true, current_state: status });
      expect((await call("list_accounts", { status }, as)).payload.accounts).toMatchObject([{ account_id, status }]);
      expect([await buying({ account_id }), await buying(account)]).toEqual([code, code]);
    }
    expect(await force("active")).toMatchObject({ previous_state: "pending_approval" });
    expect([await buying({ account_id }), await buying(account)]).toEqual([undefined, undefined]);
    await force("closed");
    expect(await force("active")).toMatchObject({ error: "INVALID_TRANSITION", current_state: "closed" });
  });
});

test("simulated delivery adds up, and only appears in the report of a sandbox's buy", async () => {
  const { media_buy_id } = (await call("create_media_buy", await order())).payload;
  const add = (as: ToolCall = {}) => {
    const counted = { impressions: 5000, clicks: 150, reported_spend: { amount: 250.5, currency: "USD" } };
    return control("simulate_delivery", { media_buy_id, ...counted }, as);
  };
  expect(await add()).toMatchObject({ simulated: { impressions: 5000 }, cumulative: { impressions: 5000 } });
  expect(await add()).toMatchObject({ cumulative: { impressions: 10_000, reported_spend: { amount: 501 } } });
  const { payload } = await call("get_media_buy_delivery", { media_buy_ids: [media_buy_id] });
  expect(payload.aggregated_totals).toMatchObject({ impressions: 10_000, clicks: 300, spend: 501 });
  expect(await add(await shop.world.caller("BUYER", { sandbox: true }))).toMatchObject({ error: "NOT_FOUND" });
});

test("simulated spend is a share of the budget, whatever was added before", async () => {
  const { media_buy_id } = (await call("create_media_buy", await order())).payload;
  await control("simulate_delivery", { media_buy_id, impressions: 10, reported_spend: { amount: 7 } });
  for (const [spend_percentage, amount] of [
    [95, 23_750],
    [100, 25_000],
  ])
    expect(await control("simulate_budget_spend", { media_buy_id, spend_percentage })).toMatchObject({
      simulated: { spend_percentage, computed_spend: { amount, currency: "USD" }, budget: { amount: 25_000 } },
    });
  const { payload } = await call("get_media_buy_delivery", { media_buy_ids: [media_buy_id] });
  expect(payload.aggregated_totals).toMatchObject({ impressions: 10, spend: 25_000 });
});

test("a buy that was set to require input asks for it once, and buys nothing", async () => {
  const forced = { arm: "input-required", message: "which cost centre?" };
  expect(await control("force_create_media_buy_arm", forced)).toMatchObject({ forced: { arm: "input-required" } });
  const before = (await call("get_media_buys")).payload.media_buys.length;
  const { payload } = await call("create_media_buy", await order());
  expect(payload).toMatchObject({ status: "input-required", reason: "APPROVAL_REQUIRED", message: forced.message });
  expect(payload).not.toHaveProperty("task_id");
  expect((await call("get_media_buys")).payload.media_buys).toHaveLength(before);
  expect((await call("create_media_buy", await order())).payload).toHaveProperty("media_buy_id");
});

describe("a forced task", () => {
  const arm = (task_id: string, as: ToolCall = {}) =>
    control("force_create_media_buy_arm", { arm: "submitted", task_id }, as);

  test("is the result of the next buy, and of no other: it buys nothing", async () => {
    expect(await arm("task_trial_1")).toMatchObject({ forced: { arm: "submitted", task_id: "task_trial_1" } });
    const stranger = await shop.world.caller("BUYER", { sandbox: true });
    expect((await call("create_media_buy", await order(), stranger)).payload).toHaveProperty("media_buy_id");
    const request = await order();
    const { payload } = await call("create_media_buy", request);
    expect(payload).toMatchObject({ status: "submitted", task_id: "task_trial_1" });
    expect((await call("create_media_buy", request)).payload).toMatchObject({
      replayed: true,
      task_id: "task_trial_1",
    });
    expect((await call("create_media_buy", await order())).payload).toHaveProperty("media_buy_id");
    const asked = { task_id: "task_trial_1" };
    expect((await call("tasks_get", asked)).payload).toMatchObject({ status: "submitted" });
    expect(codeOf(await call("tasks_get", asked, stranger))).toBe("REFERENCE_NOT_FOUND");
    expect((await call("get_media_buys", { media_buy_ids: ["task_trial_1"] })).isError).toBe(true);
  });

  test("ends when its caller says so, with the result that it gave, which the callback repeats exactly", async () => {
    const receiver = await openReceiver();
    await arm("task_trial_2");
    await call("create_media_buy", await order({ push_notification_config: { url: receiver.url } }));
    const result = { media_buy_id: "mb_made_up", packages: [{ package_id: "pkg_made_up" }] };
    const end = () => control("force_task_completion", { task_id: "task_trial_2", result });
    expect(await end()).toMatchObject({ success: true, current_state: "completed" });
    expect(await end()).toMatchObject({ error: "INVALID_TRANSITION" });
    await doJobs(shop.world);
    expect((await call("tasks_get", { task_id: "task_trial_2" })).payload).toMatchObject({
      status: "completed",
      result,
    });
    expect(receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([
      { task_id: "task_trial_2", status: "completed", result },
    ]);
  });

  test("is never the result of a live account's buy", async () => {
    const trial = await declare({ sandbox: true, brand: { domain: "trial.example" } }, live);
    const forced = { arm: "submitted", task_id: "task_trial_3" };
    await control("force_create_media_buy_arm", forced, live, { account_id: trial });
    const { payload } = await call("create_media_buy", await order(), live);
    expect(payload.task_id).toBeUndefined();
    const rehearsed = await call("create_media_buy", await order({ account: { account_id: trial } }), live);
    expect(rehearsed.payload).toMatchObject({ status: "submitted", task_id: "task_trial_3" });
  });
});
