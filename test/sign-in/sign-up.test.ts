import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Installation } from "../../src/ground/kernel/context.ts";
import { addMember, someEmail } from "../../src/platform/sign-in/sign-in.fixture.ts";
import { doJobs } from "../jobs.ts";
import { newestMailTo } from "../mailbox.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../world.ts";
import { Visitor } from "./visitor.ts";

const signUp = (policy: Installation["signUp"]) => ({ installation: { ...INSTALLATION, signUp: policy } });
let open: World;
let approving: World;
let operator: Caller;
beforeAll(async () => {
  [open, approving] = await Promise.all([openWorld(signUp("open")), openWorld(signUp("approval"))]);
  operator = await approving.caller("OPERATOR");
});
afterAll(() => Promise.all([open.close(), approving.close()]));

const asked = (email: string, more: object = {}) => ({
  companyName: "Tea & Söhne",
  email,
  side: "buyer",
  acceptTerms: true,
  ...more,
});
const ask = (world: World, body: object) => world.anonymous("POST", "/sign-up", body);
const confirm = (world: World, token: string) => world.anonymous("POST", "/sign-up/confirm", { token });

/** A person whose link was opened, using the API as a program would. */
async function confirmed(world: World, email = someEmail(), more: object = {}) {
  await ask(world, asked(email, more));
  const token = (await newestMailTo(world, email))?.token ?? "";
  return { email, token, answer: await confirm(world, token) };
}

describe("if sign-up is open", () => {
  test.each([
    ["buyer", "BUYER", "/buyer/advertisers"],
    ["storefront", "SELLER", "/storefront/inventory-sources"],
  ])("a %s founds its organisation by mail, under the terms, and has a key", async (side, kind, path) => {
    const { email, token, answer } = await confirmed(open, someEmail(), { side });
    expect(answer).toMatchObject({
      status: 200,
      data: { status: "opened", apiKey: expect.stringMatching(/^scope3_/) },
    });
    const caller = open.holder(answer.data.customerId, answer.data.apiKey);
    expect((await caller.get("/accounts/current")).data).toMatchObject({
      customerRole: kind,
      termsAccepted: true,
      role: "ADMIN",
    });
    expect((await caller.get("/me")).data.person.email).toBe(email);
    expect((await caller.get(path)).status).not.toBe(403);
    expect((await confirm(open, token)).status).toBe(400);
  });

  test("a person who uses the page without a script ends up signed in", async () => {
    const email = someEmail();
    const visitor = new Visitor(open);
    const form = await visitor.open("/sign-up");
    const wrong = await visitor.send(form, { company: "", email: "nobody" });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain("Choose whether you buy or sell");
    const sent = await visitor.send(wrong, { side: "storefront", company: "<b>Shop</b>", email, accepted: "yes" });
    expect([sent.status, sent.body.includes(email)]).toEqual([200, true]);
    const link = await visitor.openMailed(email);
    expect(link.body).toContain("&lt;b&gt;Shop&lt;/b&gt;");
    expect(visitor.cookies.has("interchange_session")).toBe(false);
    const founded = await visitor.send(link);
    expect(founded.body).toContain('href="/console"');
    expect((await visitor.ask("GET", "/me")).data.memberships).toMatchObject([
      { company: "<b>Shop</b>", side: "storefront" },
    ]);
  });

  test("who has an account is not revealed: the answer, the mail and the work are the same", async () => {
    const { email } = await addMember(open);
    const stranger = someEmail();
    const [known, unknown] = [await ask(open, asked(email)), await ask(open, asked(stranger))];
    expect([known.status, known.data]).toEqual([202, { status: "check_mail" }]);
    expect([unknown.status, unknown.data, unknown.headers["content-length"]]).toEqual([
      known.status,
      known.data,
      known.headers["content-length"],
    ]);
    const [toKnown, toUnknown] = [await newestMailTo(open, email), await newestMailTo(open, stranger)];
    expect(toKnown?.subject).toBe(toUnknown?.subject);
  });

  test("until the link is opened nothing is created for the address", async () => {
    const email = someEmail();
    await ask(open, asked(email));
    const users = await open.database.readInstallation((db) =>
      db.selectFrom("users").select("user_id").where("email", "=", email).execute(),
    );
    expect(users).toEqual([]);
  });

  test("a person with an account gets another organisation, and stays one person", async () => {
    const member = await addMember(open);
    const { answer } = await confirmed(open, member.email);
    const { data } = await open.holder(answer.data.customerId, answer.data.apiKey).get("/me");
    expect(data.person.id).toBe(member.userId);
    expect(data.memberships).toHaveLength(2);
  });

  test("a mailbox gets at most five links, whoever asks", async () => {
    const email = someEmail();
    for (let i = 0; i < 8; i++) expect((await ask(open, asked(email))).status).toBe(202);
    await newestMailTo(open, email);
    expect(open.mail.messages.filter(({ to }) => to === email)).toHaveLength(5);
  });

  test("of sixteen concurrent openings one creates an organisation", async () => {
    const email = someEmail();
    await ask(open, asked(email));
    const token = (await newestMailTo(open, email))?.token ?? "";
    const answers = await Promise.all(Array.from({ length: 16 }, () => confirm(open, token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test.each<[string, object, string]>([
    ["an address that is thrown away", { email: "ann@mailinator.com" }, "email"],
    ["terms that were not accepted", { acceptTerms: false }, "acceptTerms"],
    ["terms that are not in force", { termsVersion: "1999-01" }, "termsVersion"],
    ["a side that there is not", { side: "operator" }, "side"],
    ["no name", { companyName: " " }, "companyName"],
  ])("%s is refused", async (_, more, field) => {
    expect(await ask(open, asked(someEmail(), more))).toMatchObject({ status: 400, error: { field } });
  });
});

describe("if an operator approves", () => {
  const waiting = async () =>
    (await operator.get("/operator/sign-ups")).data.signUps as { id: string; email: string }[];
  const idOf = async (email: string) => (await waiting()).find((one) => one.email === email)?.id ?? "";

  test("a sign-up waits once the address is verified, and not before", async () => {
    const email = someEmail();
    await ask(approving, asked(email));
    expect(await idOf(email)).toBe("");
    const { answer, email: proved } = await confirmed(approving);
    expect(answer.data).toEqual({ status: "waiting", customerId: null, apiKey: null });
    const id = await idOf(proved);
    expect(id).toMatch(/^sgn_/);
    const { notifications } = (await operator.get("/notifications")).data;
    expect(notifications).toMatchObject([{ event: "sign_up.waiting", resourceId: id }]);
    expect(notifications[0].message).toContain(proved);
  });

  test("an approval creates the organisation, once, and mails a link to sign in", async () => {
    const { email } = await confirmed(approving);
    const id = await idOf(email);
    const [one, two] = await Promise.all([0, 1].map(() => operator.post(`/operator/sign-ups/${id}/approve`)));
    expect([one?.status, two?.status].toSorted((a, b) => Number(a) - Number(b))).toEqual([200, 400]);
    const visitor = new Visitor(approving);
    expect((await visitor.send(await visitor.openMailed(email))).location).toBe("/console");
    expect((await visitor.ask("GET", "/me")).data.memberships).toMatchObject([
      { company: "Tea & Söhne", role: "ADMIN" },
    ]);
  });

  test("a refusal is mailed with its reason, and is final", async () => {
    const { email } = await confirmed(approving);
    const id = await idOf(email);
    expect((await operator.post(`/operator/sign-ups/${id}/refuse`, {})).status).toBe(400);
    const refused = await operator.post(`/operator/sign-ups/${id}/refuse`, { reason: "We serve publishers alone" });
    expect(refused.data).toMatchObject({ status: "refused", reason: "We serve publishers alone", customerId: null });
    await doJobs(approving);
    const mail = approving.mail.messages.findLast(({ to }) => to === email);
    expect(mail?.text).toContain("We serve publishers alone");
    expect((await operator.post(`/operator/sign-ups/${id}/approve`)).error?.code).toBe("INVALID_STATE");
  });
});

test("if sign-up is closed, which is the default, nobody creates an organisation", async () => {
  const closed = await openWorld();
  try {
    expect((await ask(closed, asked(someEmail()))).status).toBe(403);
    expect((await new Visitor(closed).open("/sign-up")).status).toBe(403);
  } finally {
    await closed.close();
  }
});
