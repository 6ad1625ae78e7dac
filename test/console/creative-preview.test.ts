import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildConsole } from "../../src/main/console/build-console.ts";
import { callTool } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { type Browser, openBrowser } from "../browser.ts";
import { expectData } from "../operations/expect-data.ts";
import { press } from "./keyboard.ts";
import { enter } from "./visit.ts";

let shop: OpenShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([openShop(), openBrowser(), buildConsole()]);
  expectData(await shop.seller.put("/storefront", { creativeApproval: "manual" }));
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

const HOSTILE =
  "<p>Hello from the ad</p><script>top.document.title='taken'</script><img src=https://spy.example/seen.gif onerror=alert(1)>";

test("a creative is shown without running or loading anything of its own, and approved with one press", async () => {
  const ours = `${shop.world.parts.installation.publicUrl}/assets/ast_${"0".repeat(32)}/banner.png`;
  const creative = {
    creative_id: `cr_${randomUUID()}`,
    name: "Banner",
    format_kind: "image",
    assets: {
      banner: { asset_type: "image", url: ours, width: 300, height: 250 },
      foreign: { asset_type: "image", url: "https://spy.example/banner.png", width: 300, height: 250 },
      markup: { asset_type: "html", content: HOSTILE },
    },
  };
  const account = { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example" };
  const input = { adcp_version: "3.1", idempotency_key: randomUUID(), account, creatives: [creative] };
  const { payload } = await callTool(shop, "sync_creatives", input);
  expect(payload.creatives).toMatchObject([{ status: "pending_review" }]);

  const { page, context } = await enter(shop.world, browser, shop.seller.customerId);
  let askedOfSpy = 0;
  await context.route("https://spy.example/**", (route) => {
    askedOfSpy += 1;
    return route.abort();
  });
  await press(page, "link", "Approvals");
  const picture = page.getByRole("img", { name: "Preview of banner" });
  expect(await picture.getAttribute("src")).toBe(ours);
  expect(await page.getByRole("link", { name: "https://spy.example/banner.png" }).getAttribute("rel")).toBe(
    "noreferrer",
  );
  await press(page, "button", "Show the markup");
  await page.frameLocator("iframe").getByText("Hello from the ad").waitFor();
  expect(await page.locator("iframe").getAttribute("sandbox")).toBe("");
  expect(await page.title()).toBe("Approvals · Interchange");
  // The browser tries, but its policy lets nothing out.
  expect(askedOfSpy).toBe(0);
  await press(page, "button", "Approve");
  await page.getByText("Nothing is waiting for you").waitFor();
  await context.close();
});
