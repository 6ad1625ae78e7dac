import { afterAll, beforeAll, expect, test } from "vitest";
import { after, DAY_MS } from "../../src/ground/kernel/clock.ts";
import { perform } from "../../src/ground/kernel/perform.ts";
import { buildConsole } from "../../src/main/console/build-console.ts";
import { placeLeg } from "../../src/supply/orders/legs/place-leg.ts";
import { buyOf, type Market, openMarket } from "../../src/supply/orders/shop.fixture.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { freePort } from "../free-port.ts";
import { INSTALLATION } from "../world.ts";
import { choose, press, write } from "./keyboard.ts";
import { readsInBothThemes } from "./themes.ts";
import { enter } from "./visit.ts";

let market: Market;
let browser: Browser;
beforeAll(async () => {
  const port = await freePort();
  const installation = { ...INSTALLATION, publicUrl: `http://127.0.0.1:${port}` };
  // The browser keeps its cookie by its own clock, so both must start at the same time.
  [market, browser] = await Promise.all([openMarket({ installation }, new Date()), openBrowser(), buildConsole()]);
  await market.world.app.listen({ host: "127.0.0.1", port });
});
afterAll(async () => {
  await browser.close();
  await market.world.close();
});

/** A storefront whose only source may have bought, and cannot be asked again. */
async function inDoubt() {
  const shop = await market.openShop({ sources: 1 });
  const [source] = shop.sellers;
  if (!source) throw new Error("the shop has a source");
  source.fates = ["lost"];
  source.remembersKeys = false;
  const [now, agent] = [market.clock.now(), await shop.resolveAgent()];
  const flight = { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) };
  await agent.createMediaBuy(buyOf(["s0:a"], { flight }), shop.call()).catch(() => undefined);
  const { customerId } = shop;
  const leg = await market.world.database.read({ customerId, reach: "tenant" }, (db) =>
    db.selectFrom("order_legs").select("leg_id").where("customer_id", "=", customerId).executeTakeFirstOrThrow(),
  );
  await perform(placeLeg, { customerId, legId: leg.leg_id }, "test", market.world.host);
  return shop;
}

test("an operator settles a stuck buy, hides its storefront and verifies the audit log, without a mouse", async () => {
  const shop = await inDoubt();
  const operator = await market.world.caller("OPERATOR");
  const { page, context, strange } = await enter(market.world, browser, operator.customerId, { theme: "dark" });
  await press(page, "link", "Stuck buys");
  await press(page, "button", "Settle: Source 0");
  const dialog = page.getByRole("dialog");
  await choose(page, dialog.getByLabel("Settle"), "It has booked");
  await press(page, "button", "Settle", dialog);
  await dialog.getByText("Not saved yet: correct the marked fields below.").waitFor();
  await readsInBothThemes(page);
  await write(page, dialog.getByLabel("Its id there"), shop.sellers[0]?.buys[0]?.mediaBuyId ?? "");
  await write(page, dialog.getByLabel("How you know"), "Their trafficker found it by the key");
  await press(page, "button", "Settle", dialog);
  await page.getByText("No buy is stuck").waitFor();

  const { name } = (await shop.seller.get("/storefront")).data;
  await press(page, "link", "Storefront review");
  await choose(page, page.getByLabel("State"), "Listed");
  await press(page, "button", `Hide: ${name}`);
  await write(page, dialog.getByLabel("Reason"), "Its people do not answer");
  await readsInBothThemes(page);
  await press(page, "button", "Hide", dialog);
  await page.getByRole("button", { name: `Hide: ${name}` }).waitFor({ state: "detached" });
  expect((await shop.seller.get("/storefront")).data.marketplaceState).toBe("HIDDEN");
  expect(shop.sellers[0]?.response).toHaveLength(1);

  await press(page, "link", "Audit log");
  await page.getByRole("row").nth(1).waitFor();
  await press(page, "button", "Verify");
  await page.getByText(/^Intact: \d+ entries/).waitFor();
  await readsInBothThemes(page);
  expect(strange).toEqual([]);
  await context.close();
});
