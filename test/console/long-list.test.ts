import { readFile } from "node:fs/promises";
import pg from "pg";
import type { Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildConsole } from "../../src/main/console/build-console.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { freePort } from "../free-port.ts";
import { expectData } from "../operations/expect-data.ts";
import { copy } from "../plans/crowd.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import { enter } from "./visit.ts";

/** A buyer with very many campaigns. The figures in docs/console.md come from a run with LISTED_CAMPAIGNS=100000. */
const MANY = Number(process.env.LISTED_CAMPAIGNS ?? 2_000);
const COUNT = new Intl.NumberFormat("en-GB").format(MANY);

let world: World;
let browser: Browser;
let customerId: number;
beforeAll(async () => {
  const port = await freePort();
  const installation = { ...INSTALLATION, publicUrl: `http://127.0.0.1:${port}` };
  [world, browser] = await Promise.all([openWorld({ installation }), openBrowser(), buildConsole()]);
  await world.app.listen({ host: "127.0.0.1", port });
  customerId = await crowdedBuyer();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

async function crowdedBuyer(): Promise<number> {
  const buyer = await world.caller("BUYER", { sandbox: true });
  const { id: advertiserId } = expectData(
    await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.example" }),
  );
  const flightDates = { startDate: later(1), endDate: later(30) };
  const plan = { advertiserId, name: "Campaign 0", flightDates, budget: { total: 1_000 } };
  expectData(await buyer.post("/buyer/campaigns", plan));
  const admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  const differences = {
    campaign_id: "'cmp_' || lpad(n::text, 8, '0')",
    name: "'Campaign ' || n",
    created_at: "t.created_at - n * interval '1 minute'",
  };
  await copy(admin, "campaigns", differences, buyer.customerId, MANY - 1);
  await admin.query("analyze campaigns");
  await admin.end();
  return buyer.customerId;
}

const DAY_MS = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

/** The requests for campaigns since the last call. */
function watchLists(page: Page): () => readonly Request[] {
  let seen: Request[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/v2/buyer/campaigns") seen.push(request);
  });
  return () => {
    const before = seen;
    seen = [];
    return before;
  };
}

/** Does it, and reports how long it took if the run is a measurement. */
async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await act();
  const took = Math.round(performance.now() - start);
  if (process.env.LISTED_CAMPAIGNS) process.stdout.write(`${COUNT} campaigns, ${what}: ${took} ms\n`);
}

test("a very long list is paged, filtered and saved by the server's answers, a page at a time", async () => {
  const { page, context, strange } = await enter(world, browser, customerId);
  await page.waitForLoadState("networkidle");
  const asked = watchLists(page);
  const rows = page.locator("main tbody tr");
  const says = (text: string) => page.getByText(text, { exact: true }).waitFor();

  await timed("opened", async () => {
    await page.goto("/console/buy/campaigns");
    await says(`1–25 of ${COUNT}`);
  });
  expect([await rows.count(), asked().length]).toEqual([25, 1]);

  const last = Math.ceil(MANY / 25);
  await timed("next page", async () => {
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await says(`26–50 of ${COUNT}`);
  });
  expect([await rows.count(), asked().length]).toEqual([25, 1]);
  await timed("last page", async () => {
    await page.goto(`/console/buy/campaigns?page=${last}`);
    await page.getByRole("link", { name: `Campaign ${MANY - 1}`, exact: true }).waitFor();
  });
  expect([await rows.count(), asked().length]).toEqual([25, 1]);

  await timed("filtered by a name", async () => {
    await page.getByRole("searchbox", { name: "Campaign" }).fill(`Campaign ${MANY - 1}`);
    await page.getByRole("button", { name: "Filter" }).click();
    await expect.poll(() => rows.count()).toBe(1);
  });
  const [filtered, ...more] = asked();
  expect(more).toEqual([]);
  expect((await filtered?.response()?.then((answer) => answer?.body()))?.byteLength).toBeLessThan(5_000);

  await page.goto("/console/buy/campaigns");
  await says(`1–25 of ${COUNT}`);
  asked();
  await timed("saved as CSV", async () => {
    const saved = page.waitForEvent("download", { timeout: 300_000 });
    await page.getByRole("button", { name: "Download CSV" }).click();
    const lines = (await readFile(await (await saved).path(), "utf8")).trimEnd().split("\r\n");
    expect(lines.length).toBe(MANY + 1);
    expect(new Set(lines).size).toBe(MANY + 1);
  });
  expect(asked().length).toBe(1);
  expect(strange).toEqual([]);
  await context.close();
}, 400_000);

test("a file that needs more requests than a minute allows waits until it may continue", async () => {
  const { page, context } = await enter(world, browser, customerId);
  await page.goto("/console/buy/campaigns");
  await page.getByText(`1–25 of ${COUNT}`, { exact: true }).waitFor();
  await page.clock.install();
  const limited = {
    status: 429,
    headers: { "retry-after": "25" },
    json: { error: { code: "RATE_LIMITED", message: "" } },
  };
  let refusals = 0;
  await page.route(/\/campaigns/, (route) => {
    const isFile = route.request().headers().accept === "text/csv";
    if (isFile) refusals += 1;
    return isFile && refusals === 1 ? route.fulfill(limited) : route.continue();
  });
  const refused = page.waitForResponse((answer) => answer.status() === 429);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  await refused;
  await expect
    .poll(() => page.clock.fastForward(26_000).then(() => page.getByText("Preparing the file…").count()), {
      timeout: 60_000,
    })
    .toBe(0);
  expect((await readFile(await (await saved).path(), "utf8")).trimEnd().split("\r\n").length).toBe(MANY + 1);
  await context.close();
});
