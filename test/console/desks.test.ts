import { generateKeyPairSync } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { issued, startTokenEndpoint } from "../../src/supply/credentials/token-endpoint.fixture.ts";
import { openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { startScriptedSeller } from "../seller/scripted-seller.ts";
import { press, write } from "./keyboard.ts";
import { type Marketplace, openMarketplace } from "./marketplace.ts";
import { readsInBothThemes } from "./themes.ts";

let market: Marketplace;
let browser: Browser;

beforeAll(async () => {
  [market, browser] = await Promise.all([openMarketplace(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await market.world.close();
});

const settled = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();

/** Holds back the events of a discovery after this many, until the page may continue. */
function holdEvents(after: number): void {
  const real = window.fetch.bind(window);
  const held = Promise.withResolvers<void>();
  Object.assign(window, { goOn: held.resolve });
  window.fetch = async (asked, init) => {
    const answer = await real(asked, init);
    if (!answer.headers.get("content-type")?.startsWith("text/event-stream")) return answer;
    const events = (await answer.text()).split("\n\n").filter(Boolean);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async start(stream) {
        for (const [number, event] of events.entries()) {
          if (number === after) await held.promise;
          stream.enqueue(encoder.encode(`${event}\n\n`));
        }
        stream.close();
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}

test("a discovery shows each storefront as it answers, and then their products", async () => {
  const { page, context, strange } = await market.enter(browser, market.sandbox.buyer.customerId);
  await page.addInitScript(holdEvents, 2);
  await page.goto("/console/buy/discovery");
  await settled(page);
  await page.getByLabel("Brief").fill("People who love hiking, premium streaming TV");
  await page.getByRole("button", { name: "Ask the storefronts" }).click();
  await page.getByText(/^1 of \d+ storefronts have answered$/).waitFor();
  // One storefront has answered, and the others have not yet.
  const states = await page.locator("main li span").allTextContents();
  expect(states.filter((text) => /product/.test(text))).toHaveLength(1);
  expect(states.filter((text) => text === "asked").length).toBeGreaterThan(0);
  await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
  await page.getByRole("heading", { name: /^\d+ products from \d+ storefronts$/ }).waitFor();
  expect(strange).toEqual([]);
  await context.close();
});

test("a brief in a language that is not read names a dozen of its unknown words, and how many more there are", async () => {
  const { page, context, strange } = await market.enter(browser, market.sandbox.buyer.customerId, { width: 375 });
  await page.goto("/console/buy/discovery");
  await page
    .getByLabel("Brief")
    .fill("서울에 거주하는 맞벌이 부부를 대상으로 저녁 시간대에 새로운 유기농 이유식 브랜드를 알리고 싶습니다");
  await page.getByRole("button", { name: "Ask the storefronts" }).click();
  const note = page.getByText(/^Most words of the brief are unknown here/);
  expect(await note.textContent()).toMatch(/: 서울에, (\S+, ){11}and 1 more$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  expect(strange).toEqual([]);
  await context.close();
});

test("a page whose script is gone, and a chart that cannot be drawn, leave everything else in place", async () => {
  const { page, context } = await market.enter(browser, market.sandbox.buyer.customerId);
  const navigation = page.getByRole("link", { name: "Discovery" });
  await page.route(/\/assets\/plot-.*\.js$/, (route) => route.abort());
  await page.goto("/console/components");
  await settled(page);
  await page.getByText("The chart cannot be drawn in this browser").waitFor();
  await page.getByRole("button", { name: "Show as table" }).first().click();
  await navigation.waitFor();
  await page.route(/\/assets\/campaigns-.*\.js$/, (route) => route.abort());
  await page.goto("/console/buy/campaigns");
  await page.getByText("This page could not be shown").waitFor();
  await navigation.waitFor();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 1, name: "Campaigns" }).waitFor();
  expect(await page.getByText("This page could not be shown").count()).toBe(0);
  await context.close();
});

test("an operator acts for an organisation under a banner on every page, and ends it", async () => {
  const { page, context, strange } = await market.enter(browser, market.sandbox.operator.customerId);
  await page.goto("/console/run/organisations?kind=BUYER");
  await settled(page);
  await page.getByRole("button", { name: "Act for it" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("short");
  await dialog.getByRole("button", { name: "Act for it" }).click();
  await dialog.getByText(/say in a sentence why/).waitFor();
  await dialog.getByLabel("Reason").fill("They see no campaign, and asked us to look");
  await dialog.getByRole("button", { name: "Act for it" }).click();
  const band = page.getByRole("region", { name: /^You act for / });
  await band.getByText("They see no campaign, and asked us to look").waitFor();
  for (const path of ["/buy/campaigns", "/settings", "/requests"]) {
    await page.goto(`/console${path}`);
    await settled(page);
    await band.waitFor();
  }
  await band.getByRole("button", { name: "End" }).click();
  await page.waitForURL(/\/console\/run/);
  expect(await band.count()).toBe(0);
  expect(strange).toEqual([]);
  await context.close();
});

test("a seller changes what buyers read, and creates and deletes a webhook whose secret is shown once, without a mouse", async () => {
  const { customerId, key } = market.sandbox.seller;
  const seller = market.world.holder(customerId, key);
  const { page, context, strange } = await market.enter(browser, customerId, { theme: "dark" });
  await press(page, "link", "Settings");
  await write(page, page.getByLabel("Description"), "News that people stay for");
  await write(page, page.getByLabel("Website"), "https://meridianpost.example");
  await press(page, "button", "Save");
  await expect.poll(async () => (await seller.get("/storefront")).data.description).toBe("News that people stay for");
  // Fields that were not touched have not changed.
  expect((await seller.get("/storefront")).data).toMatchObject({
    website: "https://meridianpost.example/",
    mediaBuysHeld: "every",
  });

  await press(page, "button", "New webhook");
  const dialog = page.getByRole("dialog", { name: "New webhook" });
  await write(page, dialog.getByLabel("Address"), "ftp://receiver.example");
  await press(page, "button", "New webhook", dialog);
  await expect.poll(() => dialog.getByLabel("Address").getAttribute("aria-invalid")).toBe("true");
  await readsInBothThemes(page);
  await write(page, dialog.getByLabel("Address"), "http://127.0.0.1:9/hook");
  await press(page, "button", "New webhook", dialog);
  await dialog.getByText(/^whsec_/).waitFor();
  await page.keyboard.press("Escape");
  await press(page, "button", "Delete: http://127.0.0.1:9/hook");
  await press(page, "button", "Delete", page.getByRole("dialog", { name: "Delete this webhook?" }));
  await page.getByText("There is none yet.").waitFor();
  expect(strange).toEqual([]);
  await context.close();
});

/** A listed storefront over an agent that requires each operator's own login. */
async function openLockedStall(name: string, source: object) {
  const agent = await startScriptedSeller();
  onTestFinished(() => agent.close());
  agent.on("get_adcp_capabilities", {
    payload: { adcp: { supported_versions: ["3.1"] }, account: { require_operator_auth: true } },
  });
  agent.on("list_creative_formats", { payload: { formats: [] } });
  const reach = { executionType: "AGENT", type: "SALES", endpointUrl: agent.mcpUrl, protocol: "MCP" };
  const operator = await market.world.caller("OPERATOR");
  const { id } = await openStorefront(market.world, operator, { name, source: { ...reach, ...source } });
  return { path: `/console/buy/storefronts/${id}`, shown: () => agent.calls.at(-1)?.headers.authorization };
}

async function openConnect(page: Page, path: string) {
  await page.goto(path);
  await press(page, "button", "Connect");
  return page.getByRole("dialog", { name: "Connect to Main" });
}

test("a buyer connects with a password, whose errors are shown next to the field, without a mouse", async () => {
  const { path, shown } = await openLockedStall("Locked by password", { authenticationType: "BASIC_AUTH" });
  const { page, context, strange } = await market.enter(browser, market.sandbox.buyer.customerId, { theme: "dark" });
  const dialog = await openConnect(page, path);
  expect(await dialog.getByLabel("Password").getAttribute("type")).toBe("password");
  await write(page, dialog.getByLabel("Account"), "seat");
  await write(page, dialog.getByLabel("Password"), "open sesame");
  await press(page, "button", "Connect", dialog);
  await expect.poll(() => dialog.getByLabel("User name").getAttribute("aria-invalid")).toBe("true");
  expect(await dialog.getByLabel("Password").inputValue()).toBe("open sesame");
  await readsInBothThemes(page);
  await write(page, dialog.getByLabel("User name"), "acme");
  await press(page, "button", "Connect", dialog);
  await page.getByRole("cell", { name: "Connected" }).waitFor();
  expect(shown()).toBe(`Basic ${Buffer.from("acme:open sesame").toString("base64")}`);
  // "As API" shows the request, in which secrets stay hidden.
  await press(page, "button", "As API");
  await page.getByRole("dialog", { name: "The same with the API" }).waitFor();
  expect(await page.getByText("open sesame").count()).toBe(0);
  expect(strange).toEqual([]);
  await context.close();
});

test("a buyer connects with a private key, which is sent to nobody, without a mouse", async () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const { forms, url } = await startTokenEndpoint(issued("a-token"));
  const parts = { issuer: "agency.example", subject: "seat-7", keyId: "key-1", scope: "adcp" };
  const audience = "https://publisher.example/token";
  const auth = { type: "jwt", ...parts, tokenEndpointUrl: url, audienceUrl: audience, privateKey: pem };
  const { path, shown } = await openLockedStall("Locked by key", { authenticationType: "JWT", auth });
  const { page, context, strange } = await market.enter(browser, market.sandbox.buyer.customerId);
  const dialog = await openConnect(page, path);
  const typed = [
    ["Account", "seat"],
    ["Issuer", parts.issuer],
    ["Subject", parts.subject],
    ["Key id", parts.keyId],
    ["Scope", parts.scope],
    ["Token endpoint", url],
    ["Audience", audience],
    ["Private key", "no key at all"],
  ] as const;
  for (const [label, text] of typed) await write(page, dialog.getByLabel(label, { exact: true }), text);
  await press(page, "button", "Connect", dialog);
  const field = dialog.getByLabel("Private key", { exact: true });
  await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
  await readsInBothThemes(page);
  await write(page, field, pem);
  await press(page, "button", "Connect", dialog);
  await page.getByRole("cell", { name: "Connected" }).waitFor();
  expect(shown()).toBe("Bearer a-token");
  expect(JSON.stringify(forms.map((form) => [...form]))).not.toContain("PRIVATE KEY");
  expect(strange).toEqual([]);
  await context.close();
});
