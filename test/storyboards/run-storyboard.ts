import { runStoryboard, type Storyboard, type StoryboardRunOptions } from "@adcp/sdk/testing";
import { callTool } from "../agent/call-tool.ts";
import type { OpenShop } from "../agent/open-shop.ts";
import { seedsOf } from "./seeds.ts";

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

interface AdcpProduct {
  readonly product_id: string;
  readonly pricing_options: readonly { readonly pricing_option_id: string }[];
}

const PRICING_OPTION = "cpm_usd";

export async function shelfOf(shop: OpenShop): Promise<Shelf> {
  const { payload } = await callTool(shop, "get_products", { buying_mode: "wholesale" });
  const sold = (payload.products as readonly AdcpProduct[]).filter(({ pricing_options }) =>
    pricing_options.some(({ pricing_option_id }) => pricing_option_id === PRICING_OPTION),
  );
  return { productIds: sold.map(({ product_id }) => product_id), pricingOptionId: PRICING_OPTION };
}

export type Transport = "mcp" | "a2a";

interface Running {
  readonly shop: OpenShop;
  readonly shelf: Shelf;
  readonly transport: Transport;
  /** Whose key comes with steps that bring one of their own; by default the buyer's. */
  readonly ownKey?: string | undefined;
  readonly options?: Partial<StoryboardRunOptions>;
}

/**
 * Runs a storyboard of the SDK strictly, as a buyer that is new here, since one counts what another has left. The SDK's own
 * `overall_status` is content with failed steps.
 */
export async function grade(storyboard: Storyboard, running: Running): Promise<Graded> {
  const { shop, shelf, transport, ownKey, options } = running;
  const { mcpUrl, a2aUrl, world } = shop;
  const { key } = await world.caller("BUYER", { sandbox: true });
  for (const seed of seedsOf(storyboard)) {
    const { payload } = await callTool(shop, "comply_test_controller", seed, { key });
    if (payload.success !== true) throw new Error(`${seed.scenario}: ${JSON.stringify(payload)}`);
  }
  const result = await runStoryboard(transport === "mcp" ? mcpUrl : a2aUrl, asSoldHere(storyboard, shelf), {
    protocol: transport,
    auth: { type: "bearer", token: key },
    allow_http: true,
    // Products cannot be seeded: `asSoldHere` finds them on the shelf. The rest was seeded above.
    skip_controller_seeding: true,
    test_kit: { auth: { api_key: ownKey ?? key, probe_task: "get_media_buy_delivery" } },
    ...options,
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
