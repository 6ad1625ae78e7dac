import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, openBrowser } from "../browser.ts";
import { INSTALLATION } from "../world.ts";
import { openReader } from "./reader.ts";
import { openSite, type Site } from "./site.ts";

const LOGIN = { key: "scope3_buyer", customerId: 1 };
const SELLER = {
  ...LOGIN,
  key: "scope3_seller",
  name: "The Meridian Post Network",
  storefrontId: 1,
  platformId: "meridian",
  sourceId: "main",
  sourceKey: null,
};

let market: Site;
let sandbox: Site;
let browser: Browser;

beforeAll(async () => {
  [market, sandbox, browser] = await Promise.all([
    openSite({ installation: { ...INSTALLATION, sandbox: false } }),
    openSite({ installation: { ...INSTALLATION, sandbox: true } }),
    openBrowser(),
  ]);
  const logins = {
    baseUrl: sandbox.origin,
    buyer: LOGIN,
    seller: SELLER,
    operator: { ...LOGIN, key: "scope3_operator" },
    publishers: [SELLER],
  };
  await writeFile(join(sandbox.world.parts.dataFolder, "sandbox.json"), JSON.stringify(logins));
});
afterAll(async () => {
  await browser.close();
  await Promise.all([market.close(), sandbox.close()]);
});

const LOOKS = [
  { width: 320, scheme: "light", language: "en" },
  { width: 320, scheme: "dark", language: "ar" },
  { width: 1280, scheme: "dark", language: "en" },
  { width: 1280, scheme: "light", language: "de" },
] as const;

describe("the page at the root", () => {
  test.each(LOOKS)("says what this is and where to continue, at $width px, $scheme, $language", async (look) => {
    for (const [state, { origin }] of [
      ["40 home", market],
      ["41 sandbox", sandbox],
    ] as const) {
      const { page, inspect, close } = await openReader(browser, origin, look);
      await page.goto("/");
      await inspect(state);
      const links = await page.locator("main a").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
      expect(links.length).toBeGreaterThan(5);
      for (const link of links) expect([link, (await fetch(origin + link)).status]).toEqual([link, 200]);
      await close();
    }
  });

  const textOf = async ({ world }: Site, host: string) =>
    (await world.app.inject({ method: "GET", url: "/", headers: { host } })).body;

  test("a sandbox only shows its keys to the person who runs it, at this machine's own name", async () => {
    for (const host of ["localhost:4000", "127.0.0.1:4000", "[::1]:4000"])
      for (const key of ["scope3_buyer", "scope3_seller", "scope3_operator"])
        expect(await textOf(sandbox, host)).toContain(key);
    for (const host of ["rebound.example", "localhost.rebound.example", "a b"])
      expect(await textOf(sandbox, host)).not.toContain("scope3_");
    expect(await textOf(sandbox, "rebound.example")).toContain("sandbox.json");
  });

  test("a sandbox that the public reaches shows no key, whatever host name is requested", async () => {
    const { dataFolder } = sandbox.world.parts;
    const installation = { ...INSTALLATION, sandbox: true, publicUrl: "https://sandbox.example" };
    const shared = await openSite({ dataFolder, installation });
    for (const host of ["localhost:4000", "sandbox.example"])
      expect(await textOf(shared, host)).not.toContain("scope3_");
    await shared.close();
  });

  test("search engines may show it, but nothing of a sandbox", async () => {
    expect(await textOf(market, "localhost")).not.toContain("noindex");
    expect(await textOf(sandbox, "localhost")).toContain("noindex");
  });
});

describe("what programs request without being asked", () => {
  test.each(["/favicon.ico", "/favicon.svg"])("%s is an image", async (path) => {
    const answer = await fetch(market.origin + path);
    expect([answer.status, answer.headers.get("content-type")?.startsWith("image/")]).toEqual([200, true]);
    const { page, close } = await openReader(browser, market.origin, { width: 320, scheme: "light", language: "en" });
    await page.goto("/");
    await page.setContent(`<img src="${market.origin}${path}">`);
    const width = () => page.locator("img").evaluate((picture) => (picture as HTMLImageElement).naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
    await close();
  });

  test("robots.txt opens the reference to crawlers and closes the API; of a sandbox, it closes everything", async () => {
    const robots = await fetch(`${market.origin}/robots.txt`);
    expect(robots.headers.get("content-type")).toContain("text/plain");
    const text = await robots.text();
    expect(text).toMatch(/^User-agent: \*\n/);
    for (const line of ["Allow: /api/v2/buyer/docs", "Disallow: /api/", "Disallow: /storefront/"])
      expect(text.split("\n")).toContain(line);
    expect(await (await fetch(`${sandbox.origin}/robots.txt`)).text()).toBe("User-agent: *\nDisallow: /\n");
  });
});
