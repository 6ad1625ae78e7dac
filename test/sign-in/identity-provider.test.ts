import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ResolveTxt } from "../../src/ground/outbound/index.ts";
import { addMember } from "../../src/platform/sign-in/sign-in.fixture.ts";
import { consentAt } from "../oauth/provider.ts";
import { type Caller, openWorld, type World } from "../world.ts";
import { openIdentityProvider, type SimulatedProvider } from "./identity-provider.ts";
import { type DisplayedPage, Visitor } from "./visitor.ts";

/** An organisation's people sign in with its own provider: the whole way, and every way that must not work. */
const zone = new Map<string, string[][] | Error>();
const resolveTxt: ResolveTxt = async (name) => {
  const answer = zone.get(name) ?? [];
  if (answer instanceof Error) throw answer;
  return answer;
};

let world: World;
const open: SimulatedProvider[] = [];
beforeAll(async () => void (world = await openWorld({ resolveTxt })));
afterAll(async () => {
  for (const provider of open) provider.close();
  await world.close();
});

interface House {
  readonly admin: Caller;
  readonly provider: SimulatedProvider;
  readonly domain: string;
  readonly path: string;
}

async function house({
  joinsAs = null as "MEMBER" | "ADMIN" | null,
  thinIdToken = false,
  proved = true,
} = {}): Promise<House> {
  const admin = await world.caller("SELLER");
  const { redirectUri } = (await admin.get("/identity-provider")).data;
  const provider = await openIdentityProvider({ redirectUri, thinIdToken });
  open.push(provider);
  const { issuer, clientId, clientSecret } = provider;
  const body = { kind: thinIdToken ? "okta" : "oidc", name: "Acme SSO", issuer, clientId, clientSecret, joinsAs };
  const set = await admin.put("/identity-provider", body);
  expect(set).toMatchObject({ status: 200, data: { provider: { issuer, joinsAs } } });
  expect(JSON.stringify(set.data)).not.toContain(clientSecret);
  const domain = `acme-${randomBytes(4).toString("hex")}.example`;
  const { data } = await admin.post("/identity-provider/domains", { domain });
  zone.set(data.challenge.recordName, [[data.challenge.recordValue]]);
  if (proved) await admin.post(`/identity-provider/domains/${domain}/verify`);
  return { admin, provider, domain, path: `/sign-in/with/${admin.customerId}` };
}

/** Sends a browser there and back; `bent` changes what is sent, and what is returned. */
async function signIn(visitor: Visitor, path: string, bent: { there?(url: URL): void; back?(url: URL): void } = {}) {
  const begun = await visitor.open(path);
  expect([begun.status, begun.headers["referrer-policy"]]).toEqual([303, "no-referrer"]);
  const there = new URL(begun.location ?? "");
  bent.there?.(there);
  const back = await consentAt(there.href);
  bent.back?.(back);
  return visitor.open(back.pathname + back.search);
}

const me = async (visitor: Visitor) => (await visitor.ask("GET", "/me")).data;
const refusedAs = (shown: DisplayedPage) => [shown.status, /<p>([^<]*)/.exec(shown.body.split("</h1>")[1] ?? "")?.[1]];

test("a member signs in, with a proof that is bound to this browser, and arrives at the page they were on the way to", async () => {
  const { provider, domain, path, admin } = await house({ joinsAs: "MEMBER" });
  const email = `ann@${domain}`;
  provider.signsIn({ email, email_verified: true });
  const visitor = new Visitor(world);
  let asked = new URLSearchParams();
  const shown = await signIn(visitor, `${path}?next=/console/sell`, {
    there: (url) => void (asked = url.searchParams),
  });
  expect([shown.status, shown.location]).toEqual([303, "/console/sell"]);
  expect(Object.fromEntries(asked)).toMatchObject({
    code_challenge_method: "S256",
    state: expect.stringMatching(/.{40}/),
    nonce: expect.stringMatching(/.{40}/),
  });
  expect(visitor.cookies.has("interchange_login")).toBe(false);
  expect(await me(visitor)).toMatchObject({
    person: { email },
    organisationId: admin.customerId,
    memberships: [{ role: "MEMBER" }],
  });
  const { sessions } = (await visitor.ask("GET", "/sessions")).data;
  expect(sessions).toMatchObject([{ method: "provider", current: true }]);
  const { members } = (await admin.get("/members")).data;
  expect(members).toMatchObject([{}, { email, role: "MEMBER" }]);
  await signIn(new Visitor(world), path);
  expect((await admin.get("/members")).data.total).toBe(2);
});

test("an address that is only in UserInfo counts as well", async () => {
  const { provider, domain, path } = await house({ joinsAs: "ADMIN", thinIdToken: true });
  provider.signsIn({ email: `bob@${domain}`, email_verified: true });
  const visitor = new Visitor(world);
  expect((await signIn(visitor, path)).status).toBe(303);
  expect(await me(visitor)).toMatchObject({ memberships: [{ role: "ADMIN" }] });
});

test("nobody joins if joining is not allowed; who belongs elsewhere is signed in there", async () => {
  const { provider, domain, path } = await house();
  const [stranger, known] = [`eve@${domain}`, await addMember(world, { email: `known@${domain}` })];
  provider.signsIn({ email: stranger, email_verified: true });
  expect((await signIn(new Visitor(world), path)).status).toBe(403);
  provider.signsIn({ email: known.email, email_verified: true });
  const visitor = new Visitor(world);
  await signIn(visitor, path);
  expect(await me(visitor)).toMatchObject({ organisationId: known.customerId });
});

test.each([
  ["an address that it has not verified", (domain: string) => ({ email: `ann@${domain}`, email_verified: false })],
  ["an address of which it says nothing", (domain: string) => ({ email: `ann@${domain}` })],
  ["an address of another domain", () => ({ email: "ann@elsewhere.example", email_verified: true })],
])("a provider signs nobody in by %s", async (_, claims) => {
  const { provider, domain, path } = await house({ joinsAs: "ADMIN" });
  provider.signsIn(claims(domain));
  const visitor = new Visitor(world);
  expect((await signIn(visitor, path)).status).toBe(403);
  expect(visitor.cookies.has("interchange_session")).toBe(false);
});

test("a domain counts once it is proved, and only as long as its record exists", async () => {
  const { admin, provider, domain, path } = await house({ joinsAs: "MEMBER", proved: false });
  provider.signsIn({ email: `ann@${domain}`, email_verified: true });
  expect((await signIn(new Visitor(world), path)).status).toBe(403);
  const verify = () => admin.post(`/identity-provider/domains/${domain}/verify`);
  expect((await verify()).data.verified).toBe(true);
  expect((await signIn(new Visitor(world), path)).status).toBe(303);
  const record = `_interchange.${domain}`;
  const age = () =>
    world.database.writeInstallation((db) =>
      db
        .updateTable("sign_in_domains")
        .set({ seen_at: new Date(Date.now() - 2 * 86_400_000) })
        .where("domain", "=", domain)
        .execute(),
    );
  await age();
  zone.set(record, Object.assign(new Error("away"), { code: "ETIMEOUT" }));
  expect((await signIn(new Visitor(world), path)).status).toBe(303);
  zone.set(record, []);
  expect((await signIn(new Visitor(world), path)).status).toBe(403);
  const { domains } = (await admin.get("/identity-provider")).data;
  expect(domains).toMatchObject([{ domain, verified: false }]);
});

test("an answer is accepted from the browser that was sent, once, for the provider to which it was sent", async () => {
  const [mine, other] = [await house({ joinsAs: "MEMBER" }), await house({ joinsAs: "MEMBER" })];
  mine.provider.signsIn({ email: `ann@${mine.domain}`, email_verified: true });
  const attacks: readonly (readonly [string, Parameters<typeof signIn>[2]])[] = [
    ["a nonce of somebody else's", { there: (url) => url.searchParams.set("nonce", "another") }],
    ["a state of somebody else's", { back: (url) => url.searchParams.set("state", "another") }],
    ["the word of another issuer", { back: (url) => url.searchParams.set("iss", other.provider.issuer) }],
    ["another provider's address", { back: (url) => void (url.pathname = `${other.path}/callback`) }],
    ["a code of nobody's", { back: (url) => url.searchParams.set("code", "another") }],
  ];
  for (const [name, bent] of attacks) {
    const visitor = new Visitor(world);
    expect([name, (await signIn(visitor, mine.path, bent)).status]).toEqual([name, 400]);
    expect(visitor.cookies.has("interchange_session")).toBe(false);
  }
  const [visitor, victim] = [new Visitor(world), new Visitor(world)];
  let answer = "";
  await signIn(visitor, mine.path, { back: (url) => void (answer = url.pathname + url.search) });
  expect((await victim.open(answer)).status).toBe(400);
  expect((await visitor.open(answer)).status).toBe(400);
});

test("a planted session does not become the person's", async () => {
  const { provider, domain, path } = await house({ joinsAs: "MEMBER" });
  const attacker = await addMember(world);
  const visitor = new Visitor(world);
  await visitor.signIn(attacker.email, "/console");
  const planted = visitor.cookies.get("interchange_session");
  provider.signsIn({ email: `ann@${domain}`, email_verified: true });
  await signIn(visitor, path);
  expect(visitor.cookies.get("interchange_session")).not.toBe(planted);
  const thief = new Visitor(world);
  thief.cookies.set("interchange_session", planted ?? "");
  expect((await thief.ask("GET", "/me")).status).toBe(401);
});

test("a visitor who is declined, or redirected to another site, is told so", async () => {
  const { provider, path } = await house();
  provider.declines();
  expect(refusedAs(await signIn(new Visitor(world), path))).toEqual([
    403,
    "Your organisation’s provider did not let you in.",
  ]);
  provider.close();
  expect((await new Visitor(world).open(`${path}?next=https://evil.example/`)).status).toBe(400);
  expect((await new Visitor(world).open("/sign-in/with/999999999")).status).toBe(404);
});

test("whose domain has a provider is offered it, with or without an account, and can have a link instead", async () => {
  const { domain, path, admin } = await house();
  for (const email of [`ann@${domain}`, (await addMember(world, { email: `kim@${domain}` })).email]) {
    const visitor = new Visitor(world);
    const ways = await visitor.send(await visitor.open("/sign-in?next=/console"), { email });
    expect(ways.body).toContain(`href="${path}?next=%2Fconsole"`);
    expect(ways.body).toContain("Acme SSO");
    expect((await visitor.send(ways, { by: "mail" })).body).toContain("Check your mail");
  }
  await admin.delete("/identity-provider");
  const visitor = new Visitor(world);
  const sent = await visitor.send(await visitor.open("/sign-in"), { email: `ann@${domain}` });
  expect(sent.body).toContain("Check your mail");
});

test("a setting says what is wrong with it, and keeps its secret for the same client", async () => {
  const { admin, provider } = await house();
  const { issuer, clientId } = provider;
  const set = (changes: object) =>
    admin.put("/identity-provider", { kind: "oidc", name: "SSO", issuer, clientId, ...changes });
  expect((await set({ name: "Renamed" })).data.provider.name).toBe("Renamed");
  for (const [changes, field] of [
    [{ clientId: "another" }, "clientSecret"],
    [{ kind: "entra", clientSecret: "s" }, "issuer"],
    [{ kind: "google", clientSecret: "s" }, "issuer"],
    [{ issuer: "https://10.0.0.1", clientSecret: "s" }, "issuer"],
    [{ issuer: world.databaseUrl, clientSecret: "s" }, "issuer"],
  ] as const)
    expect(await set(changes)).toMatchObject({ status: 400, error: { field } });
  const row = await world.database.readInstallation((db) =>
    db
      .selectFrom("identity_providers")
      .selectAll()
      .where("customer_id", "=", admin.customerId)
      .executeTakeFirstOrThrow(),
  );
  expect(JSON.stringify(row)).not.toContain(provider.clientSecret);
  expect((await admin.delete("/identity-provider")).status).toBe(204);
  expect((await admin.delete("/identity-provider")).status).toBe(404);
});

test("an operator vouches for domains, a member decides nothing, and nobody verifies another's", async () => {
  const operator = await world.caller("OPERATOR");
  expect((await operator.post("/identity-provider/domains", { domain: "house.example" })).data.verified).toBe(true);
  expect((await operator.delete("/identity-provider/domains/house.example")).status).toBe(204);
  expect((await operator.delete("/identity-provider/domains/house.example")).status).toBe(404);
  const member = await world.caller("BUYER", { role: "MEMBER" });
  expect((await member.get("/identity-provider")).status).toBe(403);
  const { domain } = await house();
  const other = await world.caller("BUYER");
  expect((await other.post(`/identity-provider/domains/${domain}/verify`)).status).toBe(404);
});
