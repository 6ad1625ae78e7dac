import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { PROFILES, type Simulation } from "../../src/supply/simulated/index.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/** A storefront of two simulated sources that really listens, and a buyer with a key to it. */
export interface OpenShop {
  readonly world: World;
  readonly platformId: string;
  readonly storefrontId: number;
  readonly seller: Caller;
  readonly operator: Caller;
  readonly buyer: Caller;
  readonly mcpUrl: string;
  readonly a2aUrl: string;
}

export async function openShop(changes: Partial<Simulation> = {}): Promise<OpenShop> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const world = await openWorld({ installation: { ...INSTALLATION, publicUrl } });
  await world.app.listen({ host: "127.0.0.1", port });
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
  const below = `${publicUrl}/storefront/${data.platformId}`;
  const ids = { platformId: data.platformId, storefrontId: Number(data.storefrontId) };
  return { world, ...ids, seller, operator, buyer, mcpUrl: `${below}/mcp`, a2aUrl: `${below}/a2a` };
}

const INSTALLATION = {
  sandbox: true,
  termsVersion: "2026-01",
  discoveryTimeoutMs: 5_000,
  sellerTimeoutMs: 5_000,
  brandJsonUrl: null,
  adagentsJsonUrl: null,
  brandRegistryUrl: null,
  uploads: { fileBytes: 1_048_576, requestBytes: 2_097_152, files: 5 },
  eventRetentionDays: 395,
  interestWebhookUrl: null,
  deliveryReportRetentionDays: 120,
};

/** The address stands in the agent's card, so it must be known before the server listens. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
