import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../browser.ts";
import { doJobs } from "../jobs.ts";
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
const withoutIsolates = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, "");

test("a link that admits nobody has one page, byte for byte the same, whatever the cause", async () => {
  const shop = await openShop(site, { sandbox: true });
  const mint = async (body: Record<string, unknown>) =>
    String(
      (await shop.seller.post("/storefront/join-links", { storefrontId: shop.storefrontId, ...body })).data.joinPath,
    );
  const closed = await mint({ approvalPolicy: "closed" });
  const expired = await mint({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
  const full = await mint({ maxUses: 1, approvalPolicy: "auto_approve" });
  await site.world.anonymous("POST", `/storefront${full}/signup`, {
    companyName: "First",
    email: someEmail(),
    acceptTerms: true,
  });
  await shop.seller.post("/sandbox/clock", { hours: 2 });
  await shop.seller.delete(`/storefront/join-links/${shop.linkId}`);
  const answers = [];
  for (const path of ["/join/nobody-made-this", shop.path, expired, full, closed, "/join/No_Slug"]) {
    const answer = await fetch(site.origin + path);
    const varying = /^(x-request-id|date|ratelimit-\w+)$/;
    const headers = [...answer.headers].filter(([name]) => !varying.test(name));
    answers.push({ status: answer.status, text: await answer.text(), headers });
  }
  expect(answers[0]?.status).toBe(404);
  for (const answer of answers) expect(answer).toEqual(answers[0]);

  const { page, inspect, close } = await reader({ language: "ar", width: 320, scheme: "light" });
  await page.goto(closed);
  await inspect("9 invalid");
  await close();
});

test("a storefront's name is text, whatever it contains", async () => {
  const name = `</title><script>document.title="x"</script>"'&amp; \u202Eevil`;
  const shop = await openShop(site, { name });
  const { page, inspect, close } = await reader({
    language: "en",
    width: 320,
    scheme: "light",
    scripts: true,
  });
  await page.goto(shop.path);
  await inspect("10 hostile name");
  expect(await page.locator("header bdi").first().textContent()).toBe(name);
  expect(withoutIsolates(await page.title())).toContain("</title><script>");
  expect(await page.locator("script").count()).toBe(0);
  await close();
});

test("a form that another site made is refused, and nothing that was typed is lost", async () => {
  const shop = await openShop(site);
  const body = new URLSearchParams({
    company: "Brand",
    email: someEmail(),
    accepted: "yes",
    token: "x",
    termsVersion: "2026-01",
  });
  const answer = await fetch(site.origin + shop.path, { method: "POST", body });
  const text = await answer.text();
  expect(answer.status).toBe(400);
  expect(text).toContain('value="Brand"');
  expect(text).toContain("checked");
  await doJobs(site.world);
  expect(site.world.mail.messages.filter(({ to }) => to === body.get("email"))).toEqual([]);
});

test("a page can only be read and submit its form", async () => {
  const shop = await openShop(site);
  const { headers } = await fetch(site.origin + shop.path);
  expect(headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
  );
  expect(Object.fromEntries(headers)).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "content-language": "en",
  });
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("strict-transport-security")).toBeNull();
});

test("a visitor who tries too often is told when to retry, in their language", async () => {
  const strict = await openSite({ rateLimits: { ...site.world.parts.rateLimits, signUp: 2 } });
  const shop = await openShop(strict);
  const { page, inspect, close } = await openReader(browser, strict.origin, {
    language: "ar",
    width: 320,
    scheme: "light",
  });
  for (let tries = 0; tries < 3; tries += 1) {
    await page.goto(shop.path);
    await button(page).click();
  }
  await inspect("13 busy");
  expect(await page.locator("html").getAttribute("lang")).toBe("ar");
  const again = await fetch(strict.origin + shop.path, { method: "POST" });
  expect([again.status, Number(again.headers.get("retry-after")) > 0]).toEqual([429, true]);
  await close();
  await strict.close();
});

test("a bug of ours is a page with the number for reporting it, and nothing else", async () => {
  let stopped = false;
  const now = () => {
    if (stopped) throw new Error("the clock has stopped");
    return new Date();
  };
  const broken = await openSite({ clock: { now } });
  const shop = await openShop(broken);
  const { page, inspect, close } = await openReader(browser, broken.origin, {
    language: "en",
    width: 320,
    scheme: "dark",
  });
  stopped = true;
  const answer = await page.goto(shop.path);
  await inspect("14 broken");
  expect(answer?.status()).toBe(500);
  expect(await page.locator("main code").innerText()).toBe(answer?.headers()["x-request-id"]);
  stopped = false;
  await close();
  await broken.close();
});
