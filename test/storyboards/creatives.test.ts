import { getComplianceStoryboardById, listAllComplianceStoryboards } from "@adcp/sdk/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { grade, type Shelf, type Transport } from "./run-storyboard.ts";

/** The storyboards about creatives, on a storefront whose sources deliver nothing before they have one. */
let shop: OpenShop;
let shelf: Shelf;

beforeAll(async () => {
  const sizes = { videoSeconds: [15, 30], audioSeconds: [30], displaySizes: ["300x250"], maxFileKb: 10_240 };
  shop = await openShop({ creativeRules: { ...sizes, wanted: true, library: true, reviewHours: 0 } });
  const { payload } = await callTool(shop, "get_products", { buying_mode: "wholesale" });
  const productIds = payload.products.map((product: { product_id: string }) => product.product_id);
  shelf = { productIds, pricingOptionId: "cpm_usd" };
});
afterAll(() => shop.close());

/** A seller has no tools that make creatives or show what they will look like: `build_creative`, `preview_creative`. */
const NO_TOOL = "missing_tool";

const GRADED: Readonly<Record<string, readonly string[]>> = {
  creative_sales_agent: [NO_TOOL],
  creative_lifecycle: [NO_TOOL],
  "media_buy_seller/creative_fate_after_cancellation": [],
  "media_buy_seller/pending_creatives_to_start": [],
};

/** What is not graded, and what it wants that the agent does not offer. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  creative_ad_server: "build_creative: an ad server's tags",
  creative_generative: "build_creative: an agent that makes creatives",
  "creative_generative/seller": "build_creative: an agent that makes creatives",
  creative_template: "build_creative: an agent that fills templates",
  pagination_integrity: "an account and three creatives that a test controller lays down",
  pagination_integrity_creative_formats: "formats that a test controller lays down; ours are those of the sources",
};

test("every storyboard about creatives is graded, or left out for a reason", () => {
  const all = listAllComplianceStoryboards().map(({ id }) => id);
  const ids = all.filter((id) => /creative|^pagination_integrity$/.test(id));
  expect(ids.length).toBeGreaterThan(5);
  expect(ids.filter((id) => !(id in GRADED) && !(id in LEFT_OUT))).toEqual([]);
});

const TRANSPORTS: readonly Transport[] = ["mcp", "a2a"];

describe.each(TRANSPORTS)("over %s no step fails", (transport) => {
  test.each(Object.entries(GRADED))("of %s", async (id, mayBeSkippedFor) => {
    const storyboard = getComplianceStoryboardById(id);
    if (!storyboard) throw new Error(`the SDK has no storyboard ${id}`);
    const { passed, failed, skipped } = await grade(storyboard, shop, shelf, transport);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(0);
    expect(skipped.filter((step) => !mayBeSkippedFor.some((reason) => step.endsWith(reason)))).toEqual([]);
  });
});
