import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

export interface ReaderOptions {
  readonly width: 320 | 1280;
  readonly scheme: "light" | "dark";
  /** The browser's own language. */
  readonly language: string;
  /** Without it, as most of these tests are, a page is what the server sent. */
  readonly scripts?: boolean;
}

/** Somebody before a browser, and everything the browser did that a page should not make it do. */
export interface Reader {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Goes over the page as it stands: that nothing about it is wrong for anybody. `state` names it in a failure. */
  inspect(state: string): Promise<void>;
}

/** The heaviest a page may be, style and all, as it goes over the wire uncompressed. */
const HEAVIEST_BYTES = 10_000;
const LEAST_TARGET = 44;

export async function openReader(browser: Browser, origin: string, options: ReaderOptions): Promise<Reader> {
  const { width, scheme, language, scripts = false } = options;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: 720 },
    colorScheme: scheme,
    locale: language,
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const strange: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) strange.push(`asked for ${request.url()}`);
  });
  // A violation of the content security policy is told on the console.
  page.on("console", (message) => {
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) strange.push(message.text());
  });
  page.on("pageerror", (error) => strange.push(error.message));
  let bytes = 0;
  page.on("response", (response) => {
    if (response.request().isNavigationRequest()) bytes = Number(response.headers()["content-length"]);
  });
  const devtools = await context.newCDPSession(page);
  // What inspects a page is a script, for as long as it does; the page has none of its own to run meanwhile.
  const letScripts = (run: boolean) => devtools.send("Emulation.setScriptExecutionDisabled", { value: !run });
  const inspect = async (state: string) => {
    await letScripts(true);
    const found = { ...(await shapeOf(page)), strange, isLight: bytes > 0 && bytes <= HEAVIEST_BYTES };
    await letScripts(scripts);
    const good = { violations: [], wideBy: 0, smallTargets: [], unlabelled: 0, moving: 0, strange: [], isLight: true };
    await photograph(page, `${state} ${language} ${width} ${scheme}`);
    expect({ state, ...found }).toEqual({ state, ...good });
  };
  return { page, context, inspect };
}

async function shapeOf(page: Page) {
  const axe = await new AxeBuilder({ page }).analyze();
  const violations = axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  const measured = await page.evaluate((least) => {
    const all = [...document.querySelectorAll<HTMLElement>("*")];
    const targets = [
      ...document.querySelectorAll<HTMLElement>("button, input:not([type=hidden]), footer a, .errors a, label.tick"),
    ];
    // A box to tick is as large as its label, which ticks it too.
    const isSmall = (target: HTMLElement) =>
      target.getBoundingClientRect().height < least && target.closest("label.tick") === null;
    return {
      wideBy: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      smallTargets: targets.filter(isSmall).map((target) => target.outerHTML),
      unlabelled: [...document.querySelectorAll("input:not([type=hidden])")].filter(
        (input) => (input as HTMLInputElement).labels?.length !== 1,
      ).length,
      moving: all.filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return transitionDuration !== "0s" || animationName !== "none";
      }).length,
    };
  }, LEAST_TARGET);
  return { violations, ...measured };
}

/** For people to look at: where `PAGE_PICTURES` names a folder, each inspected page is kept there. */
async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.PAGE_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(" ", "-")}.png`), fullPage: true });
}
