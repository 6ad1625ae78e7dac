import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compose, type Interchange } from "../../src/main/compose.ts";
import { buildConsole } from "../../src/main/console/build-console.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { enter } from "../console/visit.ts";
import { freePort } from "../free-port.ts";
import { openReader, type ReaderOptions } from "../pages/reader.ts";
import { openWorld, type World } from "../world.ts";
import { authorize, browserOf, consented, type GuardedShop, openGuardedShop, sourceSeenBy } from "./oauth.fixture.ts";
import { type RunningProvider, startProvider } from "./provider.ts";

/** A page of another site: opens a window when its button is pressed, and stores the messages that it receives. */
const OPENER = `<!doctype html><meta charset="utf-8"><title>Opener</title><button>Connect</button><script>
window.told = [];
addEventListener("message", ({ data, origin }) => told.push({ data, origin }));
document.querySelector("button").onclick = () => open(new URLSearchParams(location.search).get("to"), "", "popup");
</script>`;

let world: World;
let site: Interchange;
let origin: string;
let provider: RunningProvider;
let shop: GuardedShop;
let browser: Browser;
let openers: readonly Server[];
let origins: readonly string[];

beforeAll(async () => {
  [world, provider, browser] = await Promise.all([openWorld(), startProvider(), openBrowser()]);
  openers = await Promise.all([openOpener(), openOpener(), openOpener()]);
  origins = openers.map((opener) => `http://localhost:${(opener.address() as AddressInfo).port}`);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const oauthRedirectOrigins = origins.slice(2);
  const installation = { ...world.parts.installation, publicUrl: origin, oauthRedirectOrigins };
  site = await compose({ ...world.parts, installation });
  await site.app.listen({ host: "127.0.0.1", port });
  shop = await openGuardedShop(world, await world.caller("OPERATOR"), provider);
});
afterAll(async () => {
  await browser.close();
  for (const opener of openers) opener.close();
  await site.close();
  await world.close();
  await provider.stop();
});

async function openOpener(): Promise<Server> {
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(OPENER));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return server;
}

/** A buyer whose requests go to the installation to which the browser returns. */
async function buyerHere() {
  const buyer = await world.caller("BUYER");
  const post: typeof buyer.post = async (path, body) => {
    const response = await fetch(`${origin}/api/v2${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${buyer.key}`, "content-type": "application/json" },
      body: JSON.stringify(body ?? {}),
    });
    return { status: response.status, headers: {}, ...((await response.json()) as object) } as never;
  };
  return { ...buyer, post };
}

/** Presses the button of a page at `at`, waits until the window that it opens is closed, and returns the messages that the page received. */
async function connectFrom(page: Page, at: string | undefined, to: string): Promise<unknown> {
  await page.goto(`${at}/?to=${encodeURIComponent(to)}`);
  const [popup] = await Promise.all([page.waitForEvent("popup"), page.getByRole("button").click()]);
  await popup.getByRole("button").click();
  if (!popup.isClosed()) await popup.waitForEvent("close");
  return page.evaluate("told");
}

test("the page that opened the window is notified, and the window closes itself", async () => {
  const buyer = await buyerHere();
  const { data } = await authorize(buyer, shop, { openerOrigin: origins[0] });
  const page = await browser.newPage();
  await connectFrom(page, origins[0], data.authorizeUrl);
  // The window may be closed before its message is received.
  await page.waitForFunction("told.length > 0");
  expect(await page.evaluate("told")).toEqual([{ data: { type: "oauth-complete" }, origin }]);
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({ connected: true });
  await page.close();
});

test("a buyer gives consent from the console, in a separate window, and can buy there from then on", async () => {
  await buildConsole();
  const buyer = await world.caller("BUYER", { sandbox: true });
  const parts = { ...world.parts, installation: { ...world.parts.installation, publicUrl: origin } };
  const { page, context } = await enter({ host: site.host, parts }, browser, buyer.customerId);
  await page.goto(`/console/buy/storefronts/${shop.storefrontId}`);
  await page.getByRole("button", { name: "Connect" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("You consent at the source itself").waitFor();
  await dialog.getByLabel("Account").fill("acme-seat");
  await dialog.getByRole("button", { name: "Connect" }).click();
  const opened = context.waitForEvent("page");
  await dialog.getByRole("button", { name: "Give consent" }).click();
  const consent = await opened;
  await consent.getByRole("button").click();
  await consent.waitForURL(`${origin}/**`);
  await dialog.getByRole("button", { name: "I have consented" }).click();
  await page.getByRole("cell", { name: "Connected" }).waitFor();
  expect(await sourceSeenBy(buyer, shop)).toMatchObject({ connected: true });
  await context.close();
});

test("without openerOrigin, a page whose origin the operator registered is notified", async () => {
  const buyer = await buyerHere();
  const { data } = await authorize(buyer, shop);
  const page = await browser.newPage();
  await connectFrom(page, origins[2], data.authorizeUrl);
  await page.waitForFunction("told.length > 0");
  expect(await page.evaluate("told")).toEqual([{ data: { type: "oauth-complete" }, origin }]);
  await page.close();
});

test("a page with any other origin than the named one is not notified", async () => {
  const buyer = await buyerHere();
  const page = await browser.newPage();
  for (const named of [{ openerOrigin: origins[0] }, {}]) {
    const { data } = await authorize(buyer, shop, named);
    expect(await connectFrom(page, origins[1], data.authorizeUrl)).toEqual([]);
    expect(await sourceSeenBy(buyer, shop)).toMatchObject({ connected: true });
  }
  await page.close();
});

const READERS: readonly ReaderOptions[] = [
  { language: "en", width: 320, scheme: "light" },
  { language: "de", width: 1280, scheme: "dark" },
  { language: "ar", width: 320, scheme: "dark" },
  { language: "fr", width: 1280, scheme: "light" },
];

test.each(READERS)(
  "without a page that opened it, the window says how it ended and stays, in $language, $width px wide, $scheme",
  async (options) => {
    const buyer = await buyerHere();
    const { page, inspect, close } = await openReader(browser, origin, options);
    const back = await consented(buyer, shop);
    const as = (url: URL) => page.setExtraHTTPHeaders({ cookie: browserOf(url) });
    await as(back);
    await page.goto(back.href);
    expect(await page.locator("html").getAttribute("lang")).toBe(options.language);
    await inspect("connected");
    await page.goto(back.href);
    await inspect("consent used up");
    await provider.behave({ decline: true });
    const declined = await consented(buyer, shop);
    await provider.behave({});
    await as(declined);
    await page.goto(declined.href);
    await inspect("consent declined");
    const forged = await consented(buyer, shop);
    forged.searchParams.set("iss", "https://attacker.example");
    await as(forged);
    await page.goto(forged.href);
    await inspect("consent unfinished");
    await close();
  },
);
