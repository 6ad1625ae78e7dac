import type { Clock } from "../../src/ground/kernel/clock.ts";
import { openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { expectData } from "../operations/expect-data.ts";
import type { Caller, Reply, World } from "../world.ts";
import { consentAt, type RunningProvider } from "./provider.ts";

/** A clock that is ahead of real time by a configurable amount. */
export function clockAhead(): Clock & { advance(ms: number): void } {
  let aheadMs = 0;
  return { now: () => new Date(Date.now() + aheadMs), advance: (ms) => void (aheadMs += ms) };
}

export interface GuardedShop {
  readonly storefrontId: number;
  readonly agentId: string;
  readonly world: World;
}

/** A listed storefront over the provider's agent, for which each buyer needs the provider's consent. */
export async function openGuardedShop(world: World, operator: Caller, provider: RunningProvider): Promise<GuardedShop> {
  const source = {
    executionType: "AGENT",
    type: "SALES",
    endpointUrl: provider.endpointUrl,
    protocol: "MCP",
    authenticationType: "OAUTH",
  };
  const { seller, id } = await openStorefront(world, operator, { source, open: false });
  expectData(await seller.put("/storefront/inventory-sources/main", { status: "ACTIVE" }));
  expectData(await seller.put("/storefront", { isPaused: false }));
  const buyer = await world.caller("BUYER");
  const { sources } = expectData(await buyer.get(`/buyer/storefronts/${id}`));
  return { storefrontId: id, agentId: sources[0].agentId, world };
}

export function authorize(buyer: Caller, { agentId }: Pick<GuardedShop, "agentId">, body?: object): Promise<Reply> {
  return buyer.post(`/storefront/agents/${agentId}/accounts/oauth/authorize`, body);
}

/** Goes to the provider and back; returns our own URL to which the buyer's browser returns. */
export async function consented(buyer: Caller, shop: GuardedShop, body?: object): Promise<URL> {
  return consentFrom(shop.world, expectData(await authorize(buyer, shop, body)).authorizeUrl);
}

/** The secrets of the browsers in which consents were started, by state. */
const browsers = new Map<string, string>();

export function browserOf(url: URL): string {
  return browsers.get(url.searchParams.get("state") ?? "") ?? "";
}

/** Starts at our own page, in a separate browser, and returns where the browser is redirected. */
export async function begin(world: World, authorizeUrl: string): Promise<URL> {
  const { pathname, search, searchParams } = new URL(authorizeUrl);
  const page = await world.app.inject({ url: pathname + search });
  const cookie = String(page.headers["set-cookie"]).split(";", 1)[0] ?? "";
  const form = new URLSearchParams({
    state: searchParams.get("state") ?? "",
    form: /name="form" value="([^"]+)"/.exec(page.body)?.[1] ?? "",
  });
  const pressed = await world.app.inject({
    method: "POST",
    url: pathname,
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    payload: form.toString(),
  });
  const onwards = new URL(String(pressed.headers.location));
  browsers.set(searchParams.get("state") ?? "", cookie);
  return onwards;
}

/** From our own page to the provider and back. */
export async function consentFrom(world: World, authorizeUrl: string): Promise<URL> {
  return consentAt((await begin(world, authorizeUrl)).href);
}

/** The browser that was sent away returns; or another one, with its own cookies. */
export async function scheduleRecovery(world: World, back: URL, cookie = browserOf(back)) {
  const url = back.pathname + back.search;
  const { statusCode, body, headers } = await world.app.inject({ url, headers: { cookie } });
  return { status: statusCode, title: /<h1>(.*?)<\/h1>/s.exec(body)?.[1] ?? "", body, headers };
}

/** What the buyer sees of the only source: whether it is connected, and the buyer's accounts there. */
export async function sourceSeenBy(buyer: Caller, { storefrontId }: Pick<GuardedShop, "storefrontId">) {
  return expectData(await buyer.get(`/buyer/storefronts/${storefrontId}`)).sources[0];
}

/** Requests what the storefront sells, and returns the names. */
export async function productsSeenBy(buyer: Caller, { storefrontId }: GuardedShop): Promise<string[]> {
  const { id } = expectData(
    await buyer.post("/buyer/advertisers", { name: `Acme ${Math.random()}`, brand: "acme.example" }),
  );
  const question = { advertiserId: id, storefrontIds: [storefrontId] };
  const { productGroups } = expectData(await buyer.post("/buyer/discovery/discover-products", question));
  return productGroups.flatMap(({ products }: { products: { name: string }[] }) => products.map(({ name }) => name));
}
