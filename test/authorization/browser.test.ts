import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../browser.ts";
import { newestMailTo } from "../mailbox.ts";
import { openReader, type Reader } from "../pages/reader.ts";
import { register } from "./client.ts";
import { type Market, openMarket } from "./market.ts";
import { type MetadataHost, openMetadataHost } from "./metadata-host.ts";
import { clientStore, SDK_CLIENTS } from "./sdk-clients.ts";

/** What a person sees on the way, in a real browser: the pages that ask, and where they lead. */
let market: Market;
let host: MetadataHost;
let browser: Browser;
beforeAll(async () => {
  [market, host, browser] = await Promise.all([openMarket(), openMetadataHost(), openBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  host.close();
  await market.close();
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel("Work email address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("a link is on its way").waitFor();
  const { pathname, search } = new URL((await newestMailTo(market.world, email))?.link ?? "");
  await page.goto(market.origin + pathname + search);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The address to which a client's browser is finally redirected. Nothing listens there, so it is taken from the request. */
async function allowed(context: BrowserContext, sentTo: URL | undefined, email: string): Promise<URL> {
  const page = await context.newPage();
  const answered = page.waitForRequest(CALLBACK);
  await page.route(CALLBACK, (route) => route.fulfill({ body: "done" }));
  await page.goto(sentTo?.href ?? "");
  if (await page.getByLabel("Work email address").isVisible()) await signIn(page, email);
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  const url = new URL((await answered).url());
  await page.close();
  return url;
}

/** With the port of a client that registered one, or without a port. */
const CALLBACK = /^http:\/\/127\.0\.0\.1(:53682)?\/callback/;
const PORTLESS = "http://127.0.0.1/callback";
const WAYS = [
  ["by registering itself", () => clientStore()],
  [
    "by the document that its id leads to",
    () => clientStore(host.describe("browser.json", { client_name: "Described", redirect_uris: [PORTLESS] })),
  ],
] as const;
const CLIENTS = SDK_CLIENTS.filter(([name]) => name === "1" || name === "2, 2026-07-28 alone");

test.each(CLIENTS.flatMap(([name, client]) => WAYS.map(([how, keep]) => ({ name, client, how, keep }))))(
  "SDK $name, known $how: refused, let in by a person before a browser, renewed in silence, and revoked",
  async ({ client, keep }) => {
    const { person } = await market.buyer();
    const context = await browser.newContext();
    const url = new URL(`${market.origin}/mcp/buyer`);
    const kept = keep();
    await expect(client.connect(url, kept)).rejects.toThrow(/unauthorized/i);
    const end = await allowed(context, kept.kept.sentTo, person.email);
    await client.finish(url, kept, end.searchParams);
    const connection = await client.connect(url, kept);
    const listed = await connection.call("api_call", { method: "GET", path: "/advertisers" });
    expect(listed.isError ?? false).toBe(false);
    await connection.close();

    const first = kept.kept.tokens?.refresh_token ?? "";
    delete kept.kept.sentTo;
    if (kept.kept.tokens) kept.kept.tokens = { ...kept.kept.tokens, access_token: "eyJ.spent.token" };
    await (await client.connect(url, kept)).close();
    expect(kept.kept.sentTo).toBeUndefined();
    const second = kept.kept.tokens?.refresh_token ?? "";
    expect([second === "", second === first]).toEqual([false, false]);

    const body = new URLSearchParams({ token: second, client_id: kept.kept.client?.client_id ?? "" });
    expect((await fetch(`${market.origin}/oauth/revoke`, { method: "POST", body })).status).toBe(200);
    if (kept.kept.tokens) kept.kept.tokens = { ...kept.kept.tokens, access_token: "eyJ.spent.token" };
    await expect(client.connect(url, kept)).rejects.toThrow(/unauthorized/i);
    await context.close();
  },
  60_000,
);

test("no page on another site can show ours in a frame", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("http://evil.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: `<iframe src="${market.origin}/sign-in"></iframe>` }),
  );
  await page.goto("http://evil.example/");
  const [, framed] = page.frames();
  await framed?.waitForLoadState();
  expect(framed?.url()).toBe("chrome-error://chromewebdata/");
  await context.close();
});

test.each([
  [320, "dark"],
  [1280, "light"],
] as const)(
  "every page of a sign-in and of a device is without fault: %s, %s",
  async (width, scheme) => {
    const reader = await openReader(browser, market.origin, { width, scheme, language: "en" });
    expect(await tourOf(reader)).toEqual(new Set(["frame-ancestors 'none'"]));
    await reader.close();
  },
  120_000,
);

/** Returns the headers about framing that each page has. */
async function tourOf({ page, inspect }: Reader): Promise<ReadonlySet<string>> {
  const { person, customerId } = await market.buyer();
  const domain = `people-${customerId}.example`;
  await houseAt(domain, customerId);
  const protectedFrom: string[] = [];
  page.on("response", (response) => {
    const policy = response.headers()["content-security-policy"] ?? "";
    if (response.status() < 300 && response.request().isNavigationRequest())
      protectedFrom.push(/frame-ancestors '\w+'/.exec(policy)?.[0] ?? response.url());
  });
  await page.goto("/sign-in");
  await inspect("sign-in");
  await page.getByLabel("Work email address").fill(`ann@${domain}`);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await inspect("ways to sign in");
  await page.getByRole("link", { name: "Continue with Acme" }).click();
  await inspect("not signed in");

  const { verification_uri, user_code } = await beginDevice();
  await page.goto(verification_uri);
  await inspect("a device's code");
  await page.getByLabel("Code").fill("BBBB-BBBB");
  await page.getByRole("button", { name: "Continue" }).click();
  await inspect("a wrong code");
  await page.getByLabel("Code").fill(user_code);
  await page.getByRole("button", { name: "Continue" }).click();
  await inspect("a device to confirm");
  await page.getByRole("button", { name: "Continue" }).click();
  await signIn(page, person.email);
  await page.getByRole("button", { name: "Allow", exact: true }).waitFor();
  await inspect("what a device may do");
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await page.getByText("The device is connected").waitFor();
  await inspect("a connected device");
  return new Set(protectedFrom);
}

/** A provider that does not answer, because only our own message is tested. */
async function houseAt(domain: string, customerId: number): Promise<void> {
  const at = new Date();
  const provider = { kind: "oidc", name: "Acme", issuer: "http://127.0.0.1:9", client_id: "interchange" };
  const { vault, database } = market.world.host;
  const place = { customerId, table: "identity_providers", rowId: String(customerId), field: "sealed" };
  const sealed = vault.seal("secret", place);
  await database.writeInstallation(async (db) => {
    const dated = { ...provider, sealed, created_at: at, updated_at: at };
    await db
      .insertInto("identity_providers")
      .values({ customer_id: customerId, ...dated })
      .execute();
    await db
      .insertInto("sign_in_domains")
      .values({ customer_id: customerId, domain, token: "t", added_at: at, verified_at: at, seen_at: at })
      .execute();
  });
}

async function beginDevice() {
  const metadata = { client_name: "Command line", redirect_uris: [], response_types: [] };
  const grants = ["urn:ietf:params:oauth:grant-type:device_code"];
  const { clientId } = await register(market.origin, { ...metadata, grant_types: grants });
  const body = new URLSearchParams({ client_id: clientId, resource: `${market.origin}/mcp/buyer` });
  const response = await fetch(`${market.origin}/oauth/device`, { method: "POST", body });
  return (await response.json()) as { readonly verification_uri: string; readonly user_code: string };
}
