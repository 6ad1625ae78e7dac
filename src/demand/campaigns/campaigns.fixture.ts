import { type Caller, openWorld, type Reply } from "../../../test/world.ts";
import { frozenClock } from "../../ground/kernel/clock.ts";
import type { Product } from "../../ground/seller-agent/index.ts";
import type { ListedSeller } from "../../ground/seller-agent/sellers.ts";
import { product, ScriptedMarket } from "../discovery/discovery.fixture.ts";
import { ScriptedSeller } from "../media-buys/scripted-seller.fixture.ts";

const NOON = new Date("2026-05-04T12:00:00.000Z");

export const FLIGHT_DATES = { startDate: "2026-05-05T00:00:00.000Z", endDate: "2026-05-09T00:00:00.000Z" };

/** Every optional setting of a campaign. */
export const SETTINGS = {
  brief: "running shoes",
  constraints: {
    channels: ["ctv"],
    geo_countries: ["US", "CA"],
    geo_metros: [{ system: "nielsen_dma", values: ["501"] }],
  },
  audienceConfig: { targetAudienceIds: ["runners"] },
  performanceConfig: {
    optimizationGoals: [{ kind: "metric", metric: "clicks", target: { kind: "cost_per", value: 1.5 } }],
  },
  optimizationApplyMode: "AUTO",
  utmConfig: { params: [{ paramKey: "utm_source", paramValue: "acme" }] },
  frequencyCaps: [{ max_impressions: 3, window: { interval: 1, unit: "days" } }],
  pacingPeriods: { mode: "weight", periods: [{ label: "all", start: "2026-05-05", end: "2026-05-08", weight: 1 }] },
  mode: "performance",
};

/** A market whose clock the tests set and whose sellers they script. */
export async function openMarket() {
  const clock = frozenClock(NOON);
  const market = new ScriptedMarket();
  const world = await openWorld({ clock, sellers: market });
  return { world, clock, market };
}

export type Market = Awaited<ReturnType<typeof openMarket>>;

/** A seller that sells whatever products it is given. */
export class Shop extends ScriptedSeller {
  readonly products: readonly Product[];

  constructor(...products: readonly (Product | string)[]) {
    super();
    this.products = products.map((one) => (typeof one === "string" ? product(one) : one));
  }

  listed(): ListedSeller {
    const { agentId, name, products } = this;
    const answer = { products, proposals: [], refinementsApplied: [], incomplete: [] };
    const agent = Object.assign(this.agent, { getProducts: async () => answer });
    return { agent, agentId, name, storefrontId: null, publisherDomain: null };
  }
}

/** A product to select, for tests in which the product's usual terms will not do. */
interface WantedProduct {
  readonly productId: string;
  readonly budget?: number;
  readonly bidPrice?: number;
}

export interface CampaignFixture {
  readonly buyer: Caller;
  readonly advertiserId: string;
  /** Creates a campaign that has selected these products from the open shops. */
  plan(wanted: readonly (WantedProduct | string)[], changes?: Record<string, unknown>): Promise<string>;
  discover(wanted: readonly (WantedProduct | string)[]): Promise<string>;
  execute(campaignId: string, body?: unknown): Promise<Reply>;
  read(campaignId: string): Promise<Reply["data"]>;
}

/** A buyer with an advertiser, who buys from the shops of one test. */
export async function openCampaignFixture(
  { world, market }: Market,
  ...shops: readonly Shop[]
): Promise<CampaignFixture> {
  const buyer = await world.caller("BUYER", { sandbox: true });
  const { data: advertiser } = await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" });
  const advertiserId = String(advertiser.id);
  market.open(...shops.map((shop) => shop.listed()));

  const discover: CampaignFixture["discover"] = async (wanted) => {
    const found = ok(await buyer.post("/buyer/discovery/discover-products", { advertiserId }));
    const products = wanted.map((one) => (typeof one === "string" ? { productId: one } : one));
    if (products.length > 0) ok(await buyer.post(`/buyer/discovery/${found.discoveryId}/products`, { products }));
    return found.discoveryId;
  };
  return {
    buyer,
    advertiserId,
    discover,
    plan: async (wanted, changes = {}) => {
      const discoveryId = await discover(wanted);
      const body = { advertiserId, name: "Spring", flightDates: FLIGHT_DATES, budget: { total: 1000 }, discoveryId };
      return ok(await buyer.post("/buyer/campaigns", { ...body, ...changes })).campaign.campaignId;
    },
    execute: (campaignId, body) => buyer.post(`/buyer/campaigns/${campaignId}/execute`, body),
    read: async (campaignId) => ok(await buyer.get(`/buyer/campaigns/${campaignId}`)).campaign,
  };
}

export function ok({ status, data, error }: Reply): Reply["data"] {
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(error)}`);
  return data;
}
