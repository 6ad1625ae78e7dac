import { afterAll, beforeAll, expect, test } from "vitest";
import { callSkill, callTool, type Payload } from "../../../../test/agent/call-tool.ts";
import type { OpenShop } from "../../../../test/agent/open-shop.ts";
import { doJobs } from "../../../../test/jobs.ts";
import { INSTALLATION } from "../../../../test/world.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { openReceiver } from "../../../platform/webhooks/receiver.fixture.ts";
import { type Market, openMarket, type Shop } from "../../../supply/orders/shop.fixture.ts";
import { completeSearch } from "./complete-search.ts";

/** A marketplace whose calls wait for a fraction of a second, and whose sources answer when they are told to. */
let market: Market;
beforeAll(async () => {
  market = await openMarket({ installation: { ...INSTALLATION, discoveryTimeoutMs: 400 } });
});
afterAll(() => market.world.close());

const BRIEF = { adcp_version: "3.1", buying_mode: "brief", brief: "cars" };

interface Counter extends Shop {
  readonly at: OpenShop;
}

/** A storefront with two sources, the first of which lets its next calls hang. */
async function openSlowShop(hangs = 1): Promise<Counter> {
  const shop = await market.openShop();
  hang(shop, hangs);
  const platformId = shop.agentId.replace("storefront-", "");
  // The parts of a shop that callers of tools need.
  return { ...shop, at: { world: market.world, platformId, buyer: shop.caller } as unknown as OpenShop };
}

function hang({ sellers }: Shop, times: number): void {
  if (sellers[0]) sellers[0].fates = Array.from({ length: times }, () => "hung" as const);
}

async function submitted({ at }: Counter, changes: object = {}): Promise<string> {
  const { payload } = await callTool(at, "get_products", { ...BRIEF, ...changes });
  expect(payload).toMatchObject({ status: "submitted", message: expect.stringContaining("Source 0") });
  expect(payload).not.toHaveProperty("products");
  return payload.task_id;
}

const taskOf = async ({ at }: Counter, taskId: string): Promise<Payload> =>
  (await callTool(at, "get_task_status", { adcp_version: "3.1", task_id: taskId })).payload;

const idsIn = ({ products }: Payload): string[] => products.map((product: Payload) => product.product_id).toSorted();
const ALL = ["s0:a", "s0:b", "s1:a", "s1:b"];

test("a brief whose sources are too slow becomes a task that is completed with the products of all of them", async () => {
  const shop = await openSlowShop();
  const taskId = await submitted(shop);
  expect(await taskOf(shop, taskId)).toMatchObject({ task_type: "get_products", status: "submitted" });
  const listed = await callTool(shop.at, "list_tasks", { adcp_version: "3.1" });
  expect(listed.payload.tasks).toMatchObject([{ task_id: taskId, task_type: "get_products", status: "submitted" }]);
  await doJobs(market.world);
  const task = await taskOf(shop, taskId);
  expect(task).toMatchObject({ status: "completed", result: { cache_scope: "public" } });
  expect(idsIn(task.result)).toEqual(ALL);
  expect(task.result).not.toHaveProperty("incomplete");
});

test("over A2A the task is found by tasks/get, and its artifact has the products", async () => {
  const shop = await openSlowShop();
  const { task } = await callSkill(shop.at, "get_products", BRIEF);
  expect(task.status.state).toBe("submitted");
  await doJobs(market.world);
  const answer = await market.world.app.inject({
    method: "POST",
    url: `/storefront/${shop.at.platformId}/a2a`,
    headers: { "content-type": "application/json", authorization: `Bearer ${shop.caller.key}` },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tasks/get", params: { id: task.id } }),
  });
  const { result } = answer.json();
  expect(result.status.state).toBe("completed");
  const { data } = result.artifacts[0].parts.find(({ kind }: Payload) => kind === "data");
  expect(idsIn(data)).toEqual(ALL);
});

test("repeated while it is open, it is the same task, and nobody else can find it", async () => {
  const shop = await openSlowShop(2);
  const taskId = await submitted(shop);
  expect(await submitted(shop)).toBe(taskId);
  const other = await market.world.caller("BUYER", { sandbox: true });
  const [foreign, unknown] = await Promise.all(
    [taskId, "task_unknown"].map((task_id) => callTool(shop.at, "get_task_status", { task_id }, { key: other.key })),
  );
  expect(foreign?.payload).toEqual(unknown?.payload);
  expect(foreign?.payload.adcp_error.code).toBe("REFERENCE_NOT_FOUND");
  hang(shop, 1);
  expect(await submitted(shop, { brief: "trains" })).not.toBe(taskId);
});

test("a caller that gave an address is notified of it once, with the same content as polling", async () => {
  const receiver = await openReceiver();
  const shop = await openSlowShop();
  const config = { url: receiver.url, operation_id: "op_search" };
  const taskId = await submitted(shop, { push_notification_config: config });
  await doJobs(market.world);
  await doJobs(market.world);
  expect(receiver.received).toHaveLength(1);
  const told: Payload = JSON.parse(receiver.received[0]?.body ?? "{}");
  const { result } = await taskOf(shop, taskId);
  expect(told).toMatchObject({ task_id: taskId, task_type: "get_products", operation_id: "op_search", result });
});

test("after the last attempt, what was found is the answer, and names the sources that did not answer", async () => {
  const shop = await openSlowShop();
  const taskId = await submitted(shop);
  const { customerId } = shop;
  hang(shop, 2);
  const attempt = () =>
    perform(completeSearch, { customerId, taskId, timeoutMs: 1_000 }, "req_test", market.world.host);
  expect(await attempt()).toMatchObject({ status: "open", attempts: 1 });
  await market.world.database.writeInstallation((db) =>
    db.updateTable("product_searches").set({ attempts: 2 }).where("task_id", "=", taskId).execute(),
  );
  expect(await attempt()).toMatchObject({ status: "done", attempts: 3 });
  const task = await taskOf(shop, taskId);
  expect(idsIn(task.result)).toEqual(["s1:a", "s1:b"]);
  expect(task.result.incomplete).toMatchObject([{ description: expect.stringContaining("Source 0") }]);
});

test.each([
  ["a time budget", { time_budget: { interval: 30, unit: "seconds" } }],
  ["the whole catalogue", { buying_mode: "wholesale", brief: undefined }],
  ["a property list", { property_list: { agent_url: "https://lists.example/mcp", list_id: "safe" } }],
])("with %s what is there is the answer, and what is missing is named", async (_, changes) => {
  const shop = await openSlowShop();
  const { payload } = await callTool(shop.at, "get_products", { ...BRIEF, ...changes });
  expect(payload.status).toBe("completed");
  expect(payload.incomplete).toContainEqual({ scope: "products", description: expect.stringContaining("Source 0") });
});
