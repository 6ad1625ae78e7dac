import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { type BrandHost, openBrandHost } from "../../../platform/brands/brand-host.fixture.ts";

let host: BrandHost;
let world: World;
let seller: Caller;

beforeAll(async () => {
  host = await openBrandHost();
  const plain = await openWorld();
  const { brandJsonUrl, adagentsJsonUrl, brandRegistryUrl } = host;
  const installation = { ...plain.host.installation, brandJsonUrl, adagentsJsonUrl, brandRegistryUrl };
  await plain.close();
  world = await openWorld({ installation });
  seller = await world.caller("SELLER");
});
afterAll(() => world.close());

const discover = (query: string) => seller.get(`/storefront/discover-agents?domain=${query}`);
const AGENT = {
  url: "https://agent.example/mcp",
  authorized_for: "all",
  authorization_type: "property_ids",
  property_ids: ["a"],
};

test("a domain's own documents say which agents it operates and whom it lets sell for it", async () => {
  host.serve("/own.com/adagents.json", { authorized_agents: [AGENT], properties: [{ property_id: "a", name: "A" }] });
  host.publish("own.com", { agents: [{ url: "https://own.com/mcp", id: "own_sales", type: "sales" }] });
  expect((await discover("https://www.Own.com/about")).data).toEqual({
    domain: "own.com",
    operator: {
      domain: "own.com",
      member: null,
      agents: [{ url: "https://own.com/mcp", name: "own_sales", type: "sales" }],
    },
    publisher: {
      domain: "own.com",
      member: null,
      adagents_valid: true,
      discovery_method: "direct",
      resolved_url: `${host.origin}/own.com/adagents.json`,
      properties: [{ property_id: "a", name: "A" }],
      authorized_agents: [AGENT],
      formats: [],
      freshness: { source: "live_origin", registry_adagents_valid: null, last_validated: null },
    },
  });
});

test("a registry adds what it knows, and the domain's own file takes precedence", async () => {
  const member = { slug: "known", display_name: "Known" };
  host.serve("/api/registry/operator?domain=known.com", {
    member,
    agents: [{ url: "https://k.com", name: "K", type: "sales" }],
  });
  host.serve("/api/registry/publisher?domain=known.com", {
    member,
    adagents_valid: true,
    properties: [{ id: "r" }],
    authorized_agents: [{ url: "https://k.com", source: "agent_claim" }],
  });
  const { data } = await discover("known.com");
  expect(data.operator).toMatchObject({ member, agents: [{ name: "K" }] });
  expect(data.publisher).toMatchObject({ properties: [{ id: "r" }], freshness: { source: "registry" } });
  host.serve("/known.com/adagents.json", { authorized_agents: [] });
  expect((await discover("known.com&refresh=true")).data.publisher).toMatchObject({
    authorized_agents: [],
    freshness: { source: "live_origin", registry_adagents_valid: true },
  });
});

test("an answer serves everybody for a while, and refresh asks again", async () => {
  const asks = () => host.asked.filter((path) => path === "/kept.com/adagents.json").length;
  await discover("kept.com");
  const other = await world.caller("SELLER");
  await other.get("/storefront/discover-agents?domain=kept.com");
  expect(asks()).toBe(1);
  await discover("kept.com&refresh=true");
  expect(asks()).toBe(2);
});

test("a domain that publishes nothing gets an empty answer, and a text that is not a domain is refused", async () => {
  expect((await discover("silent.com")).data).toMatchObject({
    operator: { agents: [] },
    publisher: { adagents_valid: null, authorized_agents: [] },
  });
  expect(await discover("nonsense")).toMatchObject({ status: 400, error: { field: "domain" } });
});

test("no domain can redirect a request to an internal address", async () => {
  host.serve("/trap.com/adagents.json", { authoritative_location: "https://169.254.169.254/latest/meta-data" });
  expect((await discover("trap.com")).data.publisher).toMatchObject({ adagents_valid: null, authorized_agents: [] });
});
