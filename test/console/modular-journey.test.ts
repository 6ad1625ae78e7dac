import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "../../src/ground/kernel/perform.ts";
import { buildConsole } from "../../src/main/console/build-console.ts";
import { buy, openShop, part } from "../../src/supply/modular/agent/shop.fixture.ts";
import { avail, callOf, ok } from "../../src/supply/modular/modular.fixture.ts";
import { maintainSource } from "../../src/supply/modular/upkeep/maintain-source.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { freePort } from "../free-port.ts";
import { doJobs } from "../jobs.ts";
import { buyByCampaign, day, settle } from "../journeys/market-day.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../world.ts";
import { choose, giveFile, press, write } from "./keyboard.ts";
import { readsInBothThemes } from "./themes.ts";
import { enter } from "./visit.ts";

/** A publisher with a spreadsheet and an inbox, from an empty installation to its delivery report. */
let world: World;
let browser: Browser;
beforeAll(async () => {
  const port = await freePort();
  const installation = { ...INSTALLATION, publicUrl: `http://127.0.0.1:${port}` };
  [world, browser] = await Promise.all([openWorld({ installation }), openBrowser(), buildConsole()]);
  await world.app.listen({ host: "127.0.0.1", port });
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

const FLIGHT = `${day(0).slice(0, 10)},${day(60).slice(0, 10)}`;
const HEADER =
  "avail_id,name,collection_id,collection_name,channel,start_date,end_date,net_impressions,cpm,currency,format_options";
const avails = (impressions: string) =>
  `${HEADER},publisher_properties\nprime,Prime time,ctv,Prime drama,ctv,${FLIGHT},${impressions},25.50,USD,video_hosted,drama.example\n`;

test("a spreadsheet is put on sale, bought, booked by people and reported to the end, without a mouse", async () => {
  const seller = await world.caller("SELLER", { sandbox: true, company: "Drama Media" });
  const { page, context, strange } = await enter(world, browser, seller.customerId, { theme: "dark" });
  await write(page, page.getByLabel("Name"), "Drama Media");
  await press(page, "button", "Create the storefront");
  await press(page, "link", "Sources");
  await press(page, "button", "Add a source");
  const dialog = page.getByRole("dialog");
  await press(page, "button", /^A spreadsheet/, dialog);
  await write(page, dialog.getByLabel("Source"), "Drama screens");
  await press(page, "button", "Add a source", dialog);
  await page.getByRole("heading", { level: 1, name: "Drama screens" }).waitFor();

  await press(page, "button", "Upload a file");
  await giveFile(page, dialog.getByLabel("Choose a file or drop it here"), "avails.csv", avails("1.200.000"));
  await dialog.getByRole("cell", { name: "net_impressions" }).waitFor();
  await readsInBothThemes(page);
  await giveFile(page, dialog.getByLabel("Choose a file or drop it here"), "avails.csv", avails("1200000"));
  await press(page, "button", "Put 1 avails on sale", dialog);
  await page.getByRole("cell", { name: "Prime time" }).waitFor();
  await press(page, "button", "Have people book it");
  await write(page, dialog.getByLabel("The system that they book it in"), "Cadent");
  await press(page, "button", "Have people book it", dialog);
  await page.getByText("entered into the system that delivers them by").waitFor();
  await press(page, "button", "Turn on delivery reports");
  await press(page, "button", "Turn on delivery reports", dialog);
  await page.getByRole("button", { name: "Upload a report" }).waitFor();
  await readsInBothThemes(page);
  await press(page, "link", "Home");
  await press(page, "button", "Open to buyers");
  await page.getByText("waiting for the operator to list it").waitFor();

  const { buyer, buyOf } = await buySomeOf(seller);
  await press(page, "link", "Work queue");
  for (const entry of ["order-1", "copy-1", "line-1"]) await workOff(page, entry);
  ok(await buyer.post("/sandbox/clock", { hours: 3 }));
  await settle(world);
  expect(await buyOf()).toMatchObject({ status: "ACTIVE" });

  await endFlight(seller, buyer);
  await page.reload();
  await openFirst(page);
  await readsInBothThemes(page);
  await press(page, "link", "Go to the source", dialog);
  await press(page, "button", "Upload a report");
  const rows = [2, 3].map((days) => `${day(days).slice(0, 10)},order-1,100000,2550`).join("\n");
  const field = dialog.getByLabel("Choose a file or drop it here");
  await giveFile(page, field, "final.csv", `day,upstreamOrderId,impressions,spend\n${rows}\n`);
  await press(page, "button", "Import the report", dialog);
  await dialog.getByText("2 days were imported: 200,000 impressions, USD 5,100.00. 1 work item is done.").waitFor();
  await page.keyboard.press("Escape");
  await press(page, "link", "Work queue");
  await page.getByText("Nothing to do").waitFor();
  expect(strange).toEqual([]);
  await context.close();
  await readReport(buyer);
});

test.each(["Yes", "No"])("an offer under the price is answered in the queue: %s", async (answer) => {
  const { desk, agent } = await openShop(world, avail("a"));
  const offer = { flight: { start: new Date(day(2)), end: new Date(day(12)) }, packages: [part({ bidPrice: "15" })] };
  const outcome = await agent.createMediaBuy(buy(offer), callOf(world));
  if (outcome.kind !== "submitted") throw new Error(`not held: ${JSON.stringify(outcome)}`);
  const { page, context, strange } = await enter(world, browser, desk.place.customerId, { theme: "light" });
  await press(page, "link", "Work queue");
  await openFirst(page);
  const dialog = page.getByRole("dialog");
  await choose(page, dialog.getByLabel("Sell at this price"), answer);
  await press(page, "button", "Done", dialog);
  await page.getByText("Nothing to do").waitFor();
  expect((await agent.getTask(outcome.taskId, callOf(world))).kind).toBe(answer === "Yes" ? "done" : "rejected");
  expect(strange).toEqual([]);
  await context.close();
});

/** A buyer whom the operator has given access to the storefront books ten days. */
async function buySomeOf(seller: Caller) {
  const operator = await world.caller("OPERATOR");
  const storefrontId = Number(ok(await seller.get("/storefront")).storefrontId);
  ok(await operator.post(`/operator/storefronts/${storefrontId}/list`));
  const buyer = await world.caller("BUYER", { sandbox: true });
  const { buyOf } = await buyByCampaign(buyer, { storefrontId }, "Prime time", 5_100);
  return { buyer, buyOf };
}

/** Opens the first item like a person who only uses the keyboard. */
async function openFirst(page: Page): Promise<void> {
  await page.locator("[data-item]").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
}

const LIST = /\/storefront\/work-items\?/;

/** The new list only arrives once the item is done; until then it must not be offered again, or its next entry would be lost. */
async function workOff(page: Page, entry: string): Promise<void> {
  await openFirst(page);
  const items = page.locator("[data-item]");
  const before = await items.count();
  const late = Promise.withResolvers<void>();
  await page.route(LIST, async (route) => {
    await late.promise;
    await route.continue();
  });
  const dialog = page.getByRole("dialog");
  await write(page, dialog.getByRole("textbox").first(), entry);
  await press(page, "button", "Done", dialog);
  await dialog.waitFor({ state: "hidden" });
  expect(await items.count()).toBe(before - 1);
  late.resolve();
  await page.unrouteAll({ behavior: "wait" });
}

/** Twelve days pass for both, and everything due at the source is done. */
async function endFlight(seller: Caller, buyer: Caller): Promise<void> {
  for (const caller of [seller, buyer]) ok(await caller.post("/sandbox/clock", { days: 12 }));
  const [source] = ok(await seller.get("/storefront/inventory-sources"));
  const place = { customerId: seller.customerId, inventorySourceId: Number(source.id) };
  await perform(maintainSource, place, "req_tick", world.host);
  await doJobs(world);
}

/** The buyer reads what the publisher reports. */
async function readReport(buyer: Caller): Promise<void> {
  ok(await buyer.post("/sandbox/clock", { days: 1 }));
  await settle(world);
  const { page, context } = await enter(world, browser, buyer.customerId);
  await press(page, "link", "Reports");
  await page.getByRole("cell", { name: "200,000" }).first().waitFor();
  await page.getByRole("cell", { name: "USD 5,100.00" }).first().waitFor();
  await context.close();
}
