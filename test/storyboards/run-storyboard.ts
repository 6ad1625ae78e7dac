import { runStoryboard, type Storyboard } from "@adcp/sdk/testing";
import type { OpenShop } from "../agent/open-shop.ts";

/** What a storyboard came to. A step that was left out says why. */
export interface Graded {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

/** What the shop sells, in place of the products that a storyboard makes up. */
export interface Shelf {
  readonly productIds: readonly string[];
  /** Every one of them is sold by this option. */
  readonly pricingOptionId: string;
}

export type Transport = "mcp" | "a2a";

/**
 * Runs a storyboard of the SDK strictly, as a buyer that is new here, since one counts what another has left. The SDK's own
 * `overall_status` is content with failed steps.
 */
export async function grade(
  storyboard: Storyboard,
  shop: OpenShop,
  shelf: Shelf,
  transport: Transport,
): Promise<Graded> {
  const { mcpUrl, a2aUrl, world } = shop;
  const { key } = await world.caller("BUYER", { sandbox: true });
  const result = await runStoryboard(transport === "mcp" ? mcpUrl : a2aUrl, asSoldHere(storyboard, shelf), {
    protocol: transport,
    auth: { type: "bearer", token: key },
    allow_http: true,
    // There is no test controller: what a storyboard would seed, `asSoldHere` finds on the shelf.
    skip_controller_seeding: true,
    test_kit: { auth: { api_key: key, probe_task: "get_media_buy_delivery" } },
  });
  const steps = result.phases.flatMap(({ steps }) => steps);
  const complaints = (step: (typeof steps)[number]) =>
    step.validations.filter(({ passed }) => !passed).map(({ description, error }) => `${description}: ${error ?? ""}`);
  return {
    passed: steps.filter(({ passed, skipped }) => passed && !skipped).length,
    failed: steps
      .filter(({ passed, skipped }) => !passed && !skipped)
      .map((step) => `${step.step_id}: ${[step.error ?? [], complaints(step)].flat().join("; ")}`),
    skipped: steps.flatMap(({ step_id, skipped, skip_reason }) => (skipped ? [`${step_id}: ${skip_reason}`] : [])),
  };
}

/** The storyboards' made-up products and prices under the names of real ones. */
function asSoldHere(storyboard: Storyboard, { productIds, pricingOptionId }: Shelf): Storyboard {
  const { products = [], pricing_options = [] } = storyboard.fixtures ?? {};
  const names = new Map([["test-pricing", pricingOptionId]]);
  const made = new Set(["test-product", ...products.flatMap(({ product_id }) => product_id ?? [])]);
  for (const [index, id] of [...made].entries()) names.set(id, productIds[index % productIds.length] ?? id);
  for (const { pricing_option_id: id } of pricing_options) if (id !== undefined) names.set(id, pricingOptionId);
  return renamed(storyboard, names) as Storyboard;
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((part) => renamed(part, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part, names)]));
}
