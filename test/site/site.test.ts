import { existsSync, globSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helpFor } from "../../console/shell/help.ts";
import { addressOf, linkFrom, relativeTo } from "../../site/address.ts";
import { CHAPTERS, UNLISTED } from "../../site/contents.ts";
import { newApp } from "../../src/edge/http/app.ts";
import { mountDocsSite } from "../../src/edge/web/docs/mount-docs-site.ts";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { systemRandom } from "../../src/ground/kernel/random.ts";
import { buildDocs, buildRelease } from "../../src/main/docs/build-docs.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { faultsOf } from "../faults-of.ts";

const ROOT = join(import.meta.dirname, "../..");
const DIST = join(ROOT, "site/dist");

let browser: Browser;
let app: FastifyInstance;
let origin: string;

/** On the server's own router, which treats paths with and without a slash at the end alike. */
async function served(folder: string): Promise<FastifyInstance> {
  const publicUrl = "https://market.example";
  const connections = { requestMs: 60_000, headersMs: 60_000, keepAliveMs: 5_000, most: 1_000 };
  const limits = { bodyLimitBytes: 1_024, trustProxy: false as const, connections };
  const own = newApp({ log: silentLog, random: systemRandom, publicUrl, ...limits });
  mountDocsSite(own, folder, publicUrl);
  await own.ready();
  return own;
}

beforeAll(async () => {
  await buildDocs();
  [browser, app] = await Promise.all([openBrowser(), served(DIST)]);
  await app.listen({ host: "127.0.0.1", port: 0 });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const documents = globSync("**/*.md", { cwd: join(ROOT, "docs") }).map((file) => file.replaceAll("\\", "/"));

test("every document has its place in the contents, and everything in the contents exists", () => {
  const listed = new Set(CHAPTERS.flatMap(({ pages }) => pages.map((page) => `${page}/`)));
  const lost = documents.map(addressOf).filter((address) => !listed.has(address) && !UNLISTED.test(address));
  expect(lost).toEqual([]);
  for (const page of listed) expect([page, existsSync(join(DIST, page, "index.html"))]).toEqual([page, true]);
});

test("every link and every image on every page leads to something that exists", () => {
  const pages = globSync("**/*.html", { cwd: DIST }).map((file) => file.replaceAll("\\", "/"));
  expect(pages.length).toBeGreaterThan(400);
  const texts = new Map(pages.map((file) => [file, readFileSync(join(DIST, file), "utf8")]));
  const ids = new Map([...texts].map(([file, text]) => [file, new Set(text.match(/(?<=\bid=")[^"]*/g))]));
  const broken = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/\b(?:href|src)="([^"]*)"/g)].flatMap(([, link = ""]) => {
      if (/^https?:/.test(link)) return [];
      const [path = "", id] = link.split("#");
      const target = path === "" ? file : posix.join(dirname(file), path);
      const name = target.endsWith("/") || target === "." ? posix.join(target, "index.html") : target;
      const isThere = existsSync(join(DIST, name)) && (id === undefined || id === "" || ids.get(name)?.has(id));
      return isThere ? [] : [`${file}: ${link}`];
    }),
  );
  expect(broken).toEqual([]);
});

test("a page has no script and no style of its own, and requests nothing from elsewhere", () => {
  for (const file of ["index.html", "selling/index.html", "reference/buyer/createCampaign/index.html"]) {
    const text = readFileSync(join(DIST, file), "utf8");
    expect(text).not.toMatch(/<style|\sstyle="|\son\w+="|<script>|<script(?![^>]*src=")/);
    expect(text).not.toMatch(/<(link|script|img)[^>]*(href|src)="https?:/);
  }
});

test("the first page describes each document by its first sentence, as people write it", () => {
  const text = readFileSync(join(DIST, "index.html"), "utf8");
  const intros = [...text.matchAll(/<\/a><p>([\s\S]*?)<\/p>/g)].map(([, intro = ""]) => intro);
  expect(intros.length).toBeGreaterThan(30);
  expect(intros.filter((intro) => intro === "" || /&lt;!--|\s[.,)]|\(\s/.test(intro))).toEqual([]);
  for (const file of globSync("**/*.html", { cwd: DIST }))
    expect([file, readFileSync(join(DIST, file), "utf8").includes("&lt;!-- Generated")]).toEqual([file, false]);
});

test("links between documents lead to pages from wherever they are, and to nothing that is not a page", () => {
  const isPage = (file: string) => documents.includes(file) || file === "house.svg";
  expect(linkFrom("first-buy.md", "selling.md#add-a-source", isPage)).toBe("../selling/#add-a-source");
  expect(linkFrom("decisions/0029-one-durable-call.md", "../concepts.md", isPage)).toBe("../../concepts/");
  expect(linkFrom("tutorials/buy.md", "../../packages/client/README.md", isPage)).toBeUndefined();
  expect(linkFrom("selling.md", "house.svg", isPage)).toBe("../house.svg");
  expect(linkFrom("selling.md", "#here", isPage)).toBe("#here");
  expect(relativeTo("", "selling/")).toBe("selling/");
});

const PAGES = [
  "",
  "tutorials/buy/",
  "self-hosting/",
  "command-line/",
  "reference/buyer/",
  "reference/buyer/createCampaign/",
];

test.each(["light", "dark"] as const)("pages are without fault in the %s, at every width", async (colorScheme) => {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  const strange = watched(page);
  for (const address of PAGES) {
    await page.setViewportSize({ width: 1_400, height: 900 });
    await page.goto(`${origin}/docs/${address}`);
    await photograph(page, `${address}1400-${colorScheme}`);
    for (const width of [1_400, 375]) {
      await page.setViewportSize({ width, height: 900 });
      const found = await faultsOf(page, colorScheme === "light" ? "everything" : "colours");
      const wideBy = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ address, width, found, wideBy, strange }).toEqual({ address, width, found: [], wideBy: 0, strange: [] });
    }
    await photograph(page, `${address}375-${colorScheme}`);
  }
  await context.close();
});

function watched(page: Page): string[] {
  const strange: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) strange.push(`asked for ${request.url()}`);
  });
  page.on("console", (message) => void (message.type() === "error" && strange.push(message.text())));
  page.on("pageerror", (error) => void strange.push(String(error)));
  return strange;
}

async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.PAGE_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `docs-${name.replaceAll("/", "_")}.png`) });
}

test("a search works with the keyboard, in documents and among operations, without another site", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const strange = watched(page);
  await page.goto(`${origin}/docs/glossary/`);
  await page.keyboard.press("/");
  await page.keyboard.type("pause a campaign");
  await page.locator("#results a").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Pause a campaign" }).waitFor();
  await page.getByRole("searchbox").fill("join link");
  await page
    .getByRole("link", { name: /Disable a join link/ })
    .first()
    .waitFor();
  await page.getByRole("searchbox").fill("qqqqqq zzzzzz");
  await page.getByText("Nothing has that name").waitFor();
  expect(strange).toEqual([]);
  await context.close();
});

test("a page can be read without its slash, under a policy that allows nothing, and no other file is served", async () => {
  const get = (url: string) => app.inject({ method: "GET", url });
  const { statusCode, headers, body } = await get("/docs/selling/");
  expect([statusCode, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  expect(body).toContain("<h1");
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect((await get("/docs")).headers.location).toBe("/docs/");
  for (const url of ["/docs/", "/docs/?q=sell", "/docs/selling/?q=sell"])
    expect([url, (await get(url)).statusCode]).toEqual([url, 200]);
  expect((await get("/docs/selling")).headers.location).toBe("/docs/selling/");
  for (const url of ["/docs/..%2fpackage.json", "/docs/%2e%2e/%2e%2e/package.json", "/docs/.built-of", "/docs/none/"])
    expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
});

test("if it was not built, a sentence says what to do", async () => {
  const bare = await served(await mkdtemp(join(tmpdir(), "no-docs-")));
  for (const url of ["/docs", "/docs/selling/"]) {
    const { statusCode, body } = await bare.inject({ method: "GET", url });
    expect([statusCode, body]).toEqual([404, expect.stringContaining("npm run docs")]);
  }
});

test("it is not rebuilt if unchanged, and a host can serve several releases", {
  timeout: 120_000,
}, async () => {
  expect(await buildDocs()).toBe("unchanged");
  const folder = await mkdtemp(join(tmpdir(), "releases-"));
  await mkdir(join(folder, "0.0.9"));
  await buildRelease(folder);
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string };
  const releases = readFileSync(join(folder, "index.html"), "utf8").match(/(?<=href=")[\d.]+\/(?=")/g);
  expect(releases).toEqual([`${version}/`, "0.0.9/"]);
  const page = readFileSync(join(folder, version, "selling/index.html"), "utf8");
  expect(page).toContain(`<a href="../../">${version}</a>`);
});

test("the console's help links to pages that exist, the nearest to the current place", () => {
  expect(helpFor("/sell/join-links/new")).toBe("/docs/sponsored-buyers/");
  expect(helpFor("/sellers")).toBe("/docs/");
  const paths = [
    "/",
    "/buy",
    "/buy/campaigns/cmp_1",
    "/sell",
    "/sell/join-links",
    "/run",
    "/settings",
    "/settings/webhooks",
  ];
  for (const address of paths.map((path) => helpFor(path).replace("/docs/", "")))
    expect([address, existsSync(join(DIST, address, "index.html"))]).toEqual([address, true]);
});
