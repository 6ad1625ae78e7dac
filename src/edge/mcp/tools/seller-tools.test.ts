import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, postMessage, rpc } from "../../../../test/mcp-call.ts";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";

/** How the sellers' server differs from the buyers'; what they have in common is tested in tools.test.ts. */
let world: World;
let seller: Caller;

beforeAll(async () => {
  world = await openWorld();
  seller = await world.caller("SELLER", { sandbox: true });
  await seller.post("/storefront", { name: "Host Media", defaultCurrency: "USD", acceptsAllCountries: true });
});
afterAll(() => world.close());

const api = (given: unknown, key = seller.key) => callTool(world, key, "api_call", given, "/mcp/storefront");

test("the storefront is found at the root, and everything in it in every form", async () => {
  const { data: storefront } = await seller.get("/storefront");
  for (const form of [
    { method: "GET", path: "/" },
    { method: "GET", path: "/storefront" },
    { method: "GET", path: "/api/v2/storefront" },
    { method: "GET", path: "/api/storefront/" },
    { operation: "get_storefront" },
  ])
    expect([form, (await api(form)).content.data]).toEqual([form, storefront]);
  const { data: readiness } = await seller.get("/storefront/readiness");
  for (const form of [
    { method: "GET", path: "/readiness" },
    { method: "GET", path: "/storefront/readiness" },
    { endpoint: "GET /api/v2/storefront/readiness" },
    { operation: "getStorefrontReadiness" },
  ])
    expect([form, (await api(form)).content.data]).toEqual([form, readiness]);
  expect((await api({ method: "PATCH", path: "/", body: {} })).content.error).toBeNull();
});

test.each([
  "/buyer/advertisers",
  "/api/v2/buyer/campaigns",
  "/api/v2/operator/dead-letters",
  "/api/v1/storefront",
  "/inventory-sources/../../operator",
  "//evil.example/storefront",
])("%s is not for it to call", async (path) => {
  const { content } = await api({ method: "GET", path });
  expect(content).toMatchObject({
    code: "FORBIDDEN",
    field: "path",
    message: expect.stringContaining("/api/v2/storefront"),
  });
});

test("a missing operation is answered with the seller's closest ones", async () => {
  const { content } = await api({ operation: "create_invitation" });
  expect(content).toMatchObject({ code: "NOT_FOUND", message: expect.stringContaining("for sellers") });
  expect(content.error.details.nearest.map(({ operation }: { operation: string }) => operation)).toContain(
    "createJoinLink",
  );
  expect((await api({ operation: "createCampaign" })).content).toMatchObject({ code: "NOT_FOUND" });
});

test("the tools are the seller's: those of a buyer, worded for sellers, and ask_murph", async () => {
  const list = async ({ key }: Caller, endpoint: string): Promise<{ name: string; description: string }[]> =>
    (await postMessage(world, rpc("tools/list"), { key, endpoint })).body.result.tools;
  const tools = await list(seller, "/mcp/v2/storefront");
  expect(tools.map(({ name }) => name).sort()).toEqual([
    "accept_tos",
    "api_call",
    "ask_about_capability",
    "ask_murph",
    "customer_switch",
    "health",
  ]);
  expect(tools.find(({ name }) => name === "api_call")?.description).toContain("Storefront API");
  const operator = await world.caller("OPERATOR");
  expect((await list(operator, "/mcp/storefront")).map(({ name }) => name)).toContain("admin");
  const buyer = await world.caller("BUYER");
  expect((await list(buyer, "/mcp/buyer")).map(({ name }) => name)).not.toContain("ask_murph");
});

test("audit logs over MCP are returned a hundred entries at a time, and no more", async () => {
  expect((await api({ operation: "listStorefrontAuditLogs" })).content.meta.pagination).toMatchObject({ take: 100 });
  const { content } = await api({ operation: "listStorefrontAuditLogs", query: { take: 500 } });
  expect(content.meta.pagination).toMatchObject({ take: 100 });
  expect((await seller.get("/storefront/audit-logs")).meta.pagination).toMatchObject({ take: 50 });
});
