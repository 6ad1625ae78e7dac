import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { doJobs, makeEverythingDue } from "../../../test/jobs.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS, frozenClock, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { perform } from "../../ground/kernel/perform.ts";
import { deliverWebhook } from "./index.ts";
import {
  checkSignatures,
  happen,
  newestDelivery,
  nextAttempt,
  openReceiver,
  UNREACHABLE_URL,
} from "./receiver.fixture.ts";

const START = new Date("2026-11-21T09:00:00.000Z");
const clock = frozenClock(START);
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
beforeEach(() => clock.set(START));
afterAll(() => world.close());

async function subscribed(url: string, more: object = {}) {
  const caller = await world.caller("BUYER");
  const body = { url, eventTypes: ["media_buy.status_changed"], ...more };
  const { status, data } = await caller.post("/buyer/webhook-subscriptions", body);
  expect(status).toBe(201);
  return { caller, id: data.subscription.id as string, secret: data.secret as string };
}

async function standing(caller: Caller, id: string) {
  return (await caller.get(`/webhook-subscriptions/${id}`)).data.subscription;
}

/** Lets as much time pass as the next attempt waits for, and makes it, until nothing is left to be sent. */
async function untilGivenUp(caller: Caller, id: string): Promise<void> {
  for (let next = await newestDelivery(caller, id); next.nextAttemptAt; next = await newestDelivery(caller, id)) {
    clock.set(new Date(next.nextAttemptAt));
    await nextAttempt(world, caller, id);
  }
}

describe("a delivery", () => {
  test("says what happened, when and to what, and the receiver's library accepts its signature", async () => {
    const receiver = await openReceiver();
    const { caller, secret } = await subscribed(receiver.url);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await happen(world, caller, { data: { status: "ACTIVE" } });
    const [got] = receiver.received;
    expect(JSON.parse(got?.body ?? "")).toEqual({
      type: "media_buy.status_changed",
      timestamp: START.toISOString(),
      data: { resourceType: "MEDIA_BUY", resourceId: "mb_1", status: "ACTIVE" },
    });
    expect(got?.headers).toMatchObject({
      "content-type": "application/json",
      "webhook-id": expect.stringMatching(/^msg_/),
    });
    if (got) checkSignatures(got, secret);
  });

  test.each(["a secret of our own choice", "ümlaute are letters, too", `whsec_${"QUJD".repeat(8)}`])(
    "is signed with the secret that was given: %s",
    async (secret) => {
      const receiver = await openReceiver();
      const { caller, secret: reported } = await subscribed(receiver.url, { secret });
      expect(reported).toBeNull();
      await happen(world, caller);
      const [got] = receiver.received;
      if (!got) throw new Error("nothing came");
      checkSignatures(got, secret);
    },
  );

  test("goes to subscriptions to its type, and to no other organisation", async () => {
    const [mine, theirs] = [await openReceiver(), await openReceiver()];
    const { caller } = await subscribed(mine.url, { eventTypes: ["campaign.status_changed"] });
    await subscribed(theirs.url);
    await happen(world, caller);
    expect([mine.received, theirs.received]).toEqual([[], []]);
    await happen(world, caller, { type: "campaign.status_changed" });
    expect([mine.received.length, theirs.received]).toEqual([1, []]);
  });
});

describe("a receiver that", () => {
  test("fails for hours is sent the same message, under the same id, until it accepts it", async () => {
    const receiver = await openReceiver();
    const { caller, id, secret } = await subscribed(receiver.url);
    receiver.behave(503);
    await happen(world, caller);
    const waits = [];
    while (waits.length < 5) {
      const { nextAttemptAt, responseStatus, status } = await newestDelivery(caller, id);
      expect([status, responseStatus]).toEqual(["pending", 503]);
      waits.push(new Date(nextAttemptAt).getTime() - clock.now().getTime());
      clock.set(new Date(nextAttemptAt));
      if (waits.length === 5) receiver.behave(204);
      await nextAttempt(world, caller, id);
    }
    expect(waits).toEqual([5_000, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS]);
    expect(new Set(receiver.received.map(({ headers, body }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(6);
    for (const got of receiver.received) checkSignatures(got, secret);
    expect(await newestDelivery(caller, id)).toMatchObject({
      status: "delivered",
      attempts: 6,
      responseStatus: 204,
      error: null,
      nextAttemptAt: null,
    });
    expect(await standing(caller, id)).toMatchObject({ status: "active", failureCount: 0 });
  });

  test("stalls is not waited for, and gets the message again", async () => {
    const receiver = await openReceiver();
    const { caller, id } = await subscribed(receiver.url);
    const { host } = world;
    const impatient: typeof host.outbound.request = (url, request) =>
      host.outbound.request(url, { ...request, timeoutMs: 50 });
    receiver.behave("stall");
    const hasty = { ...host, outbound: { ...host.outbound, request: impatient } };
    await happen({ ...world, host: hasty }, caller);
    expect(await newestDelivery(caller, id)).toMatchObject({ status: "pending", responseStatus: null, attempts: 1 });
    receiver.behave(200);
    clock.set(after(START, MINUTE_MS));
    expect(await nextAttempt(world, caller, id)).toMatchObject({ status: "delivered" });
    expect(await newestDelivery(caller, id)).toMatchObject({ attempts: 2, responseStatus: 200 });
  });

  test("is unreachable for days is given up, its owner is notified, and a successful test reactivates it", async () => {
    const { caller, id } = await subscribed(UNREACHABLE_URL);
    await happen(world, caller);
    await untilGivenUp(caller, id);
    expect(clock.now().getTime() - START.getTime()).toBeGreaterThan(3 * DAY_MS);
    expect(await newestDelivery(caller, id)).toMatchObject({ status: "failed", attempts: 10 });
    expect(await standing(caller, id)).toMatchObject({ status: "failed", failureCount: 10, lastSuccess: null });
    expect((await caller.get("/notifications")).data.notifications).toMatchObject([
      { event: "webhook_subscription.failed", status: "error", resourceId: id },
    ]);
    await happen(world, caller);
    expect((await caller.get(`/webhook-subscriptions/${id}/deliveries`)).data.total).toBe(1);
  });

  test("says that it is gone gets nothing more until a test succeeds", async () => {
    const receiver = await openReceiver();
    const { caller, id } = await subscribed(receiver.url);
    receiver.behave(410);
    await happen(world, caller);
    expect(await newestDelivery(caller, id)).toMatchObject({ status: "failed", attempts: 1 });
    expect(await standing(caller, id)).toMatchObject({ status: "inactive" });
    receiver.behave(200);
    await happen(world, caller);
    expect(receiver.received).toHaveLength(1);
    const tried = await caller.post(`/webhook-subscriptions/${id}/test`);
    expect(tried.data.delivery).toMatchObject({ eventType: "webhook.test", status: "delivered" });
    expect(await standing(caller, id)).toMatchObject({ status: "active" });
    await happen(world, caller);
    expect(receiver.received).toHaveLength(3);
  });

  test("answers with a redirect is not followed", async () => {
    const receiver = await openReceiver();
    const { caller, id } = await subscribed(receiver.url);
    receiver.behave(302);
    await happen(world, caller);
    expect(await newestDelivery(caller, id)).toMatchObject({ status: "pending", responseStatus: 302 });
  });
});

test("a delivery that was given up is sent again on request, under its first id", async () => {
  const receiver = await openReceiver();
  const { caller, id } = await subscribed(receiver.url);
  receiver.behave(500);
  await happen(world, caller);
  await untilGivenUp(caller, id);
  const { id: deliveryId } = await newestDelivery(caller, id);
  const again = `/webhook-subscriptions/${id}/deliveries/${deliveryId}/redeliver`;
  expect((await caller.post(again)).data.delivery).toMatchObject({ status: "failed", attempts: 11 });
  receiver.behave(200);
  expect((await caller.post(again)).data.delivery).toMatchObject({ id: deliveryId, status: "delivered", attempts: 12 });
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([deliveryId]));
  expect(await standing(caller, id)).toMatchObject({ status: "active" });
});

test("if a crash follows the receiver's answer, the same message is sent again, but only after the lease", async () => {
  const receiver = await openReceiver();
  const { caller, id } = await subscribed(receiver.url);
  const host: World["host"] = {
    ...world.host,
    reached(work, stage) {
      if (work === deliverWebhook.name && stage === "called") throw new Error("the process died");
    },
  };
  await expect(happen({ ...world, host }, caller)).rejects.toThrow("died");
  const { id: deliveryId } = await newestDelivery(caller, id);
  expect(await nextAttempt(world, caller, id)).toMatchObject({ status: "pending", attempts: 1 });
  expect(receiver.received).toHaveLength(1);
  clock.set(after(START, MINUTE_MS));
  await makeEverythingDue(world);
  await doJobs(world);
  expect(await newestDelivery(caller, id)).toMatchObject({ status: "delivered" });
  expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([deliveryId, deliveryId]);
});

test("a deleted subscription gets nothing more, not even what was waiting", async () => {
  const receiver = await openReceiver();
  const { caller, id } = await subscribed(receiver.url);
  receiver.behave(500);
  await happen(world, caller);
  const { id: deliveryId } = await newestDelivery(caller, id);
  expect((await caller.delete(`/buyer/webhook-subscriptions/${id}`)).data).toEqual({ success: true, id });
  const job = { customerId: caller.customerId, deliveryId, attempt: 1 };
  expect(await perform(deliverWebhook, job, "req_test", world.host)).toBeUndefined();
  await happen(world, caller);
  expect(receiver.received).toHaveLength(1);
});

test("a secret is shown once, stored encrypted, and shown again to a retry with the same key", async () => {
  const caller = await world.caller("BUYER");
  const body = { url: "https://receiver.example/hooks", eventTypes: ["discovery.revision"] };
  const create = () => caller.post("/buyer/webhook-subscriptions", body, { "idempotency-key": "subscribe-1" });
  const [first, again] = [await create(), await create()];
  expect(again).toMatchObject({ data: first.data, meta: { replayed: true } });
  const { subscription, secret } = first.data;
  const shown = await caller.get(`/buyer/webhook-subscriptions/${subscription.id}`);
  expect(shown.data).toEqual({ subscription });
  expect(JSON.stringify(shown)).not.toContain(secret);
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  for (const table of ["webhook_subscriptions", "idempotency_keys"]) {
    const { rows } = await client.query(`select t::text as row from ${table} t where customer_id = $1`, [
      caller.customerId,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  }
  await client.end();
});

test.each([
  ["http://example.com/hooks"],
  ["https://10.0.0.1/"],
  ["https://[::ffff:127.0.0.1]/"],
  ["https://169.254.169.254/latest/meta-data/"],
  ["https://metadata.google.internal/"],
  ["https://user:password@example.com/"],
  ["file:///etc/passwd"],
  ["javascript:alert(1)"],
  ["not a url"],
  [`https://example.com/${"x".repeat(2048)}`],
])("%.80s is no place to send to", async (url) => {
  const caller = await world.caller("BUYER");
  const refused = await caller.post("/buyer/webhook-subscriptions", { url, eventTypes: ["delivery.updated"] });
  expect(refused).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field: "url" } });
});

test.each([
  [{ secret: "short" }, "secret"],
  [{ secret: "whsec_this is not base64" }, "secret"],
  [{ eventTypes: [] }, "eventTypes"],
  [{ eventTypes: ["no.such_event"] }, "eventTypes.0"],
])("%j is refused", async (wrong, field) => {
  const caller = await world.caller("BUYER");
  const body = { url: "https://receiver.example/", eventTypes: ["delivery.updated"], ...wrong };
  expect(await caller.post("/buyer/webhook-subscriptions", body)).toMatchObject({ status: 400, error: { field } });
});

test("an organisation has at most twenty subscriptions", async () => {
  const { caller, id } = await subscribed("http://127.0.0.1:1/hook");
  const body = { url: "http://127.0.0.1:1/hook", eventTypes: ["media_buy.status_changed"] };
  const subscribe = () => caller.post("/buyer/webhook-subscriptions", body);
  for (let count = 1; count < 20; count++) expect((await subscribe()).status).toBe(201);
  expect(await subscribe()).toMatchObject({ status: 400, error: { code: "BAD_REQUEST" } });
  await caller.delete(`/webhook-subscriptions/${id}`);
  expect((await subscribe()).status).toBe(201);
});

test("another organisation's subscriptions and deliveries read like missing ones", async () => {
  const receiver = await openReceiver();
  const { caller, id } = await subscribed(receiver.url);
  await happen(world, caller);
  const { id: deliveryId } = await newestDelivery(caller, id);
  const stranger = await world.caller("BUYER");
  const path = `/webhook-subscriptions/${id}`;
  const replies = await Promise.all([
    stranger.get(path),
    stranger.get(`${path}/deliveries`),
    stranger.post(`${path}/test`),
    stranger.post(`${path}/deliveries/${deliveryId}/redeliver`),
    stranger.delete(path),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect((await stranger.get("/webhook-subscriptions")).data).toEqual({ subscriptions: [] });
});
