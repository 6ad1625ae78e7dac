import type { Browser, BrowserContext, Page } from "playwright-core";
import { inTransaction } from "../../src/ground/kernel/perform.ts";
import { NOBODY } from "../../src/ground/kernel/viewer.ts";
import { buildConsole } from "../../src/main/console/build-console.ts";
import type { Api } from "../../src/main/demo/api.ts";
import { walk } from "../../src/main/demo/walk.ts";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { openDeskLink } from "../../src/platform/sign-in/index.ts";
import { freePort } from "../free-port.ts";
import { doJobs } from "../jobs.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";

/** The demo's own marketplace, with its history, behind an address that a browser can reach. */
export interface Marketplace {
  readonly world: World;
  readonly origin: string;
  readonly sandbox: SandboxFile;
  /** A browser of its own, signed in as somebody of the organisation. */
  enter(browser: Browser, customerId: number, options?: EnterOptions): Promise<Visit>;
}

interface EnterOptions {
  readonly width?: number;
  readonly language?: "en" | "en-XA" | "ar-XB";
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: a policy that was broken, a script that failed, another site that was asked. */
  readonly strange: readonly string[];
}

export async function openMarketplace(): Promise<Marketplace> {
  await buildConsole();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const world = await openWorld({ installation: { ...INSTALLATION, publicUrl: origin } });
  const sandbox = await openSandbox(world, { dataFolder: world.parts.dataFolder });
  const apiOf =
    (key: string): Api =>
    async (method, path, body) => {
      const reply = await world.anonymous(method, path, body, { authorization: `Bearer ${key}` });
      if (reply.error) throw new Error(`${method} ${path}: ${reply.error.message}`);
      return reply.data;
    };
  await walk(apiOf(sandbox.buyer.key), {
    sourceKeys: new Map(sandbox.publishers.map(({ platformId, sourceKey }) => [platformId, sourceKey ?? ""])),
    sellers: new Map(sandbox.publishers.map(({ platformId, key }) => [`storefront-${platformId}`, apiOf(key)])),
    meanwhile: () => doJobs(world),
    tell: () => undefined,
  });
  await world.app.listen({ host: "127.0.0.1", port });
  return { world, origin, sandbox, enter: (browser, id, options) => enter(world, origin, browser, id, options) };
}

async function enter(
  world: World,
  origin: string,
  browser: Browser,
  customerId: number,
  { width = 1440, language = "en" }: EnterOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ baseURL: origin, locale: "en-GB", viewport: { width, height: 900 } });
  await context.addInitScript((tag) => localStorage.setItem("interchange-language", tag), language);
  const page = await context.newPage();
  const strange: string[] = [];
  page.on("pageerror", (error) => strange.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin && !request.url().startsWith("blob:")) strange.push(request.url());
  });
  page.on("console", (message) => {
    // A refusal is told here too, and is shown on the page.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      strange.push(message.text());
  });
  const open = (ctx: Parameters<typeof openDeskLink>[0]) => openDeskLink(ctx, customerId);
  await page.goto(await inTransaction(world.host, NOBODY, "start", "write", open, "installation"));
  await page.getByRole("main").waitFor();
  return { page, context, strange };
}
