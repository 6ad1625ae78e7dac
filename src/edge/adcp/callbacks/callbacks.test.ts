import { createHmac } from "node:crypto";
import {
  InMemoryReplayStore,
  InMemoryRevocationStore,
  StaticJwksResolver,
  verifyWebhookSignature,
} from "@adcp/sdk/signing/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { doJobs, makeEverythingDue } from "../../../../test/jobs.ts";
import { after, frozenClock, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { openReceiver, type Received } from "../../../platform/webhooks/receiver.fixture.ts";
import { webhookOf } from "../../../supply/orders/legs/leg-webhook.ts";
import { callbackAgenda } from "./follow-task.ts";
import { sendCallback } from "./send-callback.ts";

/** Sellers who decide by hand, and buyers who want to be notified. */
const clock = frozenClock(new Date());
let shop: OpenShop;
let refusing: OpenShop;
beforeAll(async () => {
  const approval = { mode: "manual", hours: 1 } as const;
  shop = await openShop({ approval }, { clock });
  refusing = await openShop({ approval: { ...approval, rejectReason: "all of it is sold" } }, { clock });
});
afterAll(() => Promise.all([shop, refusing].map(({ world }) => world.close())));

async function order(config: object, at = shop) {
  const { payload } = await callTool(at, "get_products", { buying_mode: "wholesale" });
  const [{ product_id, pricing_options }] = payload.products;
  return newBuy(product_id, pricing_options[0].pricing_option_id, { push_notification_config: config });
}

interface Buying {
  readonly at?: OpenShop;
  readonly key?: string;
}

async function submit(config: object, { at = shop, key = at.buyer.key }: Buying = {}): Promise<string> {
  const { payload } = await callTool(at, "create_media_buy", await order(config, at), { key });
  expect(payload).toMatchObject({ status: "submitted", task_id: expect.any(String) });
  return payload.task_id;
}

/** Polls the tasks that are due by the clock, and does what follows. */
async function follow({ world } = shop): Promise<void> {
  const { database, host } = world;
  const due = await database.readInstallation((db) => callbackAgenda.dueOfAllCustomers(db, clock.now(), 100));
  for (const { step, input } of due) await perform(step, input, "req_test", host);
  await doJobs(world);
}

const sellersDecide = () => clock.set(after(clock.now(), HOUR_MS));
const bodyOf = ({ body }: Received): Payload => JSON.parse(body);
const storedCallback = (taskId: string) =>
  shop.world.database.readInstallation((db) =>
    db.selectFrom("task_callbacks").selectAll().where("task_id", "=", taskId).executeTakeFirstOrThrow(),
  );

/** A decision of which the first notification was not accepted by its receiver. */
async function failedToDeliver() {
  const receiver = await openReceiver();
  receiver.behave(503);
  const taskId = await submit({ url: receiver.url });
  sellersDecide();
  await follow();
  const { event_id: eventId } = await storedCallback(taskId);
  return { receiver, taskId, customerId: shop.seller.customerId, eventId };
}

async function publishedKeys() {
  const { keys } = (await shop.world.app.inject({ url: "/.well-known/jwks.json" })).json();
  return new StaticJwksResolver(keys);
}

async function checkSignature({ headers, body }: Received, url: string): Promise<void> {
  const { status } = await verifyWebhookSignature(
    { method: "POST", url, headers, body },
    {
      jwks: await publishedKeys(),
      replayStore: new InMemoryReplayStore(),
      revocationStore: new InMemoryRevocationStore(),
      now: () => Number(/created=(\d+)/.exec(headers["signature-input"] ?? "")?.[1]),
    },
  );
  expect(status).toBe("verified");
}

test("a buyer is notified once that its buy was accepted, signed with the published key, with the same content as polling", async () => {
  const receiver = await openReceiver();
  const taskId = await submit({ url: receiver.url, operation_id: "op_1", token: "a-token-of-the-buyer" });
  await follow();
  expect(receiver.received).toEqual([]);
  sellersDecide();
  await follow();
  await follow();
  expect(receiver.received).toHaveLength(1);
  const [received] = receiver.received as [Received];
  await checkSignature(received, receiver.url);
  const { payload } = await callTool(shop, "tasks_get", { task_id: taskId });
  expect(bodyOf(received)).toMatchObject({
    idempotency_key: expect.stringMatching(/^[0-9a-f-]{36}$/),
    operation_id: "op_1",
    task_id: taskId,
    task_type: "create_media_buy",
    status: "completed",
    token: "a-token-of-the-buyer",
    result: payload.result,
  });
  expect(received.headers).not.toHaveProperty("authorization");
});

test("a notification that was not accepted is repeated with its event id, and given up after six attempts", async () => {
  const { receiver, taskId, customerId, eventId } = await failedToDeliver();
  for (let attempt = 1; attempt < 8; attempt++)
    await perform(sendCallback, { customerId, eventId, attempt }, "req_test", shop.world.host);
  expect(receiver.received).toHaveLength(6);
  expect(new Set(receiver.received.map((one) => one.body)).size).toBe(1);
  expect(new Set(receiver.received.map(({ headers }) => headers["signature-input"])).size).toBe(6);
  expect(await storedCallback(taskId)).toMatchObject({ status: "failed", attempts: 6, response_status: 503 });
});

test("an attempt during which the process died is made again, by the recovery job", async () => {
  const { receiver, taskId, customerId, eventId } = await failedToDeliver();
  const died = (host: Host) => perform(sendCallback, { customerId, eventId, attempt: 1 }, "req_test", host);
  const { host } = shop.world;
  const reached = (_: string, stage: string) => {
    if (stage === "called") throw new Error("the process died");
  };
  await expect(died({ ...host, reached })).rejects.toThrow("the process died");
  receiver.behave(200);
  await died(host);
  expect(receiver.received).toHaveLength(2);
  clock.set(after(clock.now(), HOUR_MS));
  await makeEverythingDue(shop.world);
  await doJobs(shop.world);
  expect(receiver.received).toHaveLength(3);
  expect(new Set(receiver.received.map((one) => bodyOf(one).idempotency_key)).size).toBe(1);
  expect(await storedCallback(taskId)).toMatchObject({ status: "delivered", attempts: 3 });
});

test("two concurrent attempts count as one", async () => {
  const receiver = await openReceiver();
  receiver.behave(503);
  const taskId = await submit({ url: receiver.url });
  sellersDecide();
  await follow();
  receiver.behave(200);
  const input = { customerId: shop.seller.customerId, eventId: (await storedCallback(taskId)).event_id, attempt: 1 };
  await Promise.all([1, 2, 3].map(() => perform(sendCallback, input, "req_test", shop.world.host)));
  expect(receiver.received).toHaveLength(2);
  expect(await storedCallback(taskId)).toMatchObject({ status: "delivered", attempts: 2 });
});

const SECRET = "a-secret-of-the-buyer-of-32-characters";

test.each<[string, (sent: Received) => Record<string, string>]>([
  ["Bearer", () => ({ authorization: `Bearer ${SECRET}` })],
  [
    "HMAC-SHA256",
    ({ headers, body }) => {
      const timestamp = headers["x-adcp-timestamp"] ?? "";
      const hex = createHmac("sha256", SECRET).update(`${timestamp}.${body}`).digest("hex");
      return { "x-adcp-timestamp": timestamp, "x-adcp-signature": `sha256=${hex}` };
    },
  ],
])(
  "a buyer that requested %s gets that and no signature, and its secret is stored encrypted",
  async (scheme, expected) => {
    const receiver = await openReceiver();
    const authentication = { schemes: [scheme], credentials: SECRET };
    const taskId = await submit({ url: receiver.url, authentication });
    expect(JSON.stringify(await storedCallback(taskId))).not.toContain(SECRET);
    sellersDecide();
    await follow();
    const [sent] = receiver.received as [Received];
    expect(sent.headers).toMatchObject(expected(sent));
    expect(sent.headers).not.toHaveProperty("signature");
  },
);

test("a buyer is notified that its buy was rejected, and why", async () => {
  const receiver = await openReceiver();
  const taskId = await submit({ url: receiver.url }, { at: refusing });
  sellersDecide();
  await follow(refusing);
  const { payload } = await callTool(refusing, "tasks_get", { task_id: taskId });
  expect(receiver.received.map(bodyOf)).toMatchObject([
    {
      task_id: taskId,
      status: "failed",
      message: expect.stringContaining("all of it is sold"),
      result: payload.result,
    },
  ]);
});

test("a buy that was completed immediately is only reported in its answer", async () => {
  const receiver = await openReceiver();
  const mediaBuyId = await submit({ url: receiver.url });
  sellersDecide();
  await follow();
  const { account, ...asked } = await order({ url: receiver.url });
  const { payload } = await callTool(shop, "update_media_buy", {
    idempotency_key: asked.idempotency_key,
    account,
    media_buy_id: mediaBuyId,
    paused: true,
    push_notification_config: { url: receiver.url },
  });
  expect(payload).toMatchObject({ media_buy_status: "paused" });
  sellersDecide();
  await follow();
  expect(receiver.received).toHaveLength(1);
});

test("a buy whose callback could never be called is refused before anything is bought", async () => {
  const config = { url: "http://169.254.169.254/latest" };
  const { payload } = await callTool(shop, "create_media_buy", await order(config));
  expect(payload.errors).toMatchObject([{ code: "INVALID_REQUEST", field: "push_notification_config.url" }]);
});

describe("a buyer is notified before the regular check", () => {
  const legOf = (orderId: string) =>
    shop.world.database.readInstallation((db) =>
      db.selectFrom("order_legs").select("leg_id").where("order_id", "=", orderId).executeTakeFirstOrThrow(),
    );

  test("once a source reports a decision about its part", async () => {
    const receiver = await openReceiver();
    const taskId = await submit({ url: receiver.url });
    await doJobs(shop.world);
    const { leg_id: legId } = await legOf(taskId);
    const { customerId } = shop.seller;
    const callback = { publicUrl: "", delivery: false };
    const webhook = webhookOf({ legId, callback }, customerId, shop.world.host.vault);
    sellersDecide();
    expect(await shop.world.anonymous("POST", webhook?.url ?? "")).toMatchObject({ status: 202 });
    await doJobs(shop.world);
    expect(receiver.received.map(bodyOf)).toMatchObject([{ task_id: taskId, status: "completed" }]);
  });

  test.each([
    ["approves", "completed"],
    ["rejects", "failed"],
  ])("once the storefront's operator %s", async (_, status) => {
    const strict = await openShop();
    try {
      await strict.seller.post("/storefront/acceptance-policy", { content: "Review buyers: all", activate: true });
      const receiver = await openReceiver();
      const taskId = await submit({ url: receiver.url }, { at: strict });
      await doJobs(strict.world);
      expect(receiver.received).toEqual([]);
      const decision = { status: status === "completed" ? "approved" : "rejected", reviewerNotes: "as we see it" };
      await strict.seller.post(`/storefront/media-buy-approvals/${taskId}/decide`, decision);
      await doJobs(strict.world);
      expect(receiver.received.map(bodyOf)).toMatchObject([{ task_id: taskId, status }]);
    } finally {
      await strict.close();
    }
  });
});

test("a buyer on another system is notified like one of ours", async () => {
  const receiver = await openReceiver();
  const { data } = await shop.seller.post("/storefront/caller-keys", {
    name: "Agency",
    operatorDomain: "pinnacle-agency.example",
    sandbox: true,
  });
  const taskId = await submit({ url: receiver.url }, { key: data.key });
  sellersDecide();
  await follow();
  expect(receiver.received.map(bodyOf)).toMatchObject([{ task_id: taskId, status: "completed" }]);
});
