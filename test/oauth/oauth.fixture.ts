import type { Clock } from "../../src/ground/kernel/clock.ts";
import { openStall } from "../../src/supply/marketplace/market.fixture.ts";
import { expectData } from "../operations/expect-data.ts";
import type { Caller, Reply, World } from "../world.ts";
import { consentAt, type RunningProvider } from "./provider.ts";

/** A clock that runs with the wall, and ahead of it as far as it is told. */
export function clockAhead(): Clock & { advance(ms: number): void } {
  let aheadMs = 0;
  return { now: () => new Date(Date.now() + aheadMs), advance: (ms) => void (aheadMs += ms) };
}

export interface GuardedShop {
  readonly storefrontId: number;
  readonly agentId: string;
}

/** A listed storefront over the provider's agent, which each buyer has to be let into by the provider. */
export async function openGuardedShop(world: World, operator: Caller, provider: RunningProvider): Promise<GuardedShop> {
  const source = {
    executionType: "AGENT",
    type: "SALES",
    endpointUrl: provider.endpointUrl,
    protocol: "MCP",
    authenticationType: "OAUTH",
  };
  const { seller, id } = await openStall(world, operator, { source, open: false });
  expectData(await seller.put("/storefront/inventory-sources/main", { status: "ACTIVE" }));
  expectData(await seller.put("/storefront", { isPaused: false }));
  const buyer = await world.caller("BUYER");
  const { sources } = expectData(await buyer.get(`/buyer/storefronts/${id}`));
  return { storefrontId: id, agentId: sources[0].agentId };
}

export function authorize(buyer: Caller, { agentId }: GuardedShop, body?: object): Promise<Reply> {
  return buyer.post(`/storefront/agents/${agentId}/accounts/oauth/authorize`, body);
}

/** Sent to the provider and back: the address of ours that the buyer's browser comes back to. */
export async function consented(buyer: Caller, shop: GuardedShop, body?: object): Promise<URL> {
  return consentAt(expectData(await authorize(buyer, shop, body)).authorizeUrl);
}

/** A browser that comes back. */
export async function scheduleRecovery(world: World, { pathname, search }: URL) {
  const { statusCode, body, headers } = await world.app.inject({ url: pathname + search });
  return { status: statusCode, title: /<h1>(.*?)<\/h1>/s.exec(body)?.[1] ?? "", body, headers };
}

/** What the buyer sees of the one source: whether it is connected, and its accounts there. */
export async function sourceSeenBy(buyer: Caller, { storefrontId }: GuardedShop) {
  return expectData(await buyer.get(`/buyer/storefronts/${storefrontId}`)).sources[0];
}

/** Asks what the storefront sells, and answers the names. */
export async function productsSeenBy(buyer: Caller, { storefrontId }: GuardedShop): Promise<string[]> {
  const { id } = expectData(
    await buyer.post("/buyer/advertisers", { name: `Acme ${Math.random()}`, brand: "acme.example" }),
  );
  const question = { advertiserId: id, storefrontIds: [storefrontId] };
  const { productGroups } = expectData(await buyer.post("/buyer/discovery/discover-products", question));
  return productGroups.flatMap(({ products }: { products: { name: string }[] }) => products.map(({ name }) => name));
}
