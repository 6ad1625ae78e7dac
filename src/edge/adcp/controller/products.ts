import { z } from "zod";
import type { Json } from "../../reference/index.ts";
import { sellerCall } from "../request-context.ts";
import { type ControllerContext, fault, type Scenario, scenario } from "./scenario.ts";

const Id = z.string().min(1).max(255);
const Fixture = z.record(z.string(), z.unknown()).default({});

/** Seeded products belong to the key; the shelf of a live caller has only products of its sources. */
function onlyForSandbox(seed: Scenario): Scenario {
  return async (params, trial) =>
    trial.viewer.sandbox ? seed(params, trial) : fault("FORBIDDEN", "only keys of a sandbox can do this");
}

export const seedProduct = onlyForSandbox(
  scenario(z.object({ product_id: Id, fixture: Fixture }), async ({ product_id: fixtureId, fixture }, trial) => {
    await trial.resolved.trials.seed({ kind: "product", parentId: "", fixtureId, fixture });
    return shown(fixtureId, trial);
  }),
);

export const seedPricingOption = onlyForSandbox(
  scenario(
    z.object({ product_id: Id, pricing_option_id: Id, fixture: Fixture }),
    async ({ product_id, pricing_option_id: fixtureId, fixture }, trial) => {
      await trial.resolved.trials.seed({ kind: "pricing_option", parentId: product_id, fixtureId, fixture });
      return shown(product_id, trial);
    },
  ),
);

export const seedCreativeFormat = onlyForSandbox(
  scenario(z.object({ format_id: Id, fixture: Fixture }), async ({ format_id: fixtureId, fixture }, { resolved }) => {
    await resolved.trials.seed({ kind: "creative_format", parentId: "", fixtureId, fixture });
    return { success: true };
  }),
);

/** A fixture must be a valid product with a possible source. */
async function shown(productId: string, trial: ControllerContext): Promise<Json> {
  const { products } = await trial.resolved.agent.getProducts({}, { ...sellerCall(trial, undefined), lookUp: true });
  if (products.some((one) => one.productId === productId)) return { success: true };
  return fault("INVALID_PARAMS", `params: ${productId} cannot be made into a product: seed one that sells in USD`);
}
