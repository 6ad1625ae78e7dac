import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember, someEmail } from "../../src/platform/sign-in/sign-in.fixture.ts";
import { openWorld, type World } from "../world.ts";
import { Visitor } from "./visitor.ts";

const COOKIE = "interchange_session";
let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** A person who is signed in, in a separate browser. */
async function signedIn(email = someEmail()) {
  const member = await addMember(world, { email });
  const visitor = new Visitor(world);
  const shown = await visitor.signIn(email, "/console");
  return { member, visitor, shown };
}

const setRole = (customerId: number, role: "ADMIN" | "MEMBER") =>
  world.database.writeInstallation((db) =>
    db.updateTable("members").set({ role }).where("customer_id", "=", customerId).execute(),
  );

describe("the page", () => {
  test("a person signs in by mail and arrives at the page they were on the way to", async () => {
    const { member, visitor, shown } = await signedIn();
    expect([shown.status, shown.location]).toEqual([303, "/console"]);
    expect((await visitor.ask("GET", "/me")).data).toMatchObject({
      person: { id: member.userId, email: member.email },
      organisationId: member.customerId,
      memberships: [{ organisationId: member.customerId, company: member.company, side: "buyer", role: "ADMIN" }],
      isOperator: false,
      sessionId: expect.stringMatching(/^ses_/),
    });
  });

  test("the page does not reveal whether there is an account", async () => {
    const { email } = await addMember(world);
    const pages = await Promise.all(
      [email, someEmail()].map(async (address) => {
        const visitor = new Visitor(world);
        const { status, body, headers } = await visitor.send(await visitor.open("/sign-in"), { email: address });
        return { status, body: body.replaceAll(address, "…"), names: Object.keys(headers).sort() };
      }),
    );
    expect(pages[0]?.status).toBe(200);
    expect(pages[1]).toEqual(pages[0]);
  });

  test("a visitor who is signed in continues immediately", async () => {
    const { visitor } = await signedIn();
    expect((await visitor.open("/sign-in?next=/console/sell")).location).toBe("/console/sell");
  });

  test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/console/../api/v2/sign-out"])(
    "nobody is led on to %s",
    async (next) => {
      const { visitor, member } = await signedIn();
      const page = await visitor.open(`/sign-in?${new URLSearchParams({ next })}`);
      expect([page.status, page.location]).toEqual([200, undefined]);
      expect(page.body).not.toContain("evil");
      const other = new Visitor(world);
      await other.send(await other.open("/sign-in"), { email: member.email, next });
      const link = await other.openMailed(member.email);
      expect((await other.send(link, { next })).location).toBeUndefined();
    },
  );

  test("a form that another site sends is refused, including a neighbouring host's", async () => {
    const { email } = await addMember(world);
    const visitor = new Visitor(world);
    const form = await visitor.open("/sign-in");
    for (const site of ["cross-site", "same-site"])
      expect((await visitor.send(form, { email }, { "sec-fetch-site": site })).status).toBe(404);
    expect((await visitor.send(form, { email }, { "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  test("a session that somebody planted is not the one that is signed in", async () => {
    const attacker = await signedIn();
    const planted = attacker.visitor.cookies.get(COOKIE) ?? "";
    const { email } = await addMember(world);
    const victim = new Visitor(world);
    victim.cookies.set(COOKIE, planted);
    await victim.signIn(email);
    expect(victim.cookies.get(COOKIE)).not.toBe(planted);
    expect((await victim.ask("GET", "/me")).data.person.email).toBe(email);
    expect((await attacker.visitor.ask("GET", "/me")).status).toBe(401);
  });
});

describe("the cookie is a credential for the console only", () => {
  test.each<[string, Record<string, string>]>([
    ["the cookie alone", {}],
    ["a form's request", { origin: "http://localhost:4000", "sec-fetch-site": "same-origin" }],
    ["another site", { "x-interchange-console": "1", "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["a neighbouring host", { "x-interchange-console": "1", "sec-fetch-site": "same-site" }],
    ["the address bar", { "x-interchange-console": "1", "sec-fetch-site": "none" }],
    ["a foreign origin in an older browser", { "x-interchange-console": "1", origin: "http://localhost:4001" }],
    ["a page without an origin", { "x-interchange-console": "1", origin: "null" }],
    [
      "an origin that only begins like ours",
      { "x-interchange-console": "1", origin: "http://localhost:4000.evil.example" },
    ],
    [
      "two words that contradict",
      { "x-interchange-console": "1", "sec-fetch-site": "same-origin", origin: "https://evil.example" },
    ],
    ["a browser that says nothing of where it asks from", { "x-interchange-console": "1" }],
  ])("not for %s", async (_, headers) => {
    const { visitor } = await signedIn();
    const [read, write] = [
      await visitor.askRaw("GET", "/me", headers),
      await visitor.askRaw("POST", "/accept-tos", headers),
    ];
    expect([read.status, write.status]).toEqual([401, 401]);
    expect((await visitor.ask("GET", "/accounts/current")).data.termsAccepted).toBe(false);
  });

  test("an older browser's own origin is enough", async () => {
    const { visitor } = await signedIn();
    const older = { "x-interchange-console": "1", origin: "http://localhost:4000" };
    expect((await visitor.askRaw("POST", "/accept-tos", older)).status).toBe(200);
  });

  test("it is refused at an agent's address", async () => {
    const { visitor } = await signedIn();
    const answer = await world.app.inject({
      method: "POST",
      url: "/mcp/buyer",
      headers: {
        cookie: `${COOKIE}=${visitor.cookies.get(COOKIE)}`,
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        "x-interchange-console": "1",
        "sec-fetch-site": "same-origin",
      },
      payload: { jsonrpc: "2.0", id: 1, method: "tools/list" },
    });
    expect(answer.statusCode).toBe(401);
  });

  test("if there is a key as well, the key counts", async () => {
    const { visitor } = await signedIn();
    const other = await world.caller("SELLER");
    const me = await visitor.ask("GET", "/me", { authorization: `Bearer ${other.key}` });
    expect(me.data).toMatchObject({ organisationId: other.customerId, sessionId: null });
  });
});

describe("the organisation", () => {
  test("is one of the person's own, named with each request", async () => {
    const email = someEmail();
    const first = await addMember(world, { email });
    const second = await addMember(world, { email });
    const visitor = new Visitor(world);
    await visitor.signIn(email);
    const inOrganisation = async (id: number) =>
      (await visitor.ask("GET", "/accounts/current", { "x-interchange-organisation": String(id) })).data.id;
    expect(await inOrganisation(first.customerId)).toBe(first.customerId);
    expect(await inOrganisation(second.customerId)).toBe(second.customerId);
    expect((await visitor.ask("GET", "/me")).data.memberships).toHaveLength(2);
  });

  test("of somebody else is refused like a missing one", async () => {
    const { visitor } = await signedIn();
    const other = await addMember(world);
    const [foreign, missing] = await Promise.all(
      [other.customerId, 999_999_999].map((id) =>
        visitor.ask("GET", "/accounts/current", { "x-interchange-organisation": String(id) }),
      ),
    );
    expect(foreign).toMatchObject({ status: 403, data: null, error: { code: "CUSTOMER_ROLE_DENIED" } });
    expect([missing?.status, missing?.error]).toEqual([foreign?.status, foreign?.error]);
  });

  test.each(["0", "-1", "abc", "1e3", "1,2", "9".repeat(30)])("%s is nobody's organisation", async (named) => {
    const { visitor } = await signedIn();
    expect((await visitor.ask("GET", "/me", { "x-interchange-organisation": named })).status).toBe(403);
  });

  test("a changed role applies to the next request", async () => {
    const { visitor, member } = await signedIn();
    await visitor.ask("POST", "/accept-tos");
    expect((await visitor.ask("GET", "/members")).status).toBe(200);
    await setRole(member.customerId, "MEMBER");
    expect((await visitor.ask("GET", "/me")).data.memberships[0].role).toBe("MEMBER");
    await setRole(member.customerId, "ADMIN");
    expect((await visitor.ask("GET", "/me")).data.memberships[0].role).toBe("ADMIN");
  });

  test("that somebody left is closed at the next request, and their others continue", async () => {
    const email = someEmail();
    const [left, kept] = [await addMember(world, { email }), await addMember(world, { email })];
    const visitor = new Visitor(world);
    await visitor.signIn(email);
    await world.database.writeInstallation((db) =>
      db.deleteFrom("members").where("customer_id", "=", left.customerId).execute(),
    );
    const asked = await visitor.ask("GET", "/me", { "x-interchange-organisation": String(left.customerId) });
    expect(asked.status).toBe(403);
    expect((await visitor.ask("GET", "/me")).data.organisationId).toBe(kept.customerId);
    await world.database.writeInstallation((db) =>
      db.deleteFrom("members").where("customer_id", "=", kept.customerId).execute(),
    );
    expect((await visitor.ask("GET", "/me")).status).toBe(401);
  });
});

describe("sessions", () => {
  test("are listed with their own, and ended individually, immediately", async () => {
    const { visitor: desk, member } = await signedIn();
    const phone = new Visitor(world);
    await phone.signIn(member.email);
    const { sessions } = (await desk.ask("GET", "/sessions")).data;
    expect(sessions).toHaveLength(2);
    const [other] = sessions.filter((session: { current: boolean }) => !session.current);
    expect(other).toMatchObject({ method: "mail_link", current: false });
    expect((await desk.ask("DELETE", `/sessions/${other.id}`)).status).toBe(204);
    expect((await phone.ask("GET", "/me")).status).toBe(401);
    expect((await desk.ask("DELETE", `/sessions/${other.id}`)).status).toBe(404);
    expect((await desk.ask("GET", "/sessions")).data.sessions).toHaveLength(1);
  });

  test("of a colleague cannot be seen or ended by anybody else", async () => {
    const { visitor, member } = await signedIn();
    const { visitor: colleague } = await signedIn();
    await world.database.writeInstallation(async (db) => {
      const { user_id } = await db
        .selectFrom("users")
        .select("user_id")
        .where("email", "=", (await colleague.ask("GET", "/me")).data.person.email)
        .executeTakeFirstOrThrow();
      await db
        .insertInto("members")
        .values({ customer_id: member.customerId, user_id, role: "ADMIN", created_at: new Date() })
        .execute();
    });
    const { sessionId } = (await visitor.ask("GET", "/me")).data;
    const ended = await colleague.ask("DELETE", `/sessions/${sessionId}`, {
      "x-interchange-organisation": String(member.customerId),
    });
    expect(ended.status).toBe(404);
    expect((await visitor.ask("GET", "/me")).status).toBe(200);
  });

  test("signing out ends the session, and the browser forgets the cookie", async () => {
    const { visitor } = await signedIn();
    const cookie = visitor.cookies.get(COOKIE) ?? "";
    expect((await visitor.ask("POST", "/sign-out")).status).toBe(204);
    expect(visitor.cookies.has(COOKIE)).toBe(false);
    visitor.cookies.set(COOKIE, cookie);
    expect((await visitor.ask("GET", "/me")).status).toBe(401);
  });

  test("a key has no session from which to sign out", async () => {
    const caller = await world.caller("BUYER");
    expect(await caller.post("/sign-out")).toMatchObject({ status: 400, error: { code: "BAD_REQUEST" } });
  });

  test("actions in one are its person's in the audit log, which names it; the log still verifies", async () => {
    const { visitor, member } = await signedIn();
    const { sessionId } = (await visitor.ask("GET", "/me")).data;
    await visitor.ask("POST", "/accept-tos");
    const { data } = await visitor.ask("GET", "/audit-logs");

    expect(
      data.logs.map((entry: Record<string, unknown>) => [entry.operation, entry.userEmail, entry.sessionId]),
    ).toEqual([
      ["acceptTos", member.email, sessionId],
      ["confirmSignIn", member.email, sessionId],
    ]);
    expect((await visitor.ask("GET", "/audit-logs/verify")).data).toMatchObject({ intact: true, entries: 2 });
  });
});
