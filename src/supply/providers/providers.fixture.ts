import { randomUUID } from "node:crypto";
import { doJobs } from "../../../test/jobs.ts";
import { consentAt } from "../../../test/providers/consent.ts";
import type { Caller, Reply, World } from "../../../test/world.ts";
import type { SimulatedProvider } from "../../main/sandbox/providers/index.ts";

export function ok(reply: Reply) {
  if (reply.error) throw new Error(`${reply.status} ${reply.error.code}: ${reply.error.message}`);
  return reply.data;
}

/** A storefront wired to a platform. */
export interface WiredShop {
  readonly seller: Caller;
  readonly storefrontId: number;
  readonly inventorySourceId: number;
  readonly agentId: string;
}

/** Sets the installation's application at a platform. */
export async function setApplication(
  operator: Caller,
  simulated: Pick<SimulatedProvider, "name" | "application">,
): Promise<void> {
  const { clientId = "", clientSecret = "" } = simulated.application ?? {};
  ok(await operator.put(`/operator/adapters/${simulated.name}/application`, { clientId, clientSecret }));
}

export async function wire(world: World, provider: string, ownerKind: "operator" | "buyer"): Promise<WiredShop> {
  const seller = await world.caller("SELLER", { sandbox: true });
  const made = ok(await seller.post("/storefront", { name: `Wired ${randomUUID()}`, acceptsAllCountries: true }));
  ok(await seller.put("/storefront/adapter", { providerType: provider, ownerKind }));
  const [source] = ok(await seller.get("/storefront/inventory-sources"));
  const storefrontId = Number(made.storefrontId);
  return { seller, storefrontId, inventorySourceId: Number(source.id), agentId: source.agentId };
}

/** In a sandbox, people are sent to the simulation's own address, which is translated back to the real host's. */
function atRealHost({ addresses }: Pick<SimulatedProvider, "addresses">, sent: string): string {
  const url = new URL(sent);
  const host = Object.entries(addresses).find(([, origin]) => origin === url.origin)?.[0];
  return `https://${host}${url.pathname}${url.search}`;
}

/** Goes through a whole consent in one browser; returns the status of the last page. */
export async function connect(
  world: World,
  simulated: Pick<SimulatedProvider, "addresses">,
  {
    owner,
    side,
    storefrontId,
  }: { readonly owner: Caller; readonly side: "buyer" | "storefront"; readonly storefrontId: number },
): Promise<number> {
  const { connectionUrl } = ok(await owner.post(`/${side}/storefronts/${storefrontId}/connection`));
  const begin = new URL(connectionUrl);
  const page = await world.app.inject({ method: "GET", url: `${begin.pathname}${begin.search}` });
  const cookie = String(page.headers["set-cookie"]).split(";")[0] ?? "";
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? "";
  const pressed = await world.app.inject({
    method: "POST",
    url: begin.pathname,
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ state: field("state"), form: field("form") }).toString(),
  });
  const back = await consentAt(simulated, atRealHost(simulated, String(pressed.headers.location)));
  const end = await world.app.inject({ method: "GET", url: `${back.pathname}${back.search}`, headers: { cookie } });
  await doJobs(world);
  return end.statusCode;
}

/**
 * A storefront wired to a platform that its seller has connected, with a brand that buys under the first account in a
 * currency.
 */
export async function connectedShop(
  world: World,
  simulated: Pick<SimulatedProvider, "name" | "addresses">,
  brandDomain: string,
  currency = "USD",
): Promise<WiredShop> {
  const shop = await wire(world, simulated.name, "operator");
  await connect(world, simulated, { owner: shop.seller, side: "storefront", storefrontId: shop.storefrontId });
  await mapBrand(shop.seller, brandDomain, currency);
  return shop;
}

interface AccountRow {
  readonly id: string;
  readonly connectionId: string;
  readonly accountType: string;
  readonly currency: string | null;
  readonly providerStatus: string;
}

/** The connection's accounts. */
export async function accountsOf(owner: Caller, side: "buyer" | "storefront"): Promise<readonly AccountRow[]> {
  const { items } = ok(await owner.get(`/${side}/storefront-connections`));
  const connectionId = items[0]?.connection?.id;
  return ok(await owner.get(`/${side}/storefront-connections/${connectionId}/accounts`)).items;
}

/** Maps a brand to the first account in a currency. */
export async function mapBrand(seller: Caller, brandDomain: string, currency = "USD"): Promise<AccountRow> {
  const accounts = await accountsOf(seller, "storefront");
  const account = accounts.find(
    (one) => one.accountType !== "organization" && one.currency === currency && one.providerStatus === "active",
  );
  if (!account) throw new Error(`no active account in ${currency}`);
  const path = `/storefront/storefront-connections/${account.connectionId}/accounts/${account.id}/advertiser`;
  ok(await seller.post(path, { brandDomain }));
  return account;
}
