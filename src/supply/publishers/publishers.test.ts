import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../test/jobs.ts";
import { type Caller, openWorld, type Reply, type World } from "../../../test/world.ts";
import { type BrandHost, openBrandHost } from "../../platform/brands/brand-host.fixture.ts";
import { openStorefront } from "../marketplace/market.fixture.ts";
import { PROFILES } from "../simulated/index.ts";

let host: BrandHost;
let world: World;

beforeAll(async () => {
  host = await openBrandHost();
  const plain = await openWorld();
  const { brandJsonUrl, adagentsJsonUrl, brandRegistryUrl } = host;
  const installation = { ...plain.host.installation, brandJsonUrl, adagentsJsonUrl, brandRegistryUrl };
  await plain.close();
  world = await openWorld({ installation });
});
afterAll(() => world.close());

interface Shop {
  readonly seller: Caller;
  readonly agentUrl: string;
  readonly platformId: string;
}

async function openShop(name: string, more: object = {}): Promise<Shop> {
  const seller = await world.caller("SELLER");
  const { platformId } = (await seller.post("/storefront", { name, ...more })).data;
  return { seller, platformId, agentUrl: `http://localhost:4000/storefront/${platformId}/mcp` };
}

const site = { property_id: "site", property_type: "website", name: "Site", identifiers: [], tags: ["news"] };
const file = (agents: unknown[], more: object = {}) => ({ authorized_agents: agents, properties: [site], ...more });
const publishAdagents = (domain: string, page: unknown) => host.serve(`/${domain}/adagents.json`, page);

async function checked({ seller }: Shop): Promise<Reply["data"]> {
  await seller.post("/storefront/publishers/check");
  await doJobs(world);
  return (await seller.get("/storefront/publishers")).data;
}

test("a publisher is declared by any URL on its domain, once, and waits for its check", async () => {
  const shop = await openShop("Declaring");
  const added = await shop.seller.post("/storefront/publishers", { domain: "https://www.Daily.com/news" });
  expect(added).toMatchObject({
    status: 201,
    data: {
      publishers: [
        {
          domain: "daily.com",
          provenance: "declared",
          adagentsStatus: "pending",
          authorizationStatus: null,
          authorizationReason: null,
          propertyCount: null,
          lastSyncedAt: null,
        },
      ],
      total: 1,
      verified: 0,
    },
  });
  expect((await shop.seller.post("/storefront/publishers", { domain: "daily.com" })).data.total).toBe(1);
});

test("replacing is all or nothing: one invalid domain leaves the list as it was", async () => {
  const { seller } = await openShop("Replacing");
  await seller.put("/storefront/publishers", { publishers: ["a.com", "b.com", "A.com"] });
  expect(await seller.put("/storefront/publishers", { publishers: ["c.com", "no domain"] })).toMatchObject({
    status: 400,
    error: { field: "publishers.1" },
  });
  const domains = async () =>
    (await seller.get("/storefront/publishers")).data.publishers.map(({ domain }: { domain: string }) => domain);
  expect(await domains()).toEqual(["a.com", "b.com"]);
  await seller.put("/storefront/publishers", { publishers: ["b.com", "c.com"] });
  expect(await domains()).toEqual(["b.com", "c.com"]);
});

test("each publisher's own file decides, and silence is not a refusal", async () => {
  const shop = await openShop("Checking");
  const { agentUrl } = shop;
  const agent = { url: agentUrl, authorized_for: "all", authorization_type: "property_tags", property_tags: ["news"] };
  publishAdagents("yes.com", file([{ ...agent, url: agentUrl.replace("localhost", "LOCALHOST") }]));
  publishAdagents("other.com", file([{ ...agent, url: "https://other.example/mcp" }]));
  publishAdagents("untyped.com", file([{ url: agentUrl, authorized_for: "all" }]));
  publishAdagents("unbound.com", file([{ ...agent, property_tags: ["sport"] }]));
  publishAdagents("broken.com", { authorized_agents: "everybody" });
  publishAdagents("down.com", (_: unknown, response: { writeHead(status: number): { end(): void } }) =>
    response.writeHead(503).end(),
  );
  const domains = ["yes", "other", "untyped", "unbound", "broken", "down", "nothing"].map((name) => `${name}.com`);
  await shop.seller.put("/storefront/publishers", { publishers: domains });
  await doJobs(world);
  const { publishers, total, verified } = (await shop.seller.get("/storefront/publishers")).data;
  const said = Object.fromEntries(
    publishers.map((one: Record<string, unknown>) => [
      one["domain"],
      [one["adagentsStatus"], one["authorizationStatus"], one["authorizationReason"], one["propertyCount"]],
    ]),
  );
  expect(said).toEqual({
    "yes.com": ["resolved", "authorized", "authorized", 1],
    "other.com": ["resolved", "unauthorized", "agent_not_listed", 1],
    "untyped.com": ["resolved", "unauthorized", "agent_untyped", 1],
    "unbound.com": ["resolved", "unauthorized", "agent_not_property_bound", 1],
    "broken.com": ["invalid", "unknown", "file_invalid", null],
    "down.com": ["error", "unknown", null, null],
    "nothing.com": ["no_adagents", "unknown", "no_file", null],
  });
  expect({ total, verified }).toEqual({ total: 7, verified: 1 });
});

test("more publishers than one job checks are all checked", async () => {
  const shop = await openShop("Many");
  const publishers = Array.from({ length: 45 }, (_, index) => `many-${index}.com`);
  await shop.seller.put("/storefront/publishers", { publishers });
  await doJobs(world);
  const list = (await shop.seller.get("/storefront/publishers")).data.publishers;
  expect(new Set(list.map(({ adagentsStatus }: { adagentsStatus: string }) => adagentsStatus))).toEqual(
    new Set(["no_adagents"]),
  );
});

test("a storefront publishes the publishers that it declares, and one that points there authorises it", async () => {
  const shop = await openShop("Pointed At", { operatorDomain: "pointed.com" });
  const path = `/storefront/${shop.platformId}/.well-known/adagents.json`;
  expect((await world.app.inject(path)).statusCode).toBe(404);
  await shop.seller.put("/storefront/publishers", { publishers: ["pointing.com"] });
  const published = await world.app.inject(path);
  expect(published.statusCode).toBe(200);
  expect(published.json()).toEqual({
    contact: { name: "Pointed At", domain: "pointed.com" },
    authorized_agents: [
      {
        url: shop.agentUrl,
        authorized_for: expect.any(String),
        authorization_type: "publisher_properties",
        publisher_properties: [{ publisher_domains: ["pointing.com"], selection_type: "all" }],
      },
    ],
    last_updated: expect.any(String),
  });
  host.serve("/published", published.json());
  publishAdagents("pointing.com", { authoritative_location: `${host.origin}/published` });
  expect(await checked(shop)).toMatchObject({ verified: 1, publishers: [{ authorizationReason: "authorized" }] });
  await shop.seller.post("/storefront/archive");
  expect((await world.app.inject(path)).statusCode).toBe(404);
});

test("the seller's people are notified of a publisher that revokes its authorisation", async () => {
  const shop = await openShop("Dropped");
  const agent = { url: shop.agentUrl, authorization_type: "property_ids", property_ids: ["site"] };
  publishAdagents("fickle.com", file([agent]));
  await shop.seller.put("/storefront/publishers", { publishers: ["fickle.com"] });
  expect(await checked(shop)).toMatchObject({ verified: 1 });
  publishAdagents("fickle.com", file([agent], { revoked_publisher_domains: [{ publisher_domain: "fickle.com" }] }));
  expect(await checked(shop)).toMatchObject({ verified: 0, publishers: [{ authorizationReason: "agent_not_listed" }] });
  const reported = (await shop.seller.get("/notifications")).data;
  expect(JSON.stringify(reported)).toContain("fickle.com no longer authorises your agent");
});

test("a publisher that refuses the storefront is not shown to buyers as one of its own", async () => {
  const stall = await openStorefront(world, await world.caller("OPERATOR"), {
    name: "Refused",
    source: { type: "SALES", simulation: { ...PROFILES.news, publisherDomain: "refusing.com" } },
  });
  const buyer = await world.caller("BUYER");
  const shown = async () =>
    (await buyer.get("/buyer/sales-agents?name=refused")).data.items[0].capabilities.publisherDomains;
  const domain = "refusing.com";
  expect(await shown()).toEqual([domain]);
  publishAdagents(domain, file([]));
  await stall.seller.post("/storefront/publishers", { domain });
  await doJobs(world);
  expect(await shown()).toEqual([]);
  const call = {
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name: "get_adcp_capabilities", arguments: {} },
  };
  const url = `/storefront/${stall.platformId}/mcp`;
  const headers = { accept: "application/json, text/event-stream" };
  const reply = await world.app.inject({ method: "POST", url, payload: call, headers });
  expect(reply.body).toContain("supported_protocols");
  expect(reply.body).not.toContain(domain);
});

test("what an agent behind a source names is listed as discovered, and is not removed by hand", async () => {
  const shop = await openShop("Discovering");
  const source = { name: "News", executionType: "SIMULATED", simulation: PROFILES.news };
  await shop.seller.post("/storefront/inventory-sources", source);
  const [publisher] = (await shop.seller.get("/storefront/publishers")).data.publishers;
  expect(publisher).toMatchObject({ provenance: "discovered", adagentsStatus: null });
  const path = `/storefront/publishers/${publisher.domain}`;
  expect((await shop.seller.delete(path)).status).toBe(409);
  expect(await checked(shop)).toMatchObject({
    publishers: [{ provenance: "discovered", adagentsStatus: "no_adagents" }],
  });
  const declared = await shop.seller.post("/storefront/publishers", { domain: publisher.domain });
  expect(declared.data.publishers).toMatchObject([{ provenance: "declared" }]);
  expect((await shop.seller.delete(path)).status).toBe(204);
  expect((await shop.seller.delete("/storefront/publishers/never-there.com")).status).toBe(204);
});
