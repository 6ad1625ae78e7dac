import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertMemberOfInstallation } from "../../src/platform/customers/index.ts";
import { someEmail } from "../../src/platform/sign-in/sign-in.fixture.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import { Visitor } from "./visitor.ts";

let world: World;
let operator: Awaited<ReturnType<typeof signedInOperator>>;
let other: typeof operator;
let buyer: Caller;

beforeAll(async () => {
  world = await openWorld();
  [operator, other] = [await signedInOperator(), await signedInOperator()];
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

const REASON = "They cannot see their campaign, ticket 4711";

async function signedInOperator() {
  const { customerId } = await world.caller("OPERATOR");
  const email = someEmail();
  const userId = await world.database.writeInstallation((db) =>
    insertMemberOfInstallation(db, customerId, email, "SUPER_ADMIN", world.host.clock.now()),
  );
  const visitor = new Visitor(world);
  await visitor.signIn(email);
  const own = { "x-interchange-organisation": String(customerId) };
  const start = (customer: number, more: object = {}, headers: Readonly<Record<string, string>> = own) =>
    visitor.ask("POST", "/operator/acting-grants", headers, { customerId: customer, reason: REASON, ...more });
  const act = (method: "GET" | "POST" | "DELETE", path: string, body?: unknown, as = buyer.customerId) =>
    visitor.ask(method, path, { "x-interchange-organisation": String(as) }, body);
  const end = (grantId: string) => visitor.ask("DELETE", `/acting-grants/${grantId}`, own);
  return { customerId, userId, email, visitor, own, start, act, end };
}

const role = (userId: number, role: "SUPER_ADMIN" | "ADMIN") =>
  world.database.writeInstallation((db) =>
    db.updateTable("members").set({ role }).where("user_id", "=", userId).execute(),
  );
const expire = (grantId: string) =>
  world.database.writeInstallation((db) =>
    db
      .updateTable("acting_grants")
      .set({ expires_at: new Date(0) })
      .where("grant_id", "=", grantId)
      .execute(),
  );
const logOf = async (path = "") => (await buyer.get(`/audit-logs${path}`)).data.logs;

describe("an operator who acts for an organisation", () => {
  test("sees what the organisation sees, for a reason that the organisation can read, and is recorded in both logs", async () => {
    expect((await operator.act("GET", "/me")).status).toBe(403);
    const { status, data } = await operator.start(buyer.customerId, { minutes: 30 });
    expect([status, data]).toEqual([201, expect.objectContaining({ active: true, mayWrite: false, reason: REASON })]);
    const me = (await operator.act("GET", "/me")).data;
    expect(me).toMatchObject({
      organisationId: buyer.customerId,
      acting: { grantId: data.id, reason: REASON, endsAt: data.endsAt, organisationId: operator.customerId },
    });
    expect((await operator.act("GET", "/buyer/advertisers")).status).toBe(200);
    const [line] = await logOf();
    expect(line).toMatchObject({ operation: "startActing", resourceId: data.id, userEmail: operator.email });
    const own = await operator.visitor.ask("GET", "/audit-logs", operator.own);
    expect(own.data.logs[0]).toMatchObject({ operation: "startActing", resourceId: data.id });
    const { notifications } = (await buyer.get("/notifications")).data;
    expect(JSON.stringify(notifications[0])).toContain(REASON);
    expect((await buyer.get("/acting-grants")).data.grants[0]).toMatchObject({
      id: data.id,
      userEmail: operator.email,
    });
  });

  test("changes something only if they said they would, and the log names the grant", async () => {
    await operator.start(buyer.customerId);
    const advertiser = { name: "Acme", brand: "acme.example" };
    const refused = await operator.act("POST", "/buyer/advertisers", advertiser);
    expect([refused.status, refused.error?.message]).toEqual([403, expect.stringContaining("mayWrite")]);
    const { data: grant } = await operator.start(buyer.customerId, { mayWrite: true });
    expect((await operator.act("POST", "/buyer/advertisers", advertiser)).status).toBe(201);
    const [line] = await logOf();
    expect(line).toMatchObject({ operation: "createAdvertiser", actingGrantId: grant.id });
    expect(line.description).toContain("who acts for the organisation");
    expect((await buyer.get("/audit-logs/verify")).data.intact).toBe(true);
  });

  test.each([
    ["POST", "/api-keys", { name: "mine" }],
    ["POST", "/accounts/switch", { customerId: 1 }],
    ["POST", "/accept-tos", {}],
    ["POST", "/passkeys/options", undefined],
    ["GET", "/members", undefined],
    ["POST", "/members/invitations", { email: "me@evil.example" }],
    ["GET", "/webhook-subscriptions", undefined],
    ["GET", "/operator/organisations", undefined],
  ] as const)("may not do what only its own people may: %s %s", async (method, path, body) => {
    await operator.start(buyer.customerId, { mayWrite: true });
    const { status, error } = await operator.act(method, path, body);
    expect([status, error?.code]).toEqual([403, expect.stringMatching(/FORBIDDEN|WRONG|DENIED/)]);
    expect((await logOf("?outcome=denied"))[0].actingGrantId).toMatch(/^act_/);
  });
});

describe("the limits", () => {
  test("it ends immediately when the operator or the organisation ends it, and when it expires", async () => {
    const ends = [
      (id: string) => operator.end(id),
      (id: string) => buyer.delete(`/acting-grants/${id}`),
      (id: string) => expire(id),
    ];
    for (const end of ends) {
      const { data } = await operator.start(buyer.customerId);
      expect((await operator.act("GET", "/buyer/advertisers")).status).toBe(200);
      await end(data.id);
      expect((await operator.act("GET", "/buyer/advertisers")).status).toBe(403);
      expect((await buyer.get("/acting-grants")).data.grants[0]).toMatchObject({ id: data.id, active: false });
    }
    const ended = (await logOf()).filter(({ operation }: { operation: string }) => operation === "endActing");
    expect(ended.map(({ userId }: { userId: number }) => userId === operator.userId)).toEqual([false, true]);
  });

  test("it ends when its person no longer runs the installation", async () => {
    await operator.start(buyer.customerId);
    await role(operator.userId, "ADMIN");
    expect((await operator.act("GET", "/buyer/advertisers")).status).toBe(403);
    expect((await operator.start(buyer.customerId)).status).toBe(403);
    await role(operator.userId, "SUPER_ADMIN");
  });

  test("it is only valid for this organisation, this person and this browser", async () => {
    const neighbour = await world.caller("BUYER");
    const { data } = await operator.start(buyer.customerId);
    expect((await operator.act("GET", "/buyer/advertisers", undefined, neighbour.customerId)).status).toBe(403);
    expect((await other.act("GET", "/buyer/advertisers")).status).toBe(403);
    const second = new Visitor(world);
    await second.signIn(operator.email);
    const there = { "x-interchange-organisation": String(buyer.customerId) };
    expect((await second.ask("GET", "/buyer/advertisers", there)).status).toBe(403);
    expect((await neighbour.get("/acting-grants")).data.total).toBe(0);
    expect((await neighbour.delete(`/acting-grants/${data.id}`)).status).toBe(404);
    expect((await other.end(data.id)).status).toBe(204);
  });

  test("it is refused for those who run the installation, without a reason, with a key, and by anybody else", async () => {
    expect((await operator.start(other.customerId)).error?.field).toBe("customerId");
    expect((await operator.start(999_999)).status).toBe(404);
    expect((await operator.start(buyer.customerId, { reason: "because" })).error?.field).toBe("reason");
    expect((await operator.start(buyer.customerId, { minutes: 241 })).error?.field).toBe("minutes");
    const asked = { customerId: buyer.customerId, reason: REASON };
    const key = await world.caller("OPERATOR");
    expect((await key.post("/operator/acting-grants", asked)).error?.code).toBe("ACCESS_DENIED");
    expect((await buyer.post("/operator/acting-grants", asked)).status).toBe(403);
  });
});
