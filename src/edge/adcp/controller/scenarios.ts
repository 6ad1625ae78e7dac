import { OLDEST, type Release } from "../protocol/release.ts";
import { forceAccount, seedOneAccount } from "./accounts.ts";
import { forceOneCreative, purgeOneCreative, queryObservations, seedCreative } from "./creatives.ts";
import { simulateDelivery, simulateSpend } from "./delivery.ts";
import { forceMediaBuy, seedMediaBuy } from "./media-buys.ts";
import { seedCreativeFormat, seedPricingOption, seedProduct } from "./products.ts";
import type { Scenario } from "./scenario.ts";
import { forceArm, forceCompletion, forceSearch } from "./tasks.ts";

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  seed_account: seedOneAccount,
  seed_product: seedProduct,
  seed_pricing_option: seedPricingOption,
  seed_creative_format: seedCreativeFormat,
  seed_creative: seedCreative,
  seed_media_buy: seedMediaBuy,
  force_account_status: forceAccount,
  force_creative_status: forceOneCreative,
  force_creative_purge: purgeOneCreative,
  force_media_buy_status: forceMediaBuy,
  force_create_media_buy_arm: forceArm,
  force_get_products_arm: forceSearch,
  force_task_completion: forceCompletion,
  simulate_delivery: simulateDelivery,
  simulate_budget_spend: simulateSpend,
  query_provenance_audit_observations: queryObservations,
};

/** The scenarios in 3.0's closed list of names; `list_scenarios` names all scenarios. */
const OF_3_0 = [
  "force_account_status",
  "force_creative_status",
  "force_media_buy_status",
  "simulate_delivery",
  "simulate_budget_spend",
];

/** The scenarios that capabilities list in a release: 3.1 requires all that exist. */
export function advertisedIn(release: Release): readonly string[] {
  return release === OLDEST ? OF_3_0 : Object.keys(SCENARIOS);
}
