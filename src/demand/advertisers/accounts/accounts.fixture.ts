import { onTestFinished } from "vitest";
import { ADCP_PRODUCT } from "../../../../test/seller/fixtures.ts";
import { type Payload, type ScriptedSeller, startScriptedSeller } from "../../../../test/seller/scripted-seller.ts";
import type { Caller, World } from "../../../../test/world.ts";
import { openStorefront } from "../../../supply/marketplace/market.fixture.ts";

/** A seller with its own account ids, as AdCP 3.1 lists them. */
export async function startAgent(accounts: readonly Payload[]): Promise<ScriptedSeller> {
  const agent = await startScriptedSeller();
  onTestFinished(() => agent.close());
  agent.on("get_adcp_capabilities", { payload: capabilities({ require_operator_auth: true }) });
  agent.on("list_creative_formats", { payload: { formats: [] } });
  agent.on("list_accounts", { payload: { accounts } });
  agent.on("get_products", { payload: { status: "completed", products: [ADCP_PRODUCT], cache_scope: "account" } });
  agent.on("create_media_buy", {
    payload: { status: "completed", media_buy_status: "active", media_buy_id: "mb_9", packages: [{ package_id: "p" }] },
  });
  return agent;
}

export function capabilities(account: Payload): Payload {
  const idempotency = { supported: true, replay_ttl_seconds: 86_400 };
  return {
    adcp: { supported_versions: ["3.0", "3.1"], idempotency },
    supported_protocols: ["media_buy"],
    account: { supported_billing: ["operator"], ...account },
  };
}

export function account(account_id: string, domain: string, changes: Payload = {}): Payload {
  return { account_id, name: `The seat ${account_id}`, status: "active", brand: { domain }, ...changes };
}

/**
 * A listed, open storefront with the agent as its source, where each buyer needs its own key. Returns the storefront's
 * id.
 */
export async function openAgentStall(
  world: World,
  operator: Caller,
  agent: ScriptedSeller,
  name: string,
): Promise<number> {
  const reach = { executionType: "AGENT", type: "SALES", endpointUrl: agent.mcpUrl, protocol: "MCP" };
  const stall = await openStorefront(world, operator, { name, source: { ...reach, authenticationType: "API_KEY" } });
  return stall.id;
}

/** Registers a buyer's credential at the source `main` and returns the credential's id. */
export async function connect(buyer: Caller, storefrontId: number, accountIdentifier = "seat"): Promise<string> {
  const auth = { type: "api_key", token: `key of ${accountIdentifier}` };
  const body = { accountIdentifier, auth };
  return (await buyer.post(`/buyer/storefronts/${storefrontId}/sources/main/credentials`, body)).data.id;
}

export async function advertise(buyer: Caller, brand: string, changes: object = {}): Promise<string> {
  return (await buyer.post("/buyer/advertisers", { name: brand, brand, ...changes })).data.id;
}

const DAY_MS = 86_400_000;

/** Discovers, selects and executes whatever the storefront offers; returns the campaign's id. */
export async function buy(buyer: Caller, advertiserId: string, storefrontId: number): Promise<string> {
  const question = { advertiserId, storefrontIds: [storefrontId] };
  const { discoveryId, productGroups } = (await buyer.post("/buyer/discovery/discover-products", question)).data;
  const [{ productId, salesAgentId, pricingOptions }] = productGroups[0].products;
  const products = [{ productId, salesAgentId, pricingOptionId: pricingOptions[0].pricingOptionId, budget: 5_000 }];
  await buyer.post(`/buyer/discovery/${discoveryId}/products`, { products });
  const [startDate, endDate] = [1, 20].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
  const plan = { advertiserId, name: "Spring", flightDates: { startDate, endDate }, budget: { total: 5_000 } };
  const { campaignId } = (await buyer.post("/buyer/campaigns", { ...plan, discoveryId })).data.campaign;
  await buyer.post(`/buyer/campaigns/${campaignId}/execute`);
  return campaignId;
}
