import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { openKeyring } from "../api-keys/index.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** Makes the caller a member of another organisation as well. */
async function addTo(caller: Caller, { customerId }: Caller, role = "MEMBER"): Promise<void> {
  await world.database.writeInstallation(async (db) => {
    const { user_id } = await db
      .selectFrom("members")
      .select("user_id")
      .where("customer_id", "=", caller.customerId)
      .executeTakeFirstOrThrow();
    const member = { customer_id: customerId, user_id, role, created_at: new Date() };
    await db.insertInto("members").values(member).execute();
  });
}

const current = async (caller: Caller) => (await caller.get("/accounts/current")).data;
const switchTo = (caller: Caller, customerId: number) => caller.post("/accounts/switch", { customerId });

describe("a person in two organisations", () => {
  test("gets both, with their role in each", async () => {
    const [mine, other] = [await world.caller("BUYER"), await world.caller("SELLER")];
    await addTo(mine, other);
    const { data } = await mine.get("/buyer/accounts");
    expect(data.accounts).toMatchObject([
      { id: mine.customerId, role: "ADMIN" },
      { id: other.customerId, role: "MEMBER" },
    ]);
    expect((await other.get("/accounts")).data.accounts).toMatchObject([{ id: other.customerId, role: "ADMIN" }]);
  });

  test("switches their key there and back, and acts with their role there", async () => {
    const [mine, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
    await addTo(mine, other);
    const { data: advertiser } = await other.post("/buyer/advertisers", { name: "Theirs", brand: "acme.example" });
    expect((await mine.get(`/buyer/advertisers/${advertiser.id}`)).status).toBe(404);
    expect(await switchTo(mine, other.customerId)).toMatchObject({
      status: 200,
      data: { id: other.customerId, role: "MEMBER" },
    });
    expect(await current(mine)).toMatchObject({ id: other.customerId, role: "MEMBER" });
    expect((await mine.get(`/buyer/advertisers/${advertiser.id}`)).status).toBe(200);
    expect((await mine.get("/members")).status).toBe(403);
    expect((await mine.get("/accounts")).data.accounts).toHaveLength(2);
    expect((await switchTo(mine, mine.customerId)).data).toMatchObject({ id: mine.customerId, role: "ADMIN" });
    expect(await current(mine)).toMatchObject({ id: mine.customerId, role: "ADMIN" });
  });

  test("reads immediately as the organisation to which they switched, in whichever process", async () => {
    const [mine, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
    await addTo(mine, other);
    // Like another process, with a cache of its own.
    const elsewhere = openKeyring(world.host);
    expect(await elsewhere.holderOf(mine.key, false)).toMatchObject({ customerId: mine.customerId });
    await switchTo(mine, other.customerId);
    expect(await elsewhere.holderOf(mine.key, false)).toMatchObject({ customerId: other.customerId });
  });

  test("is back in their own organisation from the moment they are no longer a member of the other", async () => {
    const [mine, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
    await addTo(mine, other);
    await switchTo(mine, other.customerId);
    const { data } = await other.get("/members");
    const guest = data.members.find(({ role }: { role: string }) => role === "MEMBER");
    expect((await other.delete(`/members/${guest.userId}`)).status).toBe(204);
    expect(await current(mine)).toMatchObject({ id: mine.customerId, role: "ADMIN" });
    expect((await mine.post("/buyer/advertisers", { name: "Mine", brand: "acme.example" })).status).toBe(201);
  });
});

test("a switch to an organisation that is foreign is refused in the same words as one that is missing", async () => {
  const [mine, other] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const [foreign, missing] = [await switchTo(mine, other.customerId), await switchTo(mine, 999_999)];
  expect(foreign).toMatchObject({ status: 403, error: { code: "ACCESS_DENIED" } });
  const reported = (text = "", id: number) => text.replace(String(id), "ID");
  expect(reported(foreign.error?.message, other.customerId)).toBe(reported(missing.error?.message, 999_999));
  expect(missing.status).toBe(403);
  expect(await current(mine)).toMatchObject({ id: mine.customerId });
});

test("an administrator of the installation switches anywhere, and keeps that role", async () => {
  const [operator, buyer] = [await world.caller("OPERATOR"), await world.caller("BUYER")];
  expect((await switchTo(operator, buyer.customerId)).data).toMatchObject({ role: "SUPER_ADMIN" });
  expect(await current(operator)).toMatchObject({ id: buyer.customerId, role: "SUPER_ADMIN", customerRole: "BUYER" });
  expect((await operator.get("/buyer/advertisers")).status).toBe(200);
  expect((await operator.get("/operator/storefronts")).status).toBe(403);
  // An operator who only visits has no key of the organisation, because it would not work.
  expect((await operator.post("/api-keys", { name: "mine" })).status).toBe(403);
  expect((await switchTo(operator, operator.customerId)).status).toBe(200);
});

describe("a child organisation", () => {
  test("is of its parent's kind and under its terms, and its founder administers it", async () => {
    const parent = await world.caller("BUYER", { sandbox: true });
    const made = await parent.post("/buyer/accounts/create-child", { name: "Nike", customerDomain: "Example.org" });
    expect(made).toMatchObject({
      status: 201,
      data: {
        customer: {
          company: "Nike",
          customerRole: "BUYER",
          customerDomain: "example.org",
          parentCustomerId: parent.customerId,
          sandbox: true,
        },
        hasContract: true,
      },
    });
    const { id } = made.data.customer;
    expect((await parent.get("/accounts")).data.accounts).toMatchObject([
      { id: parent.customerId },
      { id, company: "Nike", role: "ADMIN" },
    ]);
    await switchTo(parent, id);
    expect(await current(parent)).toMatchObject({ id, termsAccepted: true, role: "ADMIN" });
    expect((await parent.post("/buyer/advertisers", { name: "Air", brand: "nike.com" })).status).toBe(201);
    const own = await parent.post("/api-keys", { name: "Nike's own" });
    expect(await current(world.holder(id, own.data.apiKey))).toMatchObject({ id });
    expect((await parent.post("/buyer/accounts/create-child", { name: "Nike Kids" })).error).toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining(String(parent.customerId)),
    });
  });

  test("uses no domain that its parent could not use", async () => {
    const [parent, operator] = [await world.caller("BUYER"), await world.caller("OPERATOR")];
    const found = (customerDomain: string) => parent.post("/accounts/create-child", { name: "Child", customerDomain });
    const refused = { status: 403, error: { code: "ACCESS_DENIED", field: "customerDomain" } };
    for (const domain of ["groupm.example", "gmail.com"]) expect(await found(domain)).toMatchObject(refused);
    await operator.patch(`/accounts/${parent.customerId}/domain`, { customerDomain: "agency.example" });
    expect(await found("agency.example")).toMatchObject({
      status: 201,
      data: { customer: { customerDomain: "agency.example" } },
    });
  });

  test("shows its parent its name, but nothing else", async () => {
    const parent = await world.caller("BUYER");
    const { data } = await parent.post("/accounts/create-child", { name: "Quiet" });
    const { id } = data.customer;
    await switchTo(parent, id);
    await parent.post("/buyer/advertisers", { name: "Inner", brand: "acme.example" });
    await switchTo(parent, parent.customerId);
    const seen = await world.database.read({ customerId: parent.customerId, reach: "tenant" }, async (db) => ({
      names: await db.selectFrom("customers").select("company").where("customer_id", "=", id).execute(),
      members: await db.selectFrom("members").select("user_id").where("customer_id", "=", id).execute(),
      advertisers: await db.selectFrom("advertisers").select("name").where("customer_id", "=", id).execute(),
    }));
    expect(seen).toEqual({ names: [{ company: "Quiet" }], members: [], advertisers: [] });
  });

  test("is created by administrators only, on their own side of the market, and by no sponsored buyer", async () => {
    const [member, seller] = [await world.caller("BUYER", { role: "MEMBER" }), await world.caller("SELLER")];
    const child = { name: "Child" };
    expect((await member.post("/accounts/create-child", child)).status).toBe(403);
    const crossing = await seller.post("/storefront/accounts/create-child", { ...child, customerRole: "BUYER" });
    expect(crossing).toMatchObject({ status: 400, error: { field: "customerRole" } });
    const walled = await world.caller("BUYER");
    const { storefrontId } = (await seller.post("/storefront", { name: "Shop", defaultCurrency: "USD" })).data;
    await world.database.writeInstallation((db) =>
      db
        .insertInto("sponsorships")
        .values({
          customer_id: walled.customerId,
          storefront_id: Number(storefrontId),
          seller_customer_id: seller.customerId,
          join_link_id: 1,
          walled: true,
          status: "active",
          posture: "prepay",
          language: "en",
          created_at: new Date(),
          updated_at: new Date(),
        })
        .execute(),
    );
    expect(await walled.post("/buyer/accounts/create-child", child)).toMatchObject({
      status: 403,
      error: { code: "ACCESS_DENIED" },
    });
  });
});
