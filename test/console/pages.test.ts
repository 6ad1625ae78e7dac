import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addToDaysOfAnySeller } from "../../src/supply/join-links/funnel/store.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { faultsOf } from "../faults-of.ts";
import { expectData } from "../operations/expect-data.ts";
import { nameEverything } from "./hostile-names.ts";
import { type Marketplace, openMarketplace } from "./marketplace.ts";
import { openPlatformDesk } from "./platform-desk.ts";
import type { Visit } from "./visit.ts";

let market: Marketplace;
let browser: Browser;

beforeAll(async () => {
  [market, browser] = await Promise.all([openMarketplace(), openBrowser()]);
  const { customerId, key } = market.sandbox.seller;
  const seller = market.world.holder(customerId, key);
  for (const [at, slug] of ["spring-fair", "newsletter"].entries()) {
    const { id } = expectData(await seller.post("/storefront/join-links", { slug }));
    const seen = { customerId, joinLinkId: Number(id), day: "2026-03-01", views: 180 - 90 * at, started: 24 - 8 * at };
    await market.world.database.writeInstallation((db) => addToDaysOfAnySeller(db, [seen]));
  }
});
afterAll(async () => {
  await browser.close();
  await market.world.close();
});

const DOCS_WIDTH = 1440;
const WIDTHS = [DOCS_WIDTH, 768, 375];
const THEMES = ["light", "dark"] as const;

/** Waits until nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  // The page of components permanently shows what loading looks like.
  const shown = page.url().includes("/components") ? 1 : 0;
  await page.waitForFunction((most) => document.querySelectorAll("main [role=status] .sr-only").length <= most, shown);
}

/** The name of a page's pictures; a detail page is named after its list, whatever its id. */
function nameOf(desk: string, path: string): string {
  const [first = "", noun = "", id = ""] = path.split("/").filter(Boolean);
  return [desk, first !== desk && first, noun, id && "one"].filter(Boolean).join("-");
}

/** Pictures used in the documents, which show the first screen on a desktop in the light theme. */
const SHOWN = new Set(["buy-campaigns-one", "sell", "modular-sell-sources-one", "run"]);
const DOCS = join(import.meta.dirname, "../../docs/pictures");

/** Saves pictures of every page at every width for people to look at, and those of the documents from the same run. */
async function photograph(visit: Visit, name: string, theme: string): Promise<void> {
  const folder = process.env.PAGE_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  for (const width of WIDTHS) {
    await visit.page.setViewportSize({ width, height: 900 });
    await visit.page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: true });
    if (width === DOCS_WIDTH && theme === "light" && SHOWN.has(name)) await photographForDocs(visit, name);
  }
}

async function photographForDocs({ page, context }: Visit, name: string): Promise<void> {
  const browser = await context.newCDPSession(page);
  const { data } = await browser.send("Page.captureScreenshot", { format: "webp", quality: 85 });
  await mkdir(DOCS, { recursive: true });
  await writeFile(join(DOCS, `${name}.webp`), Buffer.from(data, "base64"));
}

/** Checks that nothing on a page is a fault for anybody, in both themes. */
async function inspect(visit: Visit, name: string): Promise<void> {
  const { page, strange } = visit;
  const failed = name.includes("components") ? [] : await page.locator("main [role=alert]").allTextContents();
  expect([name, failed]).toEqual([name, []]);
  for (const theme of THEMES) {
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
    await photograph(visit, name, theme);
    // The narrowest width that WCAG 2.2 requires (1.4.10), and the layout in which most can go wrong.
    await page.setViewportSize({ width: 320, height: 900 });
    const found = await faultsOf(page, theme === "light" ? "everything" : "colours");
    const wideBy = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ name, theme, found, wideBy, strange }).toEqual({ name, theme, found: [], wideBy: 0, strange: [] });
  }
}

describe("every page of the console is without fault", () => {
  const look = async (
    customerId: number,
    desk: string,
    paths: readonly string[],
    more?: (page: Page) => Promise<string[]>,
  ) => {
    const visit = await market.enter(browser, customerId);
    const { page } = visit;
    const all = [...paths, ...((await more?.(page)) ?? [])];
    for (const path of all) {
      await page.goto(`/console${path}`);
      await settled(page);
      await inspect(visit, nameOf(desk, path));
    }
    await visit.context.close();
    return all.length;
  };

  /** The oldest entry of a list, which has the most to show. */
  const lastLinks = async (page: Page, path: string, name: RegExp) => {
    await page.goto(`/console${path}`);
    await settled(page);
    const links = await page.locator("main table a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    return links.flatMap((href) => (href && name.test(href) ? [href.replace("/console", "")] : [])).slice(-1);
  };

  test("buy", async () => {
    const looked = await look(
      market.sandbox.buyer.customerId,
      "buy",
      [
        "/buy",
        "/buy/storefronts",
        "/buy/campaigns",
        "/buy/reports",
        "/buy/advertisers",
        "/buy/discovery",
        "/settings",
        "/requests",
        "/audit",
        "/components",
      ],
      async (page) => [
        ...(await lastLinks(page, "/buy/campaigns", /campaigns\//)),
        ...(await lastLinks(page, "/buy/storefronts", /storefronts\//)),
        ...(await lastLinks(page, "/buy/advertisers", /advertisers\//)),
      ],
    );
    expect(looked).toBe(13);
  });

  test("sell", async () => {
    const looked = await look(
      market.sandbox.seller.customerId,
      "sell",
      [
        "/sell",
        "/sell/sources",
        "/sell/platforms",
        "/sell/products",
        "/sell/approvals",
        "/sell/media-buys",
        "/sell/work",
        "/sell/buyers",
        "/sell/analytics",
        "/sell/runs",
      ],
      async (page) => [
        ...(await lastLinks(page, "/sell/media-buys", /media-buys\//)),
        ...(await lastLinks(page, "/sell/sources", /sources\//)),
      ],
    );
    expect(looked).toBe(12);
  });

  test("sell on a platform", async () => {
    const looked = await look(await openPlatformDesk(market.world), "sell-connected", ["/sell/platforms"]);
    expect(looked).toBe(1);
  });

  test("run", async () => {
    const looked = await look(market.sandbox.operator.customerId, "run", [
      "/run",
      "/run/organisations",
      "/run/storefronts",
      "/run/interest",
      "/run/stuck-buys",
      "/run/dead-letters",
      "/run/platforms",
      "/run/installation",
    ]);
    expect(looked).toBe(8);
  });

  test("of a publisher without an agent", async () => {
    const publisher = market.sandbox.publishers.at(-1);
    const looked = await look(publisher?.customerId ?? 0, "modular", ["/sell", "/sell/work"], (page) =>
      lastLinks(page, "/sell/sources", /sources\//),
    );
    expect(looked).toBe(3);
  });
});

test("no text of a page is outside the catalogue, and the page also works from right to left", async () => {
  for (const language of ["en-XA", "ar-XB"] as const) {
    const { page, context } = await market.enter(browser, market.sandbox.seller.customerId, { language, width: 375 });
    for (const path of ["/components", "/sell/products"]) {
      await page.goto(`/console${path}`);
      await settled(page);
      const plain = await page
        .locator("main :is(h1, h2, button, label, th, dt)")
        .evaluateAll((all) =>
          all
            .map((one) => one.textContent?.trim() ?? "")
            .filter((text) => /[a-z]{3}/i.test(text) && !text.includes("⟦")),
        );
      const wideBy = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const direction = await page.evaluate(() => getComputedStyle(document.body).direction);
      expect({ path, plain, wideBy, direction }).toEqual({
        path,
        plain: [],
        wideBy: 0,
        direction: language === "ar-XB" ? "rtl" : "ltr",
      });
    }
    await context.close();
  }
});

test("the first page is at most 200 kB, each further one 60 kB, and the policy allows nothing else", async () => {
  const { page, context } = await market.enter(browser, market.sandbox.buyer.customerId);
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.setCacheDisabled", { cacheDisabled: true });
  let bytes = 0;
  const parts = new Set<string>();
  protocol.on("Network.responseReceived", ({ requestId, response }) => {
    if (/^\/console(\/|$)/.test(new URL(response.url).pathname)) parts.add(requestId);
  });
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (parts.has(requestId)) bytes += encodedDataLength;
  });
  const shown = await page.goto("/console/buy");
  await settled(page);
  await page.waitForLoadState("networkidle");
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(200_000);
  for (const name of ["Campaigns", "Reports", "Storefronts", "Discovery", "Settings"]) {
    bytes = 0;
    await page.getByRole("navigation", { name: "Pages of this desk" }).getByRole("link", { name }).click();
    await settled(page);
    await page.waitForLoadState("networkidle");
    expect([name, bytes <= 60_000]).toEqual([name, true]);
  }
  const policy = (await shown?.allHeaders())?.["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  await context.close();
});

test("texts by others are text in every list and on every page, whatever they contain and however long they are", async () => {
  await nameEverything(market.world.databaseUrl);
  const desks = [
    [
      market.sandbox.buyer.customerId,
      ["/buy", "/buy/storefronts", "/buy/campaigns", "/buy/reports", "/buy/advertisers", "/settings", "/audit"],
    ],
    [
      market.sandbox.seller.customerId,
      ["/sell", "/sell/sources", "/sell/approvals", "/sell/media-buys", "/sell/buyers", "/sell/analytics"],
    ],
    [market.sandbox.operator.customerId, ["/run", "/run/organisations", "/run/storefronts"]],
  ] as const;
  for (const [customerId, paths] of desks) {
    const { page, context, strange } = await market.enter(browser, customerId, { width: 375 });
    const all: string[] = [...paths];
    // Lists link to what they list, so those pages are checked as well.
    for (const path of all) {
      await page.goto(`/console${path}`);
      await settled(page);
      const wideBy = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const alive = await page.evaluate(() => document.querySelectorAll("main script, main img[src=x]").length);
      expect({ path, wideBy, alive, strange }).toEqual({ path, wideBy: 0, alive: 0, strange: [] });
      expect(await page.title()).not.toBe("taken");
      const [link] = await page
        .locator("main table a[href*='/console/']")
        .evaluateAll((links) => links.map((one) => one.getAttribute("href")?.replace("/console", "") ?? ""));
      if (link && paths.includes(path as never) && !all.includes(link)) all.push(link);
    }
    await context.close();
  }
});
