import type { BrowserContext, Page } from "playwright-core";
import { inTransaction } from "../../src/ground/kernel/perform.ts";
import { NOBODY } from "../../src/ground/kernel/viewer.ts";
import { openConsoleLink } from "../../src/platform/sign-in/index.ts";
import type { Browser } from "../browser.ts";
import type { World } from "../world.ts";

export interface EnterOptions {
  readonly width?: number;
  readonly language?: "en" | "en-XA" | "ar-XB";
  readonly theme?: "light" | "dark";
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: a violated policy, a failed script, a request to another site. */
  readonly strange: readonly string[];
}

/** A separate browser in which a member of the organisation is signed in. */
export async function enter(
  world: Pick<World, "host" | "parts">,
  browser: Browser,
  customerId: number,
  { width = 1440, language = "en", theme = "light" }: EnterOptions = {},
): Promise<Visit> {
  const origin = world.parts.installation.publicUrl;
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ baseURL: origin, locale: "en-GB", viewport, colorScheme: theme });
  await context.addInitScript((tag) => localStorage.setItem("interchange-language", tag), language);
  const strange: string[] = [];
  const page = await context.newPage();
  listen(page, origin, strange);
  const open = (ctx: Parameters<typeof openConsoleLink>[0]) => openConsoleLink(ctx, customerId);
  await page.goto(await inTransaction(world.host, NOBODY, "start", "write", open, "installation"));
  await page.getByRole("main").waitFor();
  return { page, context, strange };
}

function listen(page: Page, origin: string, strange: string[]): void {
  page.on("pageerror", (error) => strange.push(error.message));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin && !request.url().startsWith("blob:")) strange.push(request.url());
  });
  page.on("console", (message) => {
    // The browser also reports refusals here, but the page shows those.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      strange.push(message.text());
  });
}
