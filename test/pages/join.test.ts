import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../browser.ts";
import { openReader, type ReaderOptions } from "./reader.ts";
import { openShop, openSite, type Site } from "./site.ts";

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const reader = (options: ReaderOptions) => openReader(browser, site.origin, options);
const someEmail = () => `ann.${randomBytes(6).toString("hex")}@brand.example`;
const button = (page: Page) => page.locator("main button");
const title = (page: Page) => page.locator("h1").innerText();

const READERS: readonly ReaderOptions[] = [
  { language: "en", width: 320, scheme: "light" },
  { language: "en", width: 1280, scheme: "dark" },
  { language: "de", width: 1280, scheme: "light" },
  { language: "ar", width: 320, scheme: "dark" },
  { language: "ar", width: 1280, scheme: "light" },
];

test.each(READERS)(
  "an advertiser becomes an active buyer without scripts, in $language, $width px wide, $scheme",
  async (options) => {
    const shop = await openShop(site, { policy: "auto_approve" });
    const { page, context, inspect, close } = await reader(options);
    await page.goto(shop.path);
    expect(await page.locator("html").getAttribute("lang")).toBe(options.language);
    expect(await page.locator("html").getAttribute("dir")).toBe(options.language === "ar" ? "rtl" : "ltr");
    await inspect("1 sign-up");

    await page.fill("#company", "  Tea & <b>Söhne</b>  ");
    await page.fill("#email", "nobody");
    await button(page).click();
    await inspect("2 problems");
    expect(await page.locator(":focus").getAttribute("id")).toBe("email");
    expect(await page.locator("#email").getAttribute("aria-describedby")).toBe("email-error email-hint");
    expect(await page.inputValue("#company")).toBe("Tea & <b>Söhne</b>");
    expect(await page.inputValue("#email")).toBe("nobody");
    expect(await page.locator(".errors a").count()).toBe(2);

    const email = someEmail();
    await page.fill("#email", email);
    await page.check("#accepted");
    await button(page).click();
    await inspect("3 check your mail");
    expect(await page.locator("main").innerText()).toContain(email);

    await page.goto(await site.mailedLink(email));
    await inspect("4 confirm");
    await button(page).click();
    await inspect("5 in");
    const [key = "", agent, request] = await page.locator("pre code").allInnerTexts();
    expect(key).toMatch(/^scope3_/);
    expect(agent).toBe("http://localhost:4000/mcp/v2/buyer");
    expect(request).toContain(`Authorization: Bearer ${key}`);
    const path = String(request).split("/api/v2").at(-1) ?? "";
    const seen = await fetch(`${site.origin}/api/v2${path}`, { headers: { authorization: `Bearer ${key}` } });
    expect(seen.status).toBe(200);
    expect((await context.cookies()).find(({ name }) => name === "interchange_session")).toMatchObject({
      httpOnly: true,
      sameSite: "Lax",
    });
    await close();
  },
);

test.each(READERS.slice(0, 2).concat(READERS.slice(3, 4)))(
  "a reviewed buyer waits, and comes in by the mail of the approval, in $language, $width px wide",
  async (options) => {
    const shop = await openShop(site, { settings: { supportedLanguages: ["nl", "ar", "en"] } });
    const { page, inspect, close } = await reader(options);
    const email = someEmail();
    await page.goto(shop.path);
    await inspect("1 sign-up reviewed");
    await page.fill("#company", "Brand GmbH");
    await page.fill("#person", "Ann");
    await page.fill("#email", email);
    await page.check("#accepted");
    await button(page).click();
    const link = await site.mailedLink(email);
    await page.goto(link);
    await button(page).click();
    await inspect("6 waiting");
    expect(await page.locator("pre").count()).toBe(0);

    await page.goto(link);
    await inspect("7 expired");

    const { data: buyers } = await shop.seller.get("/storefront/sponsored-buyers");
    await shop.seller.post(`/storefront/sponsored-buyers/${buyers.items[0].buyerCustomerId}/approve`);
    await page.goto(await site.mailedLink(email));
    await inspect("8 sign in");
    await button(page).click();
    expect(await page.locator("pre code").first().innerText()).toMatch(/^scope3_/);
    await close();
  },
);

test("a link that only signs in has a page of its own", async () => {
  const shop = await openShop(site, { policy: "auto_approve" });
  const email = someEmail();
  await site.world.anonymous("POST", `/storefront${shop.path}/signup`, { companyName: "B", email, acceptTerms: true });
  const { page, inspect, close } = await reader({ language: "es", width: 1280, scheme: "light" });
  await page.goto(await site.mailedLink(email));
  await button(page).click();
  await site.world.anonymous("POST", "/sign-in", { email });
  await page.goto(await site.mailedLink(email));
  await inspect("15 signing in");
  await button(page).click();
  await inspect("16 signed in");
  expect(await title(page)).toBe("Ha iniciado sesión");
  await close();
});

test("a keyboard is enough, and the focus is always visible", async () => {
  const shop = await openShop(site);
  const { page, close } = await reader({ language: "en", width: 1280, scheme: "light", scripts: true });
  const email = someEmail();
  await page.goto(shop.path);
  const next = async () => {
    await page.keyboard.press("Tab");
    return page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      if (outlineStyle !== "solid" || Number.parseFloat(outlineWidth) < 2) return `${focused.outerHTML} shows no focus`;
      return focused.id || focused.textContent;
    });
  };
  expect(await next()).toBe("company");
  await page.keyboard.type("Brand GmbH");
  expect(await next()).toBe("person");
  expect(await next()).toBe("email");
  await page.keyboard.type(email);
  expect(await next()).toBe("accepted");
  await page.keyboard.press("Space");
  expect(await next()).toBe("Terms of service");
  expect(await next()).toBe("Sign up");
  await page.keyboard.press("Enter");
  await page.waitForURL(/lang=en/);
  expect(await title(page)).toBe("Check your mail");
  await page.goto(await site.mailedLink(email));
  expect(await next()).toBe("Confirm and continue");
  await page.keyboard.press("Enter");
  await page.waitForSelector("h1 bdi");
  expect(await title(page)).toBe("Waiting for Northwind Media");
  await close();
});

test("a chosen language stays chosen, among those the storefront offers", async () => {
  const shop = await openShop(site, { settings: { supportedLanguages: ["nl-BE", "fr", "pt"] } });
  const { page, close } = await reader({ language: "de", width: 1280, scheme: "light" });
  const language = () => page.locator("html").getAttribute("lang");
  await page.goto(shop.path);
  expect(await language()).toBe("nl");
  expect(await page.locator("footer nav a").allInnerTexts()).toEqual(["Nederlands", "Français"]);
  await page.locator("footer nav a", { hasText: "Français" }).click();
  expect(await language()).toBe("fr");
  await page.goto(shop.path);
  expect(await language()).toBe("fr");
  await page.goto("/terms");
  expect(await language()).toBe("fr");
  await close();
});

test("opening a mailed link does not use it up; pressing its button twice uses it once", async () => {
  const shop = await openShop(site, { policy: "auto_approve" });
  const email = someEmail();
  await site.world.anonymous("POST", `/storefront${shop.path}/signup`, { companyName: "B", email, acceptTerms: true });
  const link = await site.mailedLink(email);
  for (let scan = 0; scan < 3; scan += 1)
    expect((await fetch(site.origin + link, { method: "HEAD" })).status).toBe(200);
  const { page, close } = await reader({ language: "en", width: 320, scheme: "light" });
  await page.goto(link);
  await button(page).click();
  expect(await title(page)).toBe("Your account is open");
  await page.goto(link);
  expect(await title(page)).toBe("This link no longer works");
  await close();
});

test("the terms are a page, with the operator's text if there is one", async () => {
  const { page, inspect, close } = await reader({ language: "en", width: 320, scheme: "dark" });
  await page.goto("/terms");
  await inspect("11 terms");
  expect(await page.locator("main").innerText()).toContain("Version 2026-01");
  await close();
});
