import type { Parts } from "../../src/main/parts.ts";
import { PROFILES, type Simulation } from "../../src/supply/simulated/index.ts";
import { freePort } from "../free-port.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../world.ts";

/** A storefront with two simulated sources that is really listening, and a buyer with a key for it. */
export interface OpenShop {
  readonly world: World;
  readonly platformId: string;
  readonly storefrontId: number;
  readonly seller: Caller;
  readonly operator: Caller;
  readonly buyer: Caller;
  readonly mcpUrl: string;
  readonly a2aUrl: string;
  close(): Promise<void>;
}

/** One server, in the test's own process. */
export async function openShop(
  changes: Partial<Simulation> = {},
  parts: Partial<Parts> = {},
  settled: Partial<Parts["installation"]> = {},
): Promise<OpenShop> {
  // The agent's card contains the URL, so it must be known before the server listens.
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const world = await openWorld({ installation: { ...INSTALLATION, publicUrl, ...settled }, ...parts });
  await world.app.listen({ host: "127.0.0.1", port });
  return setUpShop(world, changes);
}

/** Creates the storefront, its sources and its callers, whichever servers answer at its address. */
export async function setUpShop(world: World, changes: Partial<Simulation> = {}): Promise<OpenShop> {
  const [seller, operator, buyer] = await Promise.all([
    world.caller("SELLER"),
    world.caller("OPERATOR"),
    world.caller("BUYER", { sandbox: true }),
  ]);
  const { data } = await seller.post("/storefront", {
    name: "Composed",
    defaultCurrency: "USD",
    acceptsAllCountries: true,
  });
  for (const [sourceId, profile] of Object.entries({ ctv: PROFILES.ctv, news: PROFILES.news })) {
    const simulation = { ...profile, approval: { mode: "instant" }, requiresKey: null, ...changes };
    await seller.post("/storefront/inventory-sources", {
      sourceId,
      name: profile.name,
      executionType: "SIMULATED",
      type: "SALES",
      simulation,
    });
  }
  const opened = await seller.put("/storefront", { isPaused: false });
  if (opened.error) throw new Error(opened.error.message);
  await operator.post(`/operator/storefronts/${data.storefrontId}/list`);
  const below = `${world.parts.installation.publicUrl}/storefront/${data.platformId}`;
  const ids = { platformId: data.platformId, storefrontId: Number(data.storefrontId) };
  const urls = { mcpUrl: `${below}/mcp`, a2aUrl: `${below}/a2a` };
  return { world, ...ids, seller, operator, buyer, ...urls, close: () => world.close() };
}
