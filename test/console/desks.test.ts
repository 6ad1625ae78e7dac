import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { type Marketplace, openMarketplace } from "./marketplace.ts";

let market: Marketplace;
let browser: Browser;

beforeAll(async () => {
  [market, browser] = await Promise.all([openMarketplace(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await market.world.close();
});

const settled = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();

/** Holds back the events of a discovery after this many, until the page may continue. */
function holdEvents(after: number): void {
  const real = window.fetch.bind(window);
  const held = Promise.withResolvers<void>();
  Object.assign(window, { goOn: held.resolve });
  window.fetch = async (asked, init) => {
    const answer = await real(asked, init);
    if (!answer.headers.get("content-type")?.startsWith("text/event-stream")) return answer;
    const events = (await answer.text()).split("\n\n").filter(Boolean);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async start(stream) {
        for (const [number, event] of events.entries()) {
          if (number === after) await held.promise;
          stream.enqueue(encoder.encode(`${event}\n\n`));
        }
        stream.close();
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}

test("a discovery shows each storefront as it answers, and then what they have", async () => {
  const { page, context, strange } = await market.enter(browser, market.sandbox.buyer.customerId);
  await page.addInitScript(holdEvents, 2);
  await page.goto("/console/buy/discovery");
  await settled(page);
  await page.getByLabel("Brief").fill("People who love hiking, premium streaming TV");
  await page.getByRole("button", { name: "Ask the storefronts" }).click();
  await page.getByText(/^1 of \d+ storefronts have answered$/).waitFor();
  // One has answered; for the others it is waited.
  const states = await page.locator("main li span").allTextContents();
  expect(states.filter((text) => /product/.test(text))).toHaveLength(1);
  expect(states.filter((text) => text === "asked").length).toBeGreaterThan(0);
  await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
  await page.getByRole("heading", { name: /^\d+ products from \d+ storefronts$/ }).waitFor();
  expect(strange).toEqual([]);
  await context.close();
});

test("an operator acts for an organisation under a band on every page, and ends it", async () => {
  const { page, context, strange } = await market.enter(browser, market.sandbox.operator.customerId);
  await page.goto("/console/run/organisations?kind=BUYER");
  await settled(page);
  await page.getByRole("button", { name: "Act for it" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("short");
  await dialog.getByRole("button", { name: "Act for it" }).click();
  await dialog.getByText(/say in a sentence why/).waitFor();
  await dialog.getByLabel("Reason").fill("They see no campaign, and asked us to look");
  await dialog.getByRole("button", { name: "Act for it" }).click();
  const band = page.getByRole("region", { name: /^You act for / });
  await band.getByText("They see no campaign, and asked us to look").waitFor();
  for (const path of ["/buy/campaigns", "/settings", "/requests"]) {
    await page.goto(`/console${path}`);
    await settled(page);
    await band.waitFor();
  }
  await band.getByRole("button", { name: "End" }).click();
  await page.waitForURL(/\/console\/run/);
  expect(await band.count()).toBe(0);
  expect(strange).toEqual([]);
  await context.close();
});
