import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildConsole } from "../../src/main/console/build-console.ts";
import { setTerms } from "../../src/platform/customers/index.ts";
import { addMember, type Member } from "../../src/platform/sign-in/sign-in.fixture.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { freePort } from "../free-port.ts";
import { newestMailTo } from "../mailbox.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";

/** A person with an authenticator, in Chromium; and an attacker who has obtained something of theirs. */
let world: World;
let browser: Browser;
let origin: string;
let ann: Member;
let context: BrowserContext;
let page: Page;
let mine: Authenticator;

beforeAll(async () => {
  await buildConsole();
  // Passkeys belong to a host name; a numeric address cannot have any.
  const port = await freePort();
  origin = `http://localhost:${port}`;
  [world, browser] = await Promise.all([
    openWorld({ installation: { ...INSTALLATION, publicUrl: origin } }),
    openBrowser(),
  ]);
  await world.app.listen({ host: "127.0.0.1", port });
  ann = await someone();
  context = await browser.newContext({ baseURL: origin });
  page = await context.newPage();
  mine = await authenticatorOn(page);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function someone(): Promise<Member> {
  const member = await addMember(world);
  const acceptance = { version: INSTALLATION.termsVersion, acceptedAt: new Date(), acceptedBy: member.email };
  await world.database.writeInstallation((db) => setTerms(db, member.customerId, acceptance));
  return member;
}

interface Authenticator {
  readonly devtools: CDPSession;
  readonly authenticatorId: string;
}

async function authenticatorOn(shown: Page): Promise<Authenticator> {
  const devtools = await shown.context().newCDPSession(shown);
  await devtools.send("WebAuthn.enable");
  const device = { protocol: "ctap2", transport: "internal", hasResidentKey: true } as const;
  const person = { hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  const options = { ...device, ...person };
  return { devtools, ...(await devtools.send("WebAuthn.addVirtualAuthenticator", { options })) };
}

async function signInByMail({ email }: Member): Promise<void> {
  await page.goto("/sign-in?next=/console");
  await page.getByLabel("Work email address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("a link is on its way").waitFor();
  const { pathname, search } = new URL((await newestMailTo(world, email))?.link ?? "");
  await page.goto(pathname + search);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/console/);
}

/** What this browser's authenticator answers to a page's options; nothing is sent. */
async function answerOf(shown: Page) {
  const { response, form, options } = await shown.evaluate(async () => {
    const asking = document.querySelector<HTMLFormElement>("#passkey");
    const options = asking?.dataset["options"] ?? "";
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
    const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
    const form = asking?.querySelector<HTMLInputElement>("[name=form]")?.value ?? "";
    return { response: credential.toJSON() as unknown as AuthenticationResponse, form, options };
  });
  const cookies = await shown.context().cookies(origin);
  return { response, form, options, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
}

interface AuthenticationResponse {
  readonly id: string;
  readonly rawId: string;
  readonly response: Readonly<Record<string, string>>;
}

function send({ response, form, cookie }: { response: object; form: string; cookie: string }) {
  const body = new URLSearchParams({ response: JSON.stringify(response), form, next: "/console" });
  return fetch(`${origin}/sign-in/passkey`, { method: "POST", body, headers: { cookie }, redirect: "manual" });
}

async function freshPage(): Promise<Page> {
  await context.clearCookies();
  await page.goto("/sign-in");
  return page;
}

test("a person creates a passkey in the console, signs in with it, renames it, and removes it", async () => {
  await signInByMail(ann);
  await page.goto("/console/settings");
  await page.getByRole("button", { name: "New passkey" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Laptop");
  await dialog.getByRole("button", { name: "New passkey" }).click();
  await page.getByRole("button", { name: "Rename: Laptop" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Desk");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await page.getByRole("button", { name: "Remove: Desk" }).waitFor();

  await context.clearCookies();
  const answered = await page.goto("/sign-in?next=/console/settings");
  const policy = (await answered?.allHeaders())?.["content-security-policy"] ?? "";
  expect(policy).toContain("script-src 'self';");
  expect(await page.locator("script:not([src])").count()).toBe(0);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL("**/console/settings");
  await page.getByRole("button", { name: "Remove: Desk" }).waitFor();
  const { rows } = await sessionsOfAnn();
  expect(rows).toMatchObject([{ method: "passkey" }, { method: "mail_link" }]);
});

async function sessionsOfAnn() {
  const rows = await world.database.readInstallation((db) =>
    db.selectFrom("sessions").selectAll().where("user_id", "=", ann.userId).orderBy("created_at", "desc").execute(),
  );
  return { rows };
}

test("a passkey's signature signs in once, and only in the browser in which it was requested", async () => {
  const answer = await answerOf(await freshPage());
  const other = { ...(await answerOf(await freshPage())), response: answer.response };
  expect((await send(other)).status).toBe(400);
  expect((await send({ ...answer, form: "forged" })).status).toBe(400);
  const entered = await send(answer);
  expect([entered.status, entered.headers.get("location")]).toEqual([303, "/console"]);
  expect((await send(answer)).status).toBe(400);
});

test("it is refused from another origin, for another person, or with another's id", async () => {
  const fine = await answerOf(await freshPage());
  const other = await someone();
  const { credentialId, publicKey } = await world.database.readInstallation((db) =>
    db
      .selectFrom("passkeys")
      .select(["credential_id as credentialId", "public_key as publicKey"])
      .where("user_id", "=", ann.userId)
      .executeTakeFirstOrThrow(),
  );
  expect(fine.response.id).toBe(credentialId);
  const theirs = Buffer.from("another").toString("base64url");
  await world.database.writeInstallation((db) =>
    db
      .insertInto("passkeys")
      .values({
        passkey_id: "pk_other",
        user_id: other.userId,
        credential_id: theirs,
        public_key: publicKey,
        counter: 0,
        transports: [],
        name: "Another's",
        synced: false,
        created_at: new Date(),
      })
      .execute(),
  );
  const { response } = fine;
  const handleOf = (text: string) => Buffer.from(text).toString("base64url");
  for (const [name, changed] of [
    ["another's id", { ...response, id: theirs, rawId: theirs }],
    ["another's name", { ...response, response: { ...response.response, userHandle: handleOf("another") } }],
    ["no name", { ...response, response: { ...response.response, userHandle: undefined } }],
    ["a signature of nobody's", { ...response, response: { ...response.response, signature: handleOf("nothing") } }],
    ["nothing", {}],
    ["no object", []],
  ] as const)
    expect([name, (await send({ ...fine, response: changed })).status]).toEqual([name, 400]);

  // The same host at another port: a passkey belongs to the host, but an origin includes the port.
  const elsewhere = await context.newPage();
  const theirsToo = await authenticatorOn(elsewhere);
  await elsewhere.route("http://localhost:9/**", (route) =>
    route.fulfill({ contentType: "text/html", body: `<form id="passkey"><input name="form"></form>` }),
  );
  await elsewhere.goto("http://localhost:9/");
  await copyPasskeys(theirsToo);
  await elsewhere.evaluate((options) => {
    const asking = document.querySelector<HTMLFormElement>("#passkey");
    if (asking) asking.dataset["options"] = options;
  }, fine.options);
  const abroad = await answerOf(elsewhere);
  expect((await send({ ...fine, response: abroad.response })).status).toBe(400);
  await elsewhere.close();
  expect((await send(fine)).status).toBe(303);
});

/** One device for both pages, so that the passkey created on the first works on the second. */
async function copyPasskeys({ devtools, authenticatorId }: Authenticator): Promise<void> {
  const known = { authenticatorId: mine.authenticatorId };
  const { credentials } = await mine.devtools.send("WebAuthn.getCredentials", known);
  for (const credential of credentials) await devtools.send("WebAuthn.addCredential", { authenticatorId, credential });
}

test("a passkey whose signature counter went back is a copy, and is refused", async () => {
  const set = (counter: number) =>
    world.database.writeInstallation((db) =>
      db.updateTable("passkeys").set({ counter }).where("user_id", "=", ann.userId).execute(),
    );
  await set(1_000_000);
  expect((await send(await answerOf(await freshPage()))).status).toBe(400);
  await set(1);
  expect((await send(await answerOf(await freshPage()))).status).toBe(303);
});

test("a passkey can only be created in a session, and only as requested", async () => {
  const caller = await world.caller("BUYER");
  expect((await caller.post("/passkeys/options")).status).toBe(403);
  const made = { name: "Mine", response: {} };
  expect((await caller.post("/passkeys", made)).status).toBe(403);
  await context.clearCookies();
  await signInByMail(ann);
  const statuses = await page.evaluate(async () => {
    const headers = { "x-interchange-console": "1", "content-type": "application/json" };
    const ask = (path: string, method: string, body: object = {}) =>
      fetch(`/api/v2${path}`, { method, headers, body: method === "GET" ? null : JSON.stringify(body) });
    const dataOf = async (response: Response) => (await response.json()).data;
    const { passkeys } = await dataOf(await ask("/passkeys", "GET"));
    for (const { id } of passkeys) await ask(`/passkeys/${id}`, "DELETE");
    const options = await dataOf(await ask("/passkeys/options", "POST"));
    const create = (changes: object) => {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON({ ...options, ...changes });
      return navigator.credentials.create({ publicKey }) as Promise<PublicKeyCredential>;
    };
    const forged = await create({ challenge: "bm90IG91cnM", excludeCredentials: [] });
    const fine = await create({ excludeCredentials: [] });
    const save = async (credential: PublicKeyCredential) =>
      (await ask("/passkeys", "POST", { name: "Mine", response: credential.toJSON() })).status;
    return [await save(forged), await save(fine), await save(fine)];
  });
  expect(statuses).toEqual([400, 201, 400]);
});
