import { afterAll, beforeAll, expect, test } from "vitest";
import { newestMailTo } from "../../../../test/mailbox.ts";
import { openWorld, type World } from "../../../../test/world.ts";
import { confirm, type Host, join, joinAs, open, openHost, purposeFor, someEmail } from "../joining.fixture.ts";

let world: World;
let host: Host;
beforeAll(async () => {
  world = await openWorld();
  host = await openHost(world);
});
afterAll(() => world.close());

const slugOf = async (body: Record<string, unknown> = {}, at = host) => (await at.mint(body)).data.slug as string;
const usesOf = async (slug: string, at = host) =>
  (await at.seller.get("/storefront/join-links")).data.items.find((link: { slug: string }) => link.slug === slug)?.uses;
const buyersOf = async (at = host) => (await at.seller.get("/storefront/sponsored-buyers")).data.items;
const accountOf = (key: string | null) =>
  world.anonymous("GET", "/accounts/current", undefined, { authorization: `Bearer ${key}` });

test.each([
  ["auto_approve", "active"],
  ["manual_approve", "pending"],
  ["invite_only", "pending"],
])("by a link of policy %s somebody new is %s, and one use is counted", async (approvalPolicy, status) => {
  const slug = await slugOf({ approvalPolicy });
  const email = someEmail();
  expect(await join(world, slug, { email, companyName: "  Acme GmbH " })).toMatchObject({
    status: 201,
    data: { status: "check_mail" },
  });
  expect(await usesOf(slug)).toBe(0);
  const [buyer] = await buyersOf();
  expect(buyer).toEqual({
    buyerCustomerId: expect.any(Number),
    buyerName: "Acme GmbH",
    storefrontId: host.storefrontId,
    status,
    posture: "prepay",
    createdAt: expect.any(String),
  });
  const joined = await confirm(world, email);
  expect(joined).toMatchObject({
    status: 200,
    data: { buyerCustomerId: buyer.buyerCustomerId, storefrontName: host.name, status },
  });
  expect(joined.data.apiKey === null).toBe(status === "pending");
  expect(await usesOf(slug)).toBe(1);
});

test("the founder is the administrator of a buyer that has accepted the terms, and holds its first key", async () => {
  const { key, customerId, email } = await joinAs(world, await slugOf({ approvalPolicy: "auto_approve" }));
  expect((await accountOf(key)).data).toMatchObject({
    id: customerId,
    customerRole: "BUYER",
    role: "ADMIN",
    termsAccepted: true,
  });
  const terms = await world.database.readInstallation((db) =>
    db
      .selectFrom("customers")
      .select(["terms_version", "terms_accepted_by", "terms_accepted_at"])
      .where("customer_id", "=", customerId)
      .executeTakeFirst(),
  );
  expect(terms).toEqual({ terms_version: "2026-01", terms_accepted_by: email, terms_accepted_at: expect.any(Date) });
});

test.each([
  ["companyName", { companyName: "" }],
  ["companyName", { companyName: "x".repeat(256) }],
  ["email", { email: "nobody" }],
  ["acceptTerms", { acceptTerms: false }],
  ["acceptTerms", { acceptTerms: undefined }],
  ["termsVersion", { termsVersion: "1999-01" }],
  ["language", { language: "not a language" }],
])("a sign-up with a bad %s is refused, and nothing is counted", async (field, body) => {
  const slug = await slugOf();
  expect(await join(world, slug, body)).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field } });
  expect(await usesOf(slug)).toBe(0);
});

test("the same submission again, in any letter case and concurrently, creates one customer and counts one use", async () => {
  const slug = await slugOf();
  const email = someEmail();
  const before = (await buyersOf()).length;
  const replies = await Promise.all(
    Array.from({ length: 6 }, (_, n) => join(world, slug, { email: n % 2 ? email : email.toUpperCase() })),
  );
  expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(201));
  await confirm(world, email);
  expect(await usesOf(slug)).toBe(1);
  expect(await buyersOf()).toHaveLength(before + 1);
});

test("the response does not reveal who has an account", async () => {
  const slug = await slugOf();
  const known = await joinAs(world, await slugOf({}, await openHost(world)));
  const [a, b] = [await join(world, slug), await join(world, slug, { email: known.email })];
  expect([b.status, b.data, b.error]).toEqual([a.status, a.data, a.error]);
  expect(Object.keys(b.headers).sort()).toEqual(Object.keys(a.headers).sort());
});

test("a buyer from the open marketplace joins once its mail is answered, and still sees the marketplace", async () => {
  const slug = await slugOf({ approvalPolicy: "auto_approve" });
  const buyer = await world.caller("BUYER");
  const { email } = await memberOf(buyer.customerId);
  await join(world, slug, { email });
  expect([await usesOf(slug), await purposeFor(world, email)]).toEqual([0, "attach"]);
  const joined = await confirm(world, email);
  expect(joined.data).toEqual({
    buyerCustomerId: buyer.customerId,
    storefrontName: host.name,
    status: "active",
    apiKey: null,
  });
  expect(await usesOf(slug)).toBe(1);
  const walled = await world.database.readInstallation((db) =>
    db.selectFrom("sponsorships").select("walled").where("customer_id", "=", buyer.customerId).execute(),
  );
  expect(walled).toEqual([{ walled: false }]);
  expect((await buyer.get(`/buyer/storefronts/${host.storefrontId}`)).data).toMatchObject({ name: host.name });
});

test("a person who is restricted to another storefront, or sells, joins with a new organisation under the same account", async () => {
  const slug = await slugOf({ approvalPolicy: "auto_approve" });
  const elsewhere = await joinAs(world, await slugOf({}, await openHost(world)));
  const seller = await memberOf((await openHost(world)).seller.customerId);
  for (const { email } of [elsewhere, seller]) {
    await join(world, slug, { email, companyName: "Second Ltd" });
    const { data } = await confirm(world, email);
    expect(data).toMatchObject({ status: "active", apiKey: expect.stringMatching(/^scope3_/) });
    expect(data.buyerCustomerId).not.toBe(elsewhere.customerId);
    expect((await accountOf(data.apiKey)).data).toMatchObject({ id: data.buyerCustomerId, company: "Second Ltd" });
  }
  expect(await usesOf(slug)).toBe(2);
});

test("two links mailed to one person admit them once", async () => {
  const slug = await slugOf({ approvalPolicy: "auto_approve" });
  const { email } = await joinAs(world, await slugOf({}, await openHost(world)));
  await join(world, slug, { email });
  const first = await newestMailTo(world, email);
  await join(world, slug, { email });
  const second = await newestMailTo(world, email);
  expect(first?.token).not.toBe(second?.token);
  const [a, b] = await Promise.all([open(world, first?.token), open(world, second?.token)]);
  expect([a.status, b.status]).toEqual([200, 200]);
  expect(a.data.buyerCustomerId).toBe(b.data.buyerCustomerId);
  expect([a.data.apiKey, b.data.apiKey].filter((key) => key !== null)).toHaveLength(1);
  expect(await usesOf(slug)).toBe(1);
});

test("a buyer who has joined signs in by signing up again, without using up the link's cap", async () => {
  const slug = await slugOf({ approvalPolicy: "auto_approve" });
  const { email, customerId } = await joinAs(world, slug);
  await join(world, slug, { email });
  expect(await purposeFor(world, email)).toBe("sign_in");
  expect((await confirm(world, email)).data).toMatchObject({ buyerCustomerId: customerId, apiKey: null });
  expect(await usesOf(slug)).toBe(1);
});

test("if a cap is reached before the mail is answered, an existing account is no longer admitted, and its link can be tried again", async () => {
  const slug = await slugOf({ approvalPolicy: "auto_approve", maxUses: 1 });
  const { email } = await memberOf((await world.caller("BUYER")).customerId);
  await join(world, slug, { email });
  await join(world, slug);
  for (let i = 0; i < 2; i++)
    expect(await confirm(world, email)).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  expect(await usesOf(slug)).toBe(0);
});

test("a mailed link works once, for anybody who has it", async () => {
  const slug = await slugOf({ approvalPolicy: "auto_approve" });
  const email = someEmail();
  await join(world, slug, { email });
  expect((await confirm(world, email)).data.apiKey).toMatch(/^scope3_/);
  const again = await confirm(world, email);
  const guessed = await open(world, "guessed");
  expect([again.status, again.error]).toEqual([guessed.status, guessed.error]);
  expect(again.status).toBe(400);
});

test("joining and confirming an address leave entries in the buyer's audit log", async () => {
  const { customerId, email } = await joinAs(world, await slugOf());
  const entries = await world.database.readInstallation((db) =>
    db.selectFrom("audit_log").selectAll().where("customer_id", "=", customerId).orderBy("sequence").execute(),
  );
  expect(entries).toMatchObject([
    { operation: "signUp", action: "CREATE", resource_type: "SPONSORED_BUYER", user_email: email },
    { operation: "confirmSignUp", action: "EXECUTE", resource_type: "SIGN_UP", user_email: email },
  ]);
});

test("buyers of a sandbox seller are in the sandbox", async () => {
  const sandboxed = await openHost(world, { sandbox: true });
  const { key } = await joinAs(world, await slugOf({ approvalPolicy: "auto_approve" }, sandboxed));
  expect((await accountOf(key)).data.sandbox).toBe(true);
});

async function memberOf(customerId: number): Promise<{ email: string }> {
  return world.database.readInstallation((db) =>
    db
      .selectFrom("members")
      .innerJoin("users", "users.user_id", "members.user_id")
      .select("email")
      .where("members.customer_id", "=", customerId)
      .executeTakeFirstOrThrow(),
  );
}

test("a person who has not answered their mail holds a place without being counted, and loses it after a day", async () => {
  const slug = await slugOf({ approvalPolicy: "auto_approve", maxUses: 1 });
  const [first, second] = [someEmail(), someEmail()];
  expect((await join(world, slug, { email: first })).status).toBe(201);
  expect(await usesOf(slug)).toBe(0);
  expect((await join(world, slug, { email: second })).status).toBe(409);
  const { buyerCustomerId } = (await buyersOf())[0];
  await world.database.writeInstallation((db) =>
    db
      .updateTable("sponsorships")
      .set({ held_until: new Date(0) })
      .where("customer_id", "=", buyerCustomerId)
      .execute(),
  );
  expect((await join(world, slug, { email: second })).status).toBe(201);
  expect((await confirm(world, second)).status).toBe(200);
  expect(await usesOf(slug)).toBe(1);
  expect((await confirm(world, first)).status).toBe(409);
  expect(await usesOf(slug)).toBe(1);
});

test("a key restricted to one storefront creates a link for it without naming it", async () => {
  const link = await host.seller.post("/storefront/join-links", {});
  expect(link).toMatchObject({ status: 201, data: { storefrontId: host.storefrontId } });
});
