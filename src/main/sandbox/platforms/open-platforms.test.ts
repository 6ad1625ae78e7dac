import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../../../test/free-port.ts";
import { INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { DAY_MS, wallClock } from "../../../ground/kernel/clock.ts";
import { connect, mapBrand, ok, wire } from "../../../supply/providers/providers.fixture.ts";
import { readSettings } from "../../settings.ts";
import * as simulations from "../providers/index.ts";
import { openPlatforms, type SandboxPlatforms } from "./open-platforms.ts";
import { PLATFORMS } from "./platforms.ts";
import { platformsOf, servePlatforms, setSandboxApplications } from "./serve-platforms.ts";

const publicUrl = `http://127.0.0.1:${await freePort()}`;
let platforms: SandboxPlatforms;
let world: World;
beforeAll(async () => {
  platforms = await openPlatforms({ clock: wallClock, publicUrl });
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl, providerHosts: platforms.addresses } });
});
afterAll(async () => {
  await world.close();
  await platforms.close();
});

test("a platform is listed with the hosts that its simulation serves", async () => {
  for (const start of Object.values(simulations)) {
    const simulated = await start({ clock: wallClock });
    const { hosts } = PLATFORMS[simulated.name as keyof typeof PLATFORMS];
    expect([simulated.name, [...hosts].sort()]).toEqual([simulated.name, Object.keys(simulated.addresses).sort()]);
    await simulated.close();
  }
});

test("nothing is simulated before it is called; then a seller of a sandbox connects Snap by consent, and sells", async () => {
  expect(platforms.running()).toEqual([]);
  const operator = await world.caller("OPERATOR");
  await setSandboxApplications(world, { operator });
  const { items } = ok(await operator.get("/operator/adapters"));
  expect(items.filter(({ configured }: { configured: boolean }) => !configured)).toEqual([]);
  const shop = await wire(world, "snap", "operator");
  const asked = { owner: shop.seller, side: "storefront", storefrontId: shop.storefrontId } as const;
  expect(await connect(world, platforms, asked)).toBe(200);
  expect(platforms.running().map(({ name }) => name)).toEqual(["snap"]);
  await mapBrand(shop.seller, "acme.example");
  const { agentId, inventorySourceId, seller } = shop;
  const place = { customerId: seller.customerId, inventorySourceId };
  const agent = world.host.openAgent({ kind: "provider", agentId, name: "Snap", ...place });
  const identity = { name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true };
  const now = new Date(Date.now() + 20 * DAY_MS);
  const call = { buyer: { customerId: 7001, ...identity }, timeoutMs: 60_000, now, requestId: "req_sandbox" };
  expect((await agent.getProducts({}, call)).products).toHaveLength(3);
});

test("a simulation follows the latest time that a caller states, and its worker finds it through the file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "interchange-platforms-"));
  const settings = readSettings({ INTERCHANGE_SANDBOX: "1", INTERCHANGE_DATA: folder });
  const served = await servePlatforms(settings);
  const { providerHosts } = served.settings.installation;
  expect((await platformsOf(settings)).installation.providerHosts).toEqual(providerHosts);
  await served.close();
  const again = await servePlatforms(settings);
  expect(again.settings.installation.providerHosts).toEqual(providerHosts);
  await again.close();

  const [snap] = platforms.running();
  const later = new Date(Date.now() + 30 * DAY_MS);
  await fetch(`${snap?.addresses["adsapi.snapchat.com"]}/v1/me/organizations`, {
    headers: { "x-interchange-sandbox-time": later.toISOString() },
  });
  expect(snap?.controls.now().getTime()).toBeGreaterThanOrEqual(later.getTime());
});
