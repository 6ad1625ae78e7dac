import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS, frozenClock, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { insertMemberOfInstallation } from "../customers/index.ts";
import { issueMembersFirstKey, openKeyring } from "./index.ts";

const START = new Date("2026-11-21T09:00:00.000Z");
const clock = frozenClock(START);
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
beforeEach(() => clock.set(START));
afterAll(() => world.close());

/** A colleague who is not an administrator, and their key. */
async function colleagueOf({ customerId }: Caller): Promise<Caller> {
  const { random, vault } = world.host;
  const key = await world.database.writeInstallation(async (db) => {
    const email = `bob.${customerId}@brand.example`;
    const userId = await insertMemberOfInstallation(db, customerId, email, "MEMBER", START);
    return issueMembersFirstKey({ db, random, vault, now: START }, { customerId, userId });
  });
  return world.holder(customerId, key);
}

async function create(caller: Caller, body: object = {}): Promise<{ id: string; apiKey: string }> {
  const { status, data } = await caller.post("/api-keys", { name: "Reports", ...body });
  expect(status).toBe(201);
  return data;
}

const me = (key: string) => world.anonymous("GET", "/accounts/current", undefined, { authorization: `Bearer ${key}` });

describe("a key", () => {
  test("is shown once, acts as its holder does, and is listed without its secret", async () => {
    const buyer = await world.caller("BUYER");
    const { apiKey, ...made } = await create(buyer, { description: "for the nightly export", readOnly: true });
    const [, secret = ""] = /^scope3_[0-9a-f]{12}_([\w-]{43})$/.exec(apiKey) ?? [];
    expect(secret).toHaveLength(43);
    expect((await me(apiKey)).data).toMatchObject({ id: buyer.customerId, role: "ADMIN" });
    const listed = await buyer.get("/buyer/api-keys");
    expect(listed.data.total).toBe(2);
    expect(listed.data.apiKeys[0]).toEqual(made);
    expect(made).toMatchObject({ name: "Reports", readOnly: true, lastUsedAt: null, expiresAt: null });
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect((await world.holder(buyer.customerId, apiKey).post("/api-keys", { name: "More" })).status).toBe(403);
  });

  test("that a request repeats under one idempotency key is created once, shown again, and stored nowhere in clear text", async () => {
    const buyer = await world.caller("BUYER");
    const ask = () => buyer.post("/api-keys", { name: "Once" }, { "idempotency-key": "new-key-1" });
    const [first, again] = [await ask(), await ask()];
    expect(again).toMatchObject({ status: 201, data: first.data, meta: { replayed: true } });
    expect((await buyer.get("/api-keys")).data.total).toBe(2);
    const kept = await world.database.readInstallation((db) =>
      db.selectFrom("idempotency_keys").selectAll().where("customer_id", "=", buyer.customerId).execute(),
    );
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(first.data.apiKey);
  });

  test("that is revoked gives access to nothing from the next write on, and is no longer listed", async () => {
    const buyer = await world.caller("BUYER");
    const { id, apiKey } = await create(buyer);
    expect((await buyer.delete(`/api-keys/${id}`)).status).toBe(204);
    expect((await world.holder(buyer.customerId, apiKey).post("/accept-tos")).status).toBe(401);
    expect((await me(apiKey)).status).toBe(401);
    expect((await buyer.get("/api-keys")).data.total).toBe(1);
    expect((await buyer.delete(`/api-keys/${id}`)).status).toBe(404);
  });

  test("expires in real time, and within a year", async () => {
    const buyer = await world.caller("BUYER", { sandbox: true });
    const expiring = (ms: number) => ({ expiresAt: after(START, ms).toISOString() });
    for (const ms of [0, -1, 367 * DAY_MS]) {
      const refused = await buyer.post("/api-keys", { name: "x", ...expiring(ms) });
      expect(refused).toMatchObject({ status: 400, error: { field: "expiresAt" } });
    }
    const { apiKey } = await create(buyer, expiring(DAY_MS));
    await buyer.post("/sandbox/clock", { days: 30 });
    expect((await me(apiKey)).status).toBe(200);
    clock.set(after(START, DAY_MS));
    expect((await me(apiKey)).status).toBe(401);
  });
});

test("members see and revoke their own keys, administrators everybody's, but never another organisation's", async () => {
  const buyer = await world.caller("BUYER");
  const colleague = await colleagueOf(buyer);
  const [theirs, ours] = [await create(colleague), await create(buyer)];
  expect((await colleague.get("/api-keys")).data.total).toBe(2);
  expect((await buyer.get("/api-keys")).data.total).toBe(4);
  expect((await colleague.delete(`/api-keys/${ours.id}`)).error?.message).toBe(`there is no API key ${ours.id}`);
  const stranger = await world.caller("BUYER");
  expect((await stranger.delete(`/api-keys/${ours.id}`)).error?.message).toBe(`there is no API key ${ours.id}`);
  expect((await buyer.delete(`/api-keys/${theirs.id}`)).status).toBe(204);
});

test("the times of last use are stored for many keys together, minutes later, and by no request", async () => {
  const buyer = await world.caller("BUYER");
  const keyring = openKeyring(world.host);
  const lastUsed = async () => (await buyer.get("/api-keys")).data.apiKeys[0].lastUsedAt;
  await keyring.holderOf(buyer.key, false);
  expect(await lastUsed()).toBeNull();
  clock.set(after(START, 4 * MINUTE_MS));
  await keyring.holderOf(buyer.key, false);
  await keyring.close();
  expect(await lastUsed()).toBe(clock.now().toISOString());
});
