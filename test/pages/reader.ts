import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page, Response } from "playwright-core";
import { expect } from "vitest";
import type { Browser } from "../browser.ts";
import { faultsOf } from "../faults-of.ts";

export interface ReaderOptions {
  readonly width: 320 | 1280;
  readonly scheme: "light" | "dark";
  /** The browser's own language. */
  readonly language: string;
  /** Without scripts, as in most of these tests, a page is exactly what the server sent. */
  readonly scripts?: boolean;
  /** For pages that list things, and grow with their number. */
  readonly heaviestBytes?: number;
}

/** A person with a browser, and everything the browser did that a page should not make it do. */
export interface Reader {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Checks the page as it was sent for faults that would affect anybody. `state` names it in a failure. */
  inspect(state: string): Promise<void>;
  close(): Promise<void>;
}

/** The maximum size of a page including its style sheet, as sent and uncompressed. */
const HEAVIEST_BYTES = 10_000;

export async function openReader(browser: Browser, origin: string, options: ReaderOptions): Promise<Reader> {
  const { width, scheme, language, scripts = false, heaviestBytes = HEAVIEST_BYTES } = options;
  const screen = { viewport: { width, height: 720 }, colorScheme: scheme, locale: language } as const;
  const context = await browser.newContext({ ...screen, baseURL: origin, javaScriptEnabled: scripts });
  const scripted = await browser.newContext(screen);
  const page = await context.newPage();
  const strange = watch(page, origin);
  let shown: Response | undefined;
  page.on("response", (response) => {
    if (response.request().isNavigationRequest()) shown = response;
  });
  const inspect = async (state: string) => {
    if (!shown) throw new Error("there is no page yet");
    const name = `${state} ${language} ${width} ${scheme}`;
    await photograph(page, name);
    const { bytes, ...found } = await inspectCopy(scripted, shown, origin);
    const tooHeavyBy = Math.max(0, bytes - heaviestBytes);
    expect({ name, ...found, tooHeavyBy, strange }).toEqual({ name, ...FLAWLESS, strange: [] });
  };
  const close = async () => void (await Promise.all([context.close(), scripted.close()]));
  return { page, context, inspect, close };
}

/** Records forbidden actions of a page as they happen: requests to another origin, violated policies, failed scripts. */
function watch(page: Page, origin: string): string[] {
  const strange: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) strange.push(`asked for ${request.url()}`);
  });
  page.on("console", (message) => {
    // A status such as 404 is reported here too, and is expected.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      strange.push(message.text());
  });
  page.on("pageerror", (error) => strange.push(error.message));
  return strange;
}

const FLAWLESS = { violations: [], wideBy: 0, smallTargets: [], unlabelled: [], moving: [], shifts: 0, tooHeavyBy: 0 };

/** The inspection is a script, so the page is served again, byte by byte and header by header, to a browser in which scripts may run. */
async function inspectCopy(context: BrowserContext, shown: Response, origin: string) {
  const [body, headers, page] = [await shown.body(), shown.headers(), await context.newPage()];
  const strange = watch(page, origin);
  await page.route(shown.url(), (route) => route.fulfill({ status: shown.status(), headers, body }));
  await page.goto(shown.url());
  const violations = await faultsOf(page);
  const measured = await page.evaluate(measure);
  await page.close();
  return {
    ...measured,
    violations: [...violations, ...strange],
    bytes: body.length,
  };
}

/** Runs in the browser. */
async function measure() {
  const LEAST_TARGET_PX = 44;
  const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];
  const shifts = await new Promise<number>((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries().length));
    observer.observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(0), 50);
  });
  return {
    wideBy: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // A checkbox is as large as its label, because clicking the label ticks it too.
    smallTargets: all("button, .field > input, label.tick, footer a, .errors a")
      .filter((target) => target.getBoundingClientRect().height < LEAST_TARGET_PX)
      .map((target) => target.outerHTML),
    unlabelled: all<HTMLInputElement>("input:not([type=hidden])")
      .filter(({ labels }) => labels?.length !== 1)
      .map((input) => input.outerHTML),
    moving: all("*")
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return transitionDuration !== "0s" || animationName !== "none";
      })
      .map((element) => element.outerHTML),
    shifts,
  };
}

/** For people to look at: if `PAGE_PICTURES` names a folder, a screenshot of each inspected page is saved there. */
async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.PAGE_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(" ", "-")}.png`), fullPage: true });
}
