import type { Noun } from "../../src/ground/kernel/inputs/noun.ts";
import { callTool, type Payload } from "../agent/call-tool.ts";
import type { Caller, World } from "../world.ts";
import { expectData } from "./expect-data.ts";
import type { OwnedResources } from "./owned-resources.ts";

/** What a buyer owns at one storefront's agent. */
export interface Shelf {
  readonly world: World;
  readonly platformId: string;
  readonly buyer: Caller;
  readonly ids: Readonly<Partial<Record<Noun, string>>>;
  readonly pricingOptionId: string;
}

const BRAND = { domain: "acme.example" };
const ACCOUNT = { brand: BRAND, operator: "agency.example" };
const FORMAT = { agent_url: "https://formats.example", id: "display_300x250" };
const IMAGE = { asset_type: "image", url: "https://cdn.example/banner.png", width: 300, height: 250 };
const creativeOf = (id: string) => ({ creative_id: id, name: id, format_id: FORMAT, assets: { image: IMAGE } });

/** What an estate's buyer owns at its seller's agent: an order, an account and a creative. The last two are created with the agent's tools. */
export async function shelve(world: World, { buyer, seller, ids }: OwnedResources, name: string): Promise<Shelf> {
  const { platformId } = expectData(await seller.get("/storefront"));
  const call = async (tool: string, input: object): Promise<Payload> => {
    const { payload } = await callTool({ world, platformId, buyer }, tool, input);
    if (payload?.status === "failed") throw new Error(`${tool}: ${JSON.stringify(payload.errors)}`);
    return payload;
  };
  const written = () => ({ idempotency_key: crypto.randomUUID() });
  const brand = { domain: `${name}.example` };
  const { accounts } = await call("sync_accounts", { ...written(), accounts: [{ ...ACCOUNT, brand }] });
  await call("sync_creatives", { ...written(), account: ACCOUNT, creatives: [creativeOf(name)] });
  const [order] = (await call("get_media_buys", {})).media_buys;
  const [product] = (await call("get_products", { buying_mode: "wholesale" })).products;
  return {
    world,
    platformId,
    buyer,
    ids: {
      ...(ids as object),
      order: order.media_buy_id,
      orderPackage: order.packages[0].package_id,
      declaredAccount: accounts[0].account_id,
      libraryCreative: name,
      product: product.product_id,
    },
    pricingOptionId: product.pricing_options[0].pricing_option_id,
  };
}

type Request = (shelf: Shelf) => Record<string, unknown>;
/** A single moment, so that a repeated request is identical. */
const NOW = Date.now();
const day = (days: number) => new Date(NOW + days * 86_400_000).toISOString();
const withOrder: Request = ({ ids }) => ({ media_buy_ids: [ids.order] });
const withTask: Request = ({ ids }) => ({ task_id: ids.order });

/** A request for each tool that succeeds, without its idempotency key. */
export const REQUESTS: Readonly<Record<string, Request>> = {
  get_adcp_capabilities: () => ({}),
  get_products: () => ({ buying_mode: "wholesale", account: ACCOUNT }),
  list_creative_formats: () => ({}),
  sync_accounts: () => ({ accounts: [{ ...ACCOUNT, billing: "operator" }] }),
  list_accounts: () => ({}),
  create_media_buy: ({ ids, pricingOptionId }) => ({
    account: ACCOUNT,
    brand: BRAND,
    start_time: day(2),
    end_time: day(20),
    packages: [{ product_id: ids.product, pricing_option_id: pricingOptionId, budget: 20_000, bid_price: 60 }],
  }),
  get_task_status: withTask,
  tasks_get: withTask,
  list_tasks: () => ({}),
  tasks_list: () => ({}),
  build_creative: () => ({
    account: ACCOUNT,
    target_format_id: { ...FORMAT, id: "audio", duration_ms: 30_000 },
    creative_manifest: { assets: { script: { asset_type: "text", content: "Go outside.", language: "en" } } },
  }),
  sync_creatives: ({ ids }) => ({
    account: ACCOUNT,
    creatives: [creativeOf("handed-in")],
    assignments: [{ creative_id: "handed-in", package_id: ids.orderPackage }],
  }),
  list_creatives: () => ({}),
  update_media_buy: ({ ids }) => ({ account: ACCOUNT, media_buy_id: ids.order, end_time: day(18) }),
  get_media_buys: withOrder,
  get_media_buy_delivery: withOrder,
  comply_test_controller: () => ({ scenario: "force_create_media_buy_arm", params: { arm: "input-required" } }),
};
