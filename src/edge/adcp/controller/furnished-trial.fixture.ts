import type { Payload } from "../../../../test/agent/call-tool.ts";
import type { OpenShop } from "../../../../test/agent/open-shop.ts";
import { openTrials } from "./trials.fixture.ts";

/** A new buyer at a shop, whose own shelf has one product, `made`. */
export interface TrialFixture {
  readonly call: (name: string, input?: object) => Promise<{ readonly payload: Payload }>;
  readonly control: (scenario: string, params?: object) => Promise<Payload>;
  readonly key: string;
}

export async function setUpTrial(
  shop: OpenShop,
  fixture: object = {},
  prices: readonly object[] = [{}],
): Promise<TrialFixture> {
  const { key } = await shop.world.caller("BUYER", { sandbox: true });
  const trials = openTrials(shop);
  const control = (scenario: string, params: object = {}) => trials.control(scenario, params, { key });
  await control("seed_product", { product_id: "made", fixture: { channels: ["display"], ...fixture } });
  for (const [index, price] of prices.entries())
    await control("seed_pricing_option", {
      product_id: "made",
      pricing_option_id: `price_${index}`,
      fixture: { pricing_model: "cpm", currency: "USD", fixed_price: 12, ...price },
    });
  return { key, control, call: (name, input = {}) => trials.call(name, { adcp_version: "3.1", ...input }, { key }) };
}
