import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newestMailTo } from "../../../test/mailbox.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { after, frozenClock, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { requestMailLink } from "./index.ts";
import { addMember, outside, someEmail } from "./sign-in.fixture.ts";

const START = new Date("2026-11-21T09:00:00.000Z");
const clock = frozenClock(START);
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
beforeEach(() => clock.set(START));
afterAll(() => world.close());

const signIn = (email: unknown, more: object = {}) => world.anonymous("POST", "/sign-in", { email, ...more });
const confirm = (token: unknown) => world.anonymous("POST", "/sign-in/confirm", { token });
const mailsTo = (email: string) => world.mail.messages.filter(({ to }) => to === email);

async function signedInBy(email: string): Promise<string> {
  await signIn(email);
  return (await newestMailTo(world, email))?.token ?? "";
}

test("a person with an account is mailed a link, which shows the organisation's first key once", async () => {
  const { email, customerId, company } = await addMember(world);
  const token = await signedInBy(email);
  expect((await newestMailTo(world, email))?.subject).toBe(`Sign in to ${company}`);
  const first = await confirm(token);
  expect(first).toMatchObject({ status: 200, data: { customerId, apiKey: expect.stringMatching(/^scope3_/) } });
  const me = await world.anonymous("GET", "/accounts/current", undefined, {
    authorization: `Bearer ${first.data.apiKey}`,
  });
  expect(me.data).toMatchObject({ id: customerId, role: "ADMIN" });
  expect((await confirm(await signedInBy(email))).data).toMatchObject({ customerId, apiKey: null });
});

test("of many links used concurrently for one organisation, one shows a key", async () => {
  const { email } = await addMember(world);
  const tokens: string[] = [];
  for (let i = 0; i < 4; i++) tokens.push(await signedInBy(email));
  const keys = (await Promise.all(tokens.map(confirm))).map(({ data }) => data.apiKey);
  expect(keys.filter((key) => key !== null)).toHaveLength(1);
});

test("the answer does not reveal whether there is an account", async () => {
  const { email } = await addMember(world);
  const [known, unknown] = [await signIn(email), await signIn(someEmail())];
  expect(known).toMatchObject({ status: 202, data: { status: "check_mail" } });
  expect([unknown.status, unknown.data, unknown.error]).toEqual([known.status, known.data, known.error]);
  expect(Object.keys(unknown.headers).sort()).toEqual(Object.keys(known.headers).sort());
  expect(unknown.headers["content-length"]).toBe(known.headers["content-length"]);
});

test("for every address, the request has enqueued one job and looked up nobody", async () => {
  const { email } = await addMember(world);
  const left = () =>
    world.database.readInstallation(async (db) => {
      const jobs = await sql`select from jobs.job where name = 'sign-in.answer'`.execute(db);
      const links = await db.selectFrom("mail_links").select("customer_id").execute();
      return { jobs: jobs.rows.length, links: links.length };
    });
  const before = await left();
  await signIn(email);
  expect(await left()).toEqual({ jobs: before.jobs + 1, links: before.links });
  await signIn(someEmail());
  expect(await left()).toEqual({ jobs: before.jobs + 2, links: before.links });
});

test("nothing is mailed to an unknown address", async () => {
  const email = someEmail();
  await signIn(email);
  expect(await newestMailTo(world, email)).toBeUndefined();
});

test("nothing is mailed to an address that its person never verified", async () => {
  const { email, userId } = await addMember(world);
  await world.database.writeInstallation((db) =>
    db.updateTable("users").set({ email_verified_at: null }).where("user_id", "=", userId).execute(),
  );
  await signIn(email);
  expect(await newestMailTo(world, email)).toBeUndefined();
});

test("an address is found in any letter case, and mailed as it was stored", async () => {
  const { email } = await addMember(world);
  await signIn(email.toUpperCase());
  expect(await newestMailTo(world, email)).toBeDefined();
  expect(mailsTo(email)).toHaveLength(1);
});

test("a person in two organisations is mailed a link for each", async () => {
  const one = await addMember(world);
  const other = await addMember(world, { email: one.email });
  await signIn(one.email);
  await newestMailTo(world, one.email);
  expect(mailsTo(one.email).map(({ subject }) => subject)).toEqual(
    [one, other].map(({ company }) => `Sign in to ${company}`),
  );
});

test("the mail is in the requested language", async () => {
  const { email, company } = await addMember(world);
  await signIn(email, { language: "de-AT" });
  expect((await newestMailTo(world, email))?.subject).toBe(`Anmelden bei ${company}`);
});

test("used, expired, invented and foreign links are refused in the same words", async () => {
  const { email } = await addMember(world);
  const member = await addMember(world);
  const used = await signedInBy(email);
  await confirm(used);
  const verify = { ...member, purpose: "verify", language: "en", name: "Acme", path: "/" } as const;
  await outside(world, (ctx) => requestMailLink(ctx, verify));
  const foreign = (await newestMailTo(world, member.email))?.token;
  const expired = await signedInBy(email);
  clock.set(after(START, 15 * MINUTE_MS));
  const replies = await Promise.all([used, expired, "A".repeat(43), "x", foreign].map(confirm));
  expect(replies[0]).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field: "token" } });
  for (const { status, data, error } of replies)
    expect({ status, data, error }).toEqual({ status: 400, data: null, error: replies[0]?.error });
});

test("a link for an organisation that the person has left is invalid", async () => {
  const { email, customerId } = await addMember(world);
  const token = await signedInBy(email);
  await world.database.writeInstallation((db) =>
    db.deleteFrom("members").where("customer_id", "=", customerId).execute(),
  );
  expect((await confirm(token)).status).toBe(400);
});

test("a sign-in is recorded in the organisation's audit log", async () => {
  const { email, customerId } = await addMember(world);
  await confirm(await signedInBy(email));
  const entries = await world.database.readInstallation((db) =>
    db
      .selectFrom("audit_log")
      .select(["operation", "resource_type", "user_email"])
      .where("customer_id", "=", customerId)
      .execute(),
  );
  expect(entries).toEqual([{ operation: "confirmSignIn", resource_type: "SIGN_IN", user_email: email }]);
});

test.each([["nobody"], [""], [null], ["a@b.example\r\nBcc: eve@evil.example"], [`${"x".repeat(300)}@brand.example`]])(
  "%j is no address",
  async (email) => {
    expect(await signIn(email)).toMatchObject({ status: 400, error: { field: "email" } });
  },
);

test("a sandbox organisation whose clock is ahead signs in by real time", async () => {
  const { email, customerId } = await addMember(world, { sandbox: true });
  await world.database.writeInstallation((db) =>
    db
      .updateTable("customers")
      .set({ clock_offset_ms: 40 * 24 * 3_600_000 })
      .where("customer_id", "=", customerId)
      .execute(),
  );
  expect((await confirm(await signedInBy(email))).status).toBe(200);
});
