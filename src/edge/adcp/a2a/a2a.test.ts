import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { doJobs } from "../../../../test/jobs.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { openReceiver } from "../../../platform/webhooks/receiver.fixture.ts";
import { callbackAgenda } from "../callbacks/follow-task.ts";

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

interface From {
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

async function post(method: string, params: object, { key = shop.buyer.key, headers = {} }: From = {}) {
  return shop.world.app.inject({
    method: "POST",
    url: `/storefront/${shop.platformId}/a2a`,
    headers: {
      "content-type": "application/json",
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
}

const said = (skill: string, input: object = {}, more: object = {}) => ({
  message: { kind: "message", messageId: "m", role: "user", contextId: "ctx", parts: [{ data: { skill, input } }] },
  ...more,
});

async function anOrder(): Promise<object> {
  const { payload } = await callTool(shop, "get_products", { buying_mode: "wholesale" });
  const [{ product_id, pricing_options }] = payload.products;
  return newBuy(product_id, pricing_options[0].pricing_option_id);
}

test("the task of a finished message is visible to its sender only", async () => {
  const { result } = (await post("message/send", said("list_accounts"))).json();
  const found = (await post("tasks/get", { id: result.id })).json();
  expect(found.result).toMatchObject({ id: result.id, contextId: "ctx", artifacts: result.artifacts });
  const stranger = await shop.world.caller("BUYER", { sandbox: true });
  expect((await post("tasks/get", { id: result.id }, stranger)).json().error.code).toBe(-32001);
});

test("a caller without a key can only use public skills, which is checked before a method or skill is looked up", async () => {
  const nobody = { key: null };
  expect((await post("message/send", said("get_adcp_capabilities"), nobody)).statusCode).toBe(200);
  for (const [method, params] of [
    ["no/method", {}],
    ["tasks/get", { id: "x" }],
    ["message/send", said("no_skill")],
    ["message/send", said("get_products")],
  ] as const)
    expect((await post(method, params, nobody)).statusCode).toBe(401);
});

test("1.0 is supported as well as 0.3, and an unknown version is refused", async () => {
  const { result } = (await post("SendMessage", said("list_accounts"), { headers: { "a2a-version": "1.0" } })).json();
  expect(result.task).toMatchObject({ contextId: "ctx", status: { state: "TASK_STATE_COMPLETED" } });
  expect(JSON.stringify(result)).not.toContain('"kind"');
  const found = (await post("GetTask", { id: result.task.id })).json();
  expect(found.result).toMatchObject({ id: result.task.id, status: { state: "TASK_STATE_COMPLETED" } });
  const refused = await post("SendMessage", said("list_accounts"), { headers: { "a2a-version": "9.0" } });
  expect(refused.json().error.code).toBe(-32009);
  const url = `/storefront/${shop.platformId}/.well-known/agent-card.json`;
  const card: Payload = (await shop.world.app.inject({ url })).json();
  expect(card.supportedInterfaces.map(({ protocolVersion }: Payload) => protocolVersion)).toEqual(["1.0", "0.3"]);
  expect(card.capabilities).toMatchObject({ streaming: true, pushNotifications: true });
});

test("a stream returns the result of a message", async () => {
  const { headers, body } = await post("message/stream", said("list_accounts"));
  expect(headers["content-type"]).toBe("text/event-stream");
  const [event] = body.split("\n\n");
  expect(JSON.parse(event?.replace("data: ", "") ?? "").result).toMatchObject({ status: { state: "completed" } });
});

test("a page on another site may not call", async () => {
  const from = { headers: { origin: "https://elsewhere.example" } };
  expect((await post("message/send", said("list_accounts"), from)).statusCode).toBe(403);
});

test("the result of a task is pushed in A2A's format, with the client's token", async () => {
  const receiver = await openReceiver();
  const arm = { scenario: "force_create_media_buy_arm", params: { arm: "submitted", task_id: "task_pushed" } };
  await callTool(shop, "comply_test_controller", arm);
  const pushNotificationConfig = { url: receiver.url, token: "a-token-of-the-client" };
  const { result } = (
    await post("message/send", said("create_media_buy", await anOrder(), { configuration: { pushNotificationConfig } }))
  ).json();
  expect(result).toMatchObject({ id: "task_pushed", status: { state: "submitted" } });
  const params = { task_id: "task_pushed", result: { media_buy_id: "mb", packages: [] } };
  await callTool(shop, "comply_test_controller", { scenario: "force_task_completion", params });
  const { database, host } = shop.world;
  const due = await database.readInstallation((db) => callbackAgenda.dueOfAllCustomers(db, host.clock.now(), 100));
  for (const { step, input } of due) await perform(step, input, "req_test", host);
  await doJobs(shop.world);
  expect(receiver.received).toHaveLength(1);
  const [pushed] = receiver.received;
  expect(pushed?.headers["x-a2a-notification-token"]).toBe("a-token-of-the-client");
  expect(JSON.parse(pushed?.body ?? "")).toMatchObject({
    kind: "task",
    id: "task_pushed",
    contextId: "ctx",
    status: { state: "completed" },
  });
});
