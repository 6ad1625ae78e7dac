import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, openBrowser } from "../browser.ts";
import { doJobs } from "../jobs.ts";
import { openReader } from "./reader.ts";
import { openShop, openSite, type Site } from "./site.ts";

/** What the seller's own web server serves. */
const FILES: Readonly<Record<string, { readonly type: string; readonly body: string | Buffer }>> = {
  "/logo.svg": {
    type: "text/plain",
    body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 48"><rect width="120" height="48" rx="8" fill="#e4002b"/><circle cx="24" cy="24" r="14" fill="#fff"/><path d="M52 16h56v6H52zM52 28h36v6H52z" fill="#fff"/></svg>`,
  },
  "/logo.png": { type: "image/png", body: png() },
  "/live.svg": {
    type: "image/svg+xml",
    body: `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
  },
  "/page.png": { type: "image/png", body: "<!doctype html><script>alert(1)</script>" },
  "/large.png": { type: "image/png", body: Buffer.concat([png(), Buffer.alloc(600 * 1024)]) },
};

let site: Site;
let browser: Browser;
let server: Server;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer(({ url = "" }, response) => {
    asked.push(url);
    const file = FILES[url];
    response
      .writeHead(file ? 200 : 404, { "content-type": file?.type ?? "text/html" })
      .end(file?.body ?? "nothing here");
  }).listen(0, "127.0.0.1");
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  server.close();
});

const pathIn = (html: string) => /<img src="([^"]+)"/.exec(html)?.[1];
const logoUrl = (file: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${file}`;
const view = async (path: string) => (await fetch(site.origin + path)).text();

test.each(["/logo.svg", "/logo.png"])(
  "%s is fetched once, after the first view, and served from here",
  async (file) => {
    const shop = await openShop(site, { settings: { logoUrl: logoUrl(file) } });
    asked = [];
    expect(pathIn(await view(shop.path))).toBeUndefined();
    await doJobs(site.world);
    const path = pathIn(await view(shop.path)) ?? "";
    expect(path).toMatch(/^\/logos\/[0-9a-f]{64}$/);
    await view(shop.path);
    await doJobs(site.world);
    expect(asked).toEqual([file]);
    const picture = await fetch(site.origin + path);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(Buffer.from(FILES[file]?.body ?? ""));
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      "content-type": file.endsWith("svg") ? "image/svg+xml" : "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
    });
  },
);

test.each(["/live.svg", "/page.png", "/large.png", "/missing.png"])(
  "%s is no logo, and the page is whole without it",
  async (file) => {
    const shop = await openShop(site, { settings: { logoUrl: logoUrl(file) } });
    await view(shop.path);
    await doJobs(site.world);
    asked = [];
    const html = await view(shop.path);
    expect(pathIn(html)).toBeUndefined();
    expect(html).toContain("<h1>");
    await doJobs(site.world);
    expect(asked).toEqual([]);
  },
);

test("a logo that its seller removes disappears immediately", async () => {
  const shop = await openShop(site, { settings: { logoUrl: logoUrl("/logo.svg") } });
  await view(shop.path);
  await doJobs(site.world);
  expect(pathIn(await view(shop.path))).toBeDefined();
  await shop.seller.put("/storefront", { logoUrl: null });
  expect(pathIn(await view(shop.path))).toBeUndefined();
});

test.each([
  { width: 320, scheme: "light", primary: "#FFE600", logoBackground: "light-bg" },
  { width: 1280, scheme: "dark", primary: "#101010", logoBackground: "dark-bg" },
  { width: 1280, scheme: "light", primary: "#FFFFFF", logoBackground: null },
] as const)("a page with a logo is as good as one without: $primary, $width px, $scheme", async (look) => {
  const { width, scheme, primary, logoBackground } = look;
  const settings = { logoUrl: logoUrl("/logo.svg"), logoBackground, brandColors: { primary } };
  const shop = await openShop(site, { settings });
  await view(shop.path);
  await doJobs(site.world);
  const { page, inspect, close } = await openReader(browser, site.origin, { width, scheme, language: "en" });
  await page.goto(shop.path);
  expect((await page.locator("header img").boundingBox())?.height).toBe(48);
  await inspect(`12 logo ${primary.slice(1)}`);
  await close();
});

test("a missing image is answered with a page that says so, and nothing else", async () => {
  for (const digest of ["0".repeat(64), "%00", "..%2f..", "x"])
    expect((await fetch(`${site.origin}/logos/${digest}`)).status).toBe(404);
});

/** A single red pixel. */
function png(): Buffer {
  return Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGN4wqANAALbARAmkx+tAAAAAElFTkSuQmCC",
    "base64",
  );
}
