import { onTestFinished } from "vitest";
import { type ScriptedSeller, startScriptedSeller } from "../../../test/seller/scripted-seller.ts";
import type { Caller, World } from "../../../test/world.ts";
import { PROFILES } from "../simulated/index.ts";

export const SOURCES = "/storefront/inventory-sources";

export async function startSeller(): Promise<ScriptedSeller> {
  const seller = await startScriptedSeller();
  onTestFinished(() => seller.close());
  return seller;
}

/** Makes the agent pass the core track. */
export function conformToAdcp(agent: ScriptedSeller): void {
  agent.on("get_adcp_capabilities", ({ context }) => ({
    payload: {
      status: "completed",
      adcp: { major_versions: [3], supported_versions: ["3.0"], idempotency: { supported: false } },
      supported_protocols: ["media_buy"],
      account: { supported_billing: ["operator"] },
      context,
    },
  }));
}

/** Makes the agent fail every track, although its capabilities can be read. */
export function failEveryTrack(agent: ScriptedSeller): void {
  agent.on("get_adcp_capabilities", { payload: { supported_protocols: ["media_buy"] } });
}

export interface Shop {
  readonly seller: Caller;
  readonly storefrontId: number;
}

/** A listed storefront with one external agent as a source and, unless `beside` is false, a simulated publisher as another. */
export async function openShop(
  world: World,
  agent: ScriptedSeller,
  { beside = true }: { readonly beside?: boolean } = {},
): Promise<Shop> {
  const [seller, operator] = [await world.caller("SELLER"), await world.caller("OPERATOR")];
  const home = { name: "Held", defaultCurrency: "USD", acceptsAllCountries: true };
  const storefrontId = Number((await seller.post("/storefront", home)).data.storefrontId);
  agent.on("get_products", { payload: { products: [] } });
  await seller.post(SOURCES, {
    sourceId: "main",
    name: "Main",
    type: "SALES",
    endpointUrl: agent.mcpUrl,
    protocol: "MCP",
    authenticationType: "NO_AUTH",
  });
  const news = { name: "News", sourceId: "news", executionType: "SIMULATED", simulation: PROFILES.news };
  if (beside) await seller.post(SOURCES, news);
  await seller.put("/storefront", { isPaused: false });
  await operator.post(`/operator/storefronts/${storefrontId}/list`);
  return { seller, storefrontId };
}
