import type { Caller, World } from "../../../test/world.ts";
import { PROFILES } from "../simulated/index.ts";

export interface MarketStorefront {
  readonly seller: Caller;
  readonly id: number;
  readonly platformId: string;
}

export interface MarketStorefrontOptions {
  readonly name?: string;
  /** The body for creating its one source; by default, an open simulated publisher. */
  readonly source?: object;
  readonly listed?: boolean;
  readonly open?: boolean;
  readonly sandbox?: boolean;
}

/** A seller with a storefront that has one source, open and listed unless told otherwise. */
export async function openStorefront(
  world: World,
  operator: Caller,
  {
    name = "Stall",
    source = { simulation: PROFILES.news },
    listed = true,
    open = true,
    sandbox = false,
  }: MarketStorefrontOptions = {},
): Promise<MarketStorefront> {
  const seller = await world.caller("SELLER", { sandbox });
  const { data } = await seller.post("/storefront", { name, defaultCurrency: "USD", publisherDomain: "stall.example" });
  await seller.post("/storefront/inventory-sources", {
    sourceId: "main",
    name: "Main",
    executionType: "SIMULATED",
    ...source,
  });
  if (open) await seller.put("/storefront", { isPaused: false });
  if (listed) await operator.post(`/operator/storefronts/${data.storefrontId}/list`);
  return { seller, id: Number(data.storefrontId), platformId: data.platformId };
}
