import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, DAY_MS } from "../../src/ground/kernel/clock.ts";
import { newId } from "../../src/ground/kernel/ids.ts";
import { insertSignUp, settleSignUp } from "../../src/platform/sign-in/sign-up/store.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { choose, press, write } from "./keyboard.ts";
import { type Marketplace, openMarketplace } from "./marketplace.ts";
import { readsInBothThemes } from "./themes.ts";

let market: Marketplace;
let browser: Browser;

beforeAll(async () => {
  [market, browser] = await Promise.all([openMarketplace(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await market.world.close();
});

test("a buyer goes from a brief to a campaign that its sellers have, and to its file, without a mouse", async () => {
  const { page, context, strange } = await market.enter(browser, market.sandbox.buyer.customerId);
  await press(page, "link", "Discovery");
  const brief = "People who love hiking and weekend travel: podcasts and news in the US";
  await write(page, page.getByLabel("Brief"), brief);
  await write(page, page.getByLabel("Budget", { exact: true }), "9000");
  await press(page, "button", "Ask the storefronts");
  await press(page, "button", /^Pick: /);
  await write(page, page.getByLabel(/^Budget: /), "4000");
  await page.keyboard.press("Tab");
  await page.getByText("USD 5,000.00 left of the budget").waitFor();
  await readsInBothThemes(page);
  await write(page, page.getByLabel("Campaign name"), "Autumn by keyboard");
  await press(page, "button", "Create a campaign");
  await page.getByRole("heading", { level: 1, name: "Autumn by keyboard" }).waitFor();

  await press(page, "button", "Buy");
  const dialog = page.getByRole("dialog", { name: "Buy from these sellers?" });
  await dialog.getByText("USD 4,000.00 in total").waitFor();
  await readsInBothThemes(page);
  await press(page, "button", "Buy", dialog);
  await page.getByRole("region", { name: "Media buys by seller" }).getByRole("row").nth(1).waitFor();
  await readsInBothThemes(page);

  await press(page, "link", "Campaigns");
  const saved = page.waitForEvent("download");
  await press(page, "button", "Download CSV");
  const file = await readFile(await (await saved).path(), "utf8");
  expect(file).toMatch(/^id,name,status/);
  expect(file).toContain("Autumn by keyboard");
  expect(strange).toEqual([]);
  await context.close();
});

test("a seller goes from nothing to an open storefront without a mouse, and the operator lists it", async () => {
  const seller = await market.world.caller("SELLER", { sandbox: true, company: "Fjord & Fell" });
  const { page, context, strange } = await market.enter(browser, seller.customerId);
  await page.getByRole("heading", { level: 1, name: "Open your storefront" }).waitFor();
  await write(page, page.getByLabel("Name"), "Fjord & Fell");
  await write(page, page.getByLabel("Your domain"), "no domain at all");
  await press(page, "button", "Create the storefront");
  // The API's message is shown next to the field.
  await expect.poll(() => page.getByLabel("Your domain").getAttribute("aria-invalid")).toBe("true");
  await readsInBothThemes(page);
  await write(page, page.getByLabel("Your domain"), "fjordfell.example");
  await press(page, "button", "Create the storefront");
  await page.getByRole("heading", { level: 1, name: "Fjord & Fell" }).waitFor();

  await press(page, "link", "Sources");
  await press(page, "button", "Add a source");
  await press(page, "button", /A simulated publisher/);
  const dialog = page.getByRole("dialog");
  await write(page, dialog.getByLabel("Source"), "Fjord inventory");
  await readsInBothThemes(page);
  await press(page, "button", "Add a source", dialog);
  await page.getByRole("heading", { level: 1, name: "Fjord inventory" }).waitFor();

  await press(page, "link", "Home");
  await press(page, "button", "Open to buyers");
  await page.getByText("waiting for the operator to list it").waitFor();
  await readsInBothThemes(page);
  await context.close();

  const { page: desk, context: office } = await market.enter(browser, market.sandbox.operator.customerId);
  await press(desk, "link", "Storefront review");
  await choose(desk, desk.getByLabel("State"), "Waiting for review");
  await press(desk, "button", "List: Fjord & Fell");
  await press(desk, "button", "List", desk.getByRole("dialog"));
  await expect.poll(() => desk.getByText("Fjord & Fell").count()).toBe(0);
  expect(strange).toEqual([]);
  await office.close();
});

test("an operator admits one person who signed up, and refuses another with a reason", async () => {
  for (const company of ["Quarry Media", "Nobody & Sons"]) await waitingSignUp(company);
  const { page, context, strange } = await market.enter(browser, market.sandbox.operator.customerId);
  await press(page, "link", "Organisations");
  await press(page, "button", /^Approve: Quarry Media/);
  await page.getByRole("button", { name: /^Approve: Quarry Media/ }).waitFor({ state: "detached" });
  await press(page, "button", /^Refuse: Nobody/);
  const dialog = page.getByRole("dialog");
  await write(page, dialog.getByRole("textbox"), "We know no such company");
  await press(page, "button", /^Refuse/, dialog);
  await page.getByRole("button", { name: /^Refuse: / }).waitFor({ state: "detached" });
  await page.getByRole("cell", { name: "Quarry Media" }).waitFor();
  expect(await page.getByRole("cell", { name: "Nobody & Sons" }).count()).toBe(0);
  expect(strange).toEqual([]);
  await context.close();
});

/** A person who has verified their address, and waits for an operator. */
async function waitingSignUp(company: string): Promise<void> {
  const { database, host } = market.world;
  const [signUpId, now] = [newId("signUp", host.random), host.clock.now()];
  const asked = { signUpId, person: "Ann", company, kind: "BUYER", language: "en", termsVersion: "2026-01" } as const;
  const signUp = { ...asked, email: `${signUpId}@new.example` };
  const waiting = { state: "waiting", reason: null, customerId: null, requestedAt: now, decidedAt: null } as const;
  await database.writeInstallation(async (db) => {
    await insertSignUp(db, signUp, signUpId, now, after(now, DAY_MS));
    await settleSignUp(db, { ...signUp, ...waiting }, now);
  });
}

test("a seller finds the decisions that the demo left open, sees the creative, and approves both, without a mouse", async () => {
  const { customerId } = market.sandbox.seller;
  const { page, context, strange } = await market.enter(browser, customerId, { theme: "dark" });
  await press(page, "link", /media buy to decide on/);
  const preview = page.getByRole("img", { name: /^Preview of / });
  await expect.poll(() => preview.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(300);
  await readsInBothThemes(page);
  for (const left of [1, 0]) {
    await press(page, "button", "Approve");
    await expect.poll(() => page.getByRole("button", { name: "Approve" }).count()).toBe(left);
  }
  await page.getByText("Nothing is waiting for you").waitFor();
  expect(strange).toEqual([]);
  await context.close();
});

/** The keyboard shortcut that works on every page and moves the focus into the field. */
async function search(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: /^Search/ }).waitFor();
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox");
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.insertText(text);
}

test("everything can be found by a part of its name from anywhere, with the keyboard", async () => {
  const { page, context } = await market.enter(browser, market.sandbox.buyer.customerId);
  await search(page, "cedar street cin");
  await page.getByRole("option", { name: "Cedar Street Cinema Storefront" }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.title()).toBe("Cedar Street Cinema · Interchange");
  await context.close();
});

test("names that others wrote are text, whatever they contain", async () => {
  const hostile = [
    "<script>document.title='taken'</script><img src=x onerror=alert(1)>",
    `${"long ".repeat(50)}end`,
    "\u202Egnol si eman siht",
    "🦊🏔️ Fox & Fell",
  ];
  const buyer = await market.world.caller("BUYER", { sandbox: true });
  for (const name of hostile) {
    const { error } = await buyer.post("/buyer/advertisers", { name, brand: "acme.example" });
    expect(error).toBeNull();
  }
  const { page, context, strange } = await market.enter(browser, buyer.customerId, { width: 375 });
  await press(page, "button", "Menu");
  await press(page, "link", "Advertisers");
  for (const name of hostile) await page.locator("main td bdi", { hasText: name.trim() }).first().waitFor();
  expect(await page.title()).toBe("Advertisers · Interchange");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(strange).toEqual([]);
  await context.close();
});

describe("what was typed is not lost", () => {
  const open = async () => {
    const visit = await market.enter(browser, market.sandbox.buyer.customerId);
    await press(visit.page, "link", "Advertisers");
    await press(visit.page, "button", "New advertiser");
    return { ...visit, dialog: visit.page.getByRole("dialog", { name: "New advertiser" }) };
  };

  test("while the server is unavailable for ten seconds, and is sent once when it is back", async () => {
    const { page, context, dialog } = await open();
    await page.clock.install();
    await dialog.getByLabel("Name").fill("Typed offline");
    await dialog.getByLabel("Brand").fill("acme.example");
    await context.setOffline(true);
    await dialog.getByRole("button", { name: "New advertiser" }).click();
    await dialog.getByText("The server cannot be reached. Your input is kept").waitFor();
    await page.clock.fastForward(10_000);
    expect(await dialog.getByLabel("Name").inputValue()).toBe("Typed offline");
    await context.setOffline(false);
    await dialog.getByRole("button", { name: "New advertiser" }).dblclick();
    await page.locator("main td", { hasText: "Typed offline" }).waitFor();
    expect(await page.locator("main td", { hasText: "Typed offline" }).count()).toBe(1);
    await context.close();
  });

  test("if the session was ended elsewhere, and the page says so", async () => {
    const { page, context, dialog } = await open();
    await dialog.getByLabel("Name").fill("Typed too late");
    await page.evaluate(async () => {
      const key = crypto.randomUUID();
      await fetch("/api/v2/sign-out", {
        method: "POST",
        headers: { "x-interchange-console": "1", "idempotency-key": key },
      });
    });
    await dialog.getByRole("button", { name: "New advertiser" }).click();
    await dialog.getByText("Your session has ended. Sign in again").waitFor();
    expect(await dialog.getByLabel("Name").inputValue()).toBe("Typed too late");
    await context.close();
  });

  test("if the role was removed in the meantime, and the page says who can do it", async () => {
    const { customerId } = await market.world.caller("BUYER", { sandbox: true });
    const { page, context } = await market.enter(browser, customerId);
    await press(page, "link", "Settings");
    await press(page, "button", "Invite");
    const dialog = page.getByRole("dialog", { name: "Invite" });
    await dialog.getByLabel("Email").fill("colleague@acme.example");
    await market.world.database.writeInstallation((db) =>
      db.updateTable("members").set({ role: "MEMBER" }).where("customer_id", "=", customerId).execute(),
    );
    await dialog.getByRole("button", { name: "Invite" }).click();
    await dialog.getByText("the role MEMBER may not do this: it needs ADMIN").waitFor();
    await dialog.getByText("An administrator of your organisation can do it, or change your role.").waitFor();
    expect(await dialog.getByLabel("Email").inputValue()).toBe("colleague@acme.example");
    await page.reload();
    await page.getByText("Administrators can see the team and webhooks here.").waitFor();
    await context.close();
  });

  test("if the same resource was changed in another tab, next to the other tab's version", async () => {
    const { page: mine, context, strange } = await market.enter(browser, market.sandbox.buyer.customerId);
    const buyer = market.world.holder(market.sandbox.buyer.customerId, market.sandbox.buyer.key);
    const { data } = await buyer.get("/buyer/campaigns?take=1");
    const { campaignId } = data.campaigns[0];
    const other = await context.newPage();
    for (const page of [mine, other]) {
      await page.goto(`/console/buy/campaigns/${campaignId}`);
      await press(page, "button", "Edit the plan");
    }
    await write(other, other.getByLabel("Name"), "What the other tab made of it");
    await press(other, "button", "Save");
    await other.getByRole("heading", { level: 1, name: "What the other tab made of it" }).waitFor();
    await write(mine, mine.getByLabel("Name"), "What I typed");
    await press(mine, "button", "Save");
    await mine.getByText("Somebody else changed this in the meantime").waitFor();
    await mine.getByText("It is now “What the other tab made of it”; you typed “What I typed”").waitFor();
    await press(mine, "button", "Save");
    await mine.getByRole("heading", { level: 1, name: "What I typed" }).waitFor();
    expect(strange).toEqual([]);
    await context.close();
  });
});

test("a buyer finds an advertiser by name with the keyboard, and pastes a catalog whose invalid row is named", async () => {
  const { page, context, strange } = await market.enter(browser, market.sandbox.buyer.customerId);
  await search(page, "trailhead cof");
  await page.getByRole("option", { name: /Trailhead Coffee.*Advertiser/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "Catalogs" }).waitFor();

  await press(page, "button", "Add a catalog");
  const dialog = page.getByRole("dialog", { name: "Add a catalog" });
  await write(page, dialog.getByLabel("Id"), "autumn");
  await write(page, dialog.getByLabel("Or its items"), "offering_id;name\nmug-1;A mug\n;Without an id");
  await press(page, "button", "Add a catalog", dialog);
  await dialog.getByRole("status").getByText(/item/).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "Catalogs" }).getByText("autumn").waitFor();
  expect(strange).toEqual([]);
  await context.close();
});
