import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newestMailTo } from "../../../test/mailbox.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS, frozenClock, HOUR_MS } from "../../ground/kernel/clock.ts";

const START = new Date("2026-11-21T09:00:00.000Z");
const clock = frozenClock(START);
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
beforeEach(() => clock.set(START));
afterAll(() => world.close());

let people = 0;
const someEmail = () => `ann.${++people}@brand.example`;
const confirm = (token: string | undefined) => world.anonymous("POST", "/sign-in/confirm", { token });
const invite = (caller: Caller, email: string, more: object = {}) =>
  caller.post("/members/invitations", { email, ...more });

/** A person who was invited and accepted. */
async function joined(admin: Caller, role = "MEMBER"): Promise<Caller & { readonly userId: number }> {
  const email = someEmail();
  expect((await invite(admin, email, { role })).status).toBe(201);
  const { data } = await confirm((await newestMailTo(world, email))?.token);
  return { ...world.holder(admin.customerId, data.apiKey), userId: data.userId };
}

const rolesOf = async (admin: Caller) =>
  (await admin.get("/members")).data.members.map(({ role }: { role: string }) => role);

describe("an invitation", () => {
  test("is mailed in its language, admits its reader once, and shows them a key of their own", async () => {
    const admin = await world.caller("BUYER", { company: "Northwind" });
    const email = someEmail();
    const made = await invite(admin, email, { role: "ADMIN", language: "de-AT" });
    expect(made).toMatchObject({ status: 201, data: { email, role: "ADMIN", invitedBy: expect.any(String) } });
    const mail = await newestMailTo(world, email);
    expect(mail?.subject).toBe("Einladung zu Northwind");
    const entered = await confirm(mail?.token);
    expect(entered).toMatchObject({ status: 200, data: { customerId: admin.customerId } });
    const them = world.holder(admin.customerId, entered.data.apiKey);
    expect((await them.get("/accounts/current")).data).toMatchObject({ id: admin.customerId, role: "ADMIN" });
    expect((await admin.get("/members/invitations")).data).toEqual({ invitations: [], total: 0 });
    expect((await confirm(mail?.token)).status).toBe(400);
    expect((await admin.get("/notifications")).data.notifications).toMatchObject([{ event: "member.joined" }]);
    expect((await admin.get("/audit-logs")).data.logs.map(({ operation }: { operation: string }) => operation)).toEqual(
      ["confirmSignIn", "acceptInvitation", "inviteMember"],
    );
  });

  test("is opened in a browser, which is signed in by its button rather than by opening it", async () => {
    const admin = await world.caller("BUYER");
    const email = someEmail();
    await invite(admin, email);
    const { token = "" } = (await newestMailTo(world, email)) ?? {};
    const page = await world.app.inject({ method: "GET", url: `/sign-in?token=${token}` });
    expect(page.statusCode).toBe(200);
    expect(await rolesOf(admin)).toEqual(["ADMIN"]);
    const [, form = ""] = /name="form" value="([^"]+)"/.exec(page.body) ?? [];
    const cookie = String(page.headers["set-cookie"]).split(";")[0] ?? "";
    const pressed = await world.app.inject({
      method: "POST",
      url: "/sign-in",
      headers: { "content-type": "application/x-www-form-urlencoded", cookie },
      payload: new URLSearchParams({ token, form }).toString(),
    });
    expect([pressed.statusCode, String(pressed.headers["set-cookie"])]).toEqual([
      200,
      expect.stringContaining("interchange_session="),
    ]);
    expect(await rolesOf(admin)).toEqual(["ADMIN", "MEMBER"]);
  });

  test("to a known person makes them a member here as well", async () => {
    const [here, elsewhere] = [await world.caller("BUYER"), await world.caller("SELLER")];
    const { email, userId } = (await elsewhere.get("/members")).data.members[0];
    await invite(here, email.toUpperCase());
    const mail = await newestMailTo(world, email);
    expect((await confirm(mail?.token)).data).toMatchObject({ customerId: here.customerId, userId });
    expect((await elsewhere.get("/accounts")).data.accounts).toMatchObject([
      { id: here.customerId, role: "MEMBER" },
      { id: elsewhere.customerId, role: "ADMIN" },
    ]);
  });

  test("that was withdrawn, has expired or was replaced is invalid", async () => {
    const admin = await world.caller("BUYER");
    const [one, two, three] = [someEmail(), someEmail(), someEmail()];
    for (const email of [one, two, three]) await invite(admin, email);
    const tokenOf = async (email: string) => (await newestMailTo(world, email))?.token;
    const [withdrawn, expired, replaced] = [await tokenOf(one), await tokenOf(two), await tokenOf(three)];
    const open = (await admin.get("/members/invitations")).data.invitations;
    const { id } = open.find(({ email }: { email: string }) => email === one);
    expect((await admin.delete(`/members/invitations/${id}`)).status).toBe(204);
    clock.set(after(START, 2 * HOUR_MS));
    await invite(admin, three);
    const renewed = await tokenOf(three);
    clock.set(after(START, 7 * DAY_MS));
    for (const token of [withdrawn, expired, replaced]) expect((await confirm(token)).status).toBe(400);
    expect((await confirm(renewed)).status).toBe(200);
  });

  test("to one address is mailed once an hour, however often it is made", async () => {
    const admin = await world.caller("BUYER");
    const email = someEmail();
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push((await invite(admin, email)).data.id);
    await newestMailTo(world, email);
    expect(new Set(ids).size).toBe(1);
    expect(world.mail.messages.filter(({ to }) => to === email)).toHaveLength(1);
  });

  test("opened sixteen times concurrently admits the person once", async () => {
    const admin = await world.caller("BUYER");
    const email = someEmail();
    await invite(admin, email);
    const { token } = (await newestMailTo(world, email)) ?? {};
    const replies = await Promise.all(Array.from({ length: 16 }, () => confirm(token)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await rolesOf(admin)).toEqual(["ADMIN", "MEMBER"]);
  });

  test("is refused beyond a hundred pending ones, until one is withdrawn", async () => {
    const admin = await world.caller("BUYER");
    const made = await Promise.all(Array.from({ length: 100 }, () => invite(admin, someEmail())));
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]));
    const email = someEmail();
    expect(await invite(admin, email)).toMatchObject({ status: 400, error: { code: "BAD_REQUEST" } });
    await admin.delete(`/members/invitations/${made[0]?.data.id}`);
    expect((await invite(admin, email)).status).toBe(201);
  });

  test("is refused for existing members", async () => {
    const admin = await world.caller("BUYER");
    const { email } = (await admin.get("/members")).data.members[0];
    expect(await invite(admin, email)).toMatchObject({ status: 409, error: { field: "email" } });
  });
});

describe("a member", () => {
  test("who was removed has no key here any more, and is not a member", async () => {
    const admin = await world.caller("BUYER");
    const member = await joined(admin);
    expect((await member.get("/accounts/current")).status).toBe(200);
    expect((await admin.delete(`/members/${member.userId}`)).status).toBe(204);
    expect((await member.get("/accounts/current")).status).toBe(401);
    expect(await rolesOf(admin)).toEqual(["ADMIN"]);
    expect((await admin.delete(`/members/${member.userId}`)).status).toBe(404);
  });

  test("who becomes an administrator is one from the next request on, and the log says what changed", async () => {
    const admin = await world.caller("BUYER");
    const member = await joined(admin);
    expect((await member.get("/members")).status).toBe(403);
    const path = `/members/${member.userId}`;
    expect((await admin.put(path, { role: "ADMIN" })).data).toMatchObject({ role: "ADMIN" });
    expect((await member.get("/members")).status).toBe(200);
    const [entry] = (await admin.get("/audit-logs?resourceTypes=MEMBER&actions=UPDATE")).data.logs;
    expect(entry).toMatchObject({ changes: { role: { from: "MEMBER", to: "ADMIN" } } });
  });

  test.each(["remove", "demote"])("who is the last administrator cannot be %sd", async (how) => {
    const admin = await world.caller("BUYER");
    await joined(admin);
    const { userId } = (await admin.get("/members")).data.members[0];
    const path = `/members/${userId}`;
    const refused = await (how === "remove" ? admin.delete(path) : admin.put(path, { role: "MEMBER" }));
    expect(refused).toMatchObject({ status: 409, error: { message: expect.stringContaining("last administrator") } });
  });

  test("of two administrators who remove each other concurrently, one stays", async () => {
    const admin = await world.caller("BUYER");
    const other = await joined(admin, "ADMIN");
    const { userId } = (await admin.get("/members")).data.members[0];
    const replies = await Promise.all([admin.delete(`/members/${other.userId}`), other.delete(`/members/${userId}`)]);
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1);
    const left = await world.database.readInstallation((db) =>
      db.selectFrom("members").select("role").where("customer_id", "=", admin.customerId).execute(),
    );
    expect(left).toEqual([{ role: "ADMIN" }]);
  });
});

test("cannot make themselves an administrator of the installation", async () => {
  const admin = await world.caller("BUYER");
  const { userId } = (await admin.get("/members")).data.members[0];
  for (const refused of [
    await admin.put(`/members/${userId}`, { role: "SUPER_ADMIN" }),
    await invite(admin, someEmail(), { role: "SUPER_ADMIN" }),
  ])
    expect(refused).toMatchObject({ status: 403, error: { code: "ACCESS_DENIED", field: "role" } });
  const operator = await world.caller("OPERATOR");
  expect((await invite(operator, someEmail(), { role: "SUPER_ADMIN" })).status).toBe(201);
});

test("another organisation's members and invitations read like missing ones", async () => {
  const [mine, theirs] = [await world.caller("BUYER"), await world.caller("BUYER")];
  const { userId } = (await theirs.get("/members")).data.members[0];
  const { id } = (await invite(theirs, someEmail())).data;
  const replies = await Promise.all([
    mine.put(`/members/${userId}`, { role: "MEMBER" }),
    mine.delete(`/members/${userId}`),
    mine.delete(`/members/invitations/${id}`),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
});
