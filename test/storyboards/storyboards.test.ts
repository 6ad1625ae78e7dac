import { getComplianceStoryboardById } from "@adcp/sdk/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool } from "../agent/call-tool.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { grade, type Shelf } from "./run-storyboard.ts";

/**
 * The storyboards that ship with the SDK (AdCP 3.0.6), on a storefront of two simulated sources. `ADCP_COMPLIANCE_DIR` leads
 * to those of another release.
 */
let shop: OpenShop;
let shelf: Shelf;

beforeAll(async () => {
  shop = await openShop();
  shelf = await shelfOf(shop);
}, 60_000);
afterAll(() => shop.world.close());

interface AdcpProduct {
  readonly product_id: string;
  readonly pricing_options: readonly { readonly pricing_option_id: string }[];
}

async function shelfOf(open: OpenShop): Promise<Shelf> {
  const { payload } = await callTool(open, "get_products", { buying_mode: "wholesale" });
  const pricingOptionId = "cpm_usd";
  const sold = (payload.products as readonly AdcpProduct[]).filter(({ pricing_options }) =>
    pricing_options.some(({ pricing_option_id }) => pricing_option_id === pricingOptionId),
  );
  return { productIds: sold.map(({ product_id }) => product_id), pricingOptionId };
}

/** What each is passed without, and why. */
const NO_TOOL = "missing_tool";
const BEHIND_IT = "prerequisite_failed";
const NO_CONTROLLER = "missing_test_controller";
const NO_OAUTH = "oauth_not_advertised";

const GRADED: Readonly<Record<string, readonly string[]>> = {
  capability_discovery: [],
  error_compliance: [],
  schema_validation: [],
  v3_envelope_integrity: [],
  security_baseline: [NO_OAUTH],
  get_media_buys_pagination_integrity: [],
  pagination_integrity_list_accounts: [],
  media_buy_seller: [NO_TOOL],
  "media_buy_seller/refine_products": [],
  "media_buy_seller/invalid_transitions": [],
  "media_buy_seller/delivery_reporting": [NO_CONTROLLER, BEHIND_IT],
};

describe("over MCP no step fails", () => {
  test.each(Object.entries(GRADED))("of %s", async (id, mayBeSkippedFor) => {
    const storyboard = getComplianceStoryboardById(id);
    if (!storyboard) throw new Error(`the SDK has no storyboard ${id}`);
    const { passed, failed, skipped } = await grade(storyboard, shop, shelf, "mcp");
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(0);
    expect(skipped.filter((step) => !mayBeSkippedFor.some((reason) => step.endsWith(reason)))).toEqual([]);
  });
});

describe("over A2A no step fails", () => {
  // Where a step expects a refusal, the SDK's A2A client of 6.11 loses its code on the way (adcp-client#1571).
  test.each(["capability_discovery", "pagination_integrity_list_accounts", "media_buy_seller/refine_products"])(
    "of %s",
    async (id) => {
      const storyboard = getComplianceStoryboardById(id);
      if (!storyboard) throw new Error(`the SDK has no storyboard ${id}`);
      const { passed, failed } = await grade(storyboard, shop, shelf, "a2a");
      expect(failed).toEqual([]);
      expect(passed).toBeGreaterThan(0);
    },
  );
});
