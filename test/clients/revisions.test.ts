import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ENDPOINTS } from "../../src/edge/mcp/endpoints.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { postMessage, rpc } from "../mcp-call.ts";

/** Every revision at every MCP endpoint, including the storefronts' agents. */
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const STOREFRONT_AGENT = "a storefront's agent";
const PLACES = [...ENDPOINTS, STOREFRONT_AGENT];
const MODERN = "2026-07-28";
const META = {
  "io.modelcontextprotocol/protocolVersion": MODERN,
  "io.modelcontextprotocol/clientCapabilities": {},
};

function send(place: string, message: unknown, headers: Record<string, string>) {
  const isForSellers = place.endsWith("/storefront");
  const endpoint = place === STOREFRONT_AGENT ? `/storefront/${shop.platformId}/mcp` : place;
  return postMessage(shop.world, message, { endpoint, key: (isForSellers ? shop.seller : shop.buyer).key, headers });
}

/** A request of 2026-07-28, except for headers that a test falsifies. */
function modern(place: string, method: string, params: object = {}, headers: Record<string, string> = {}) {
  const name = "name" in params ? { "mcp-name": String(params.name) } : {};
  const all = { "mcp-protocol-version": MODERN, "mcp-method": method, ...name, ...headers };
  return send(place, rpc(method, { ...params, _meta: META }), all);
}

interface Listed {
  readonly name: string;
  readonly annotations: Readonly<Record<string, unknown>>;
}

function expectWhole(tools: readonly Listed[], again: readonly Listed[]): void {
  expect(tools.length).toBeGreaterThan(3);
  expect(again.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
  const hints = { readOnlyHint: expect.any(Boolean), openWorldHint: expect.any(Boolean) };
  for (const { name, annotations } of tools) expect(annotations, name).toMatchObject(hints);
  // Every tool that may change something states how destructive it is.
  const changing = tools.filter(({ annotations }) => annotations.readOnlyHint === false);
  for (const { name, annotations } of changing) expect(annotations.destructiveHint, name).toEqual(expect.any(Boolean));
}

describe.each(PLACES)("%s", (place) => {
  test.each(["2025-06-18", "2025-11-25"])(
    "in %s begins with initialize, answers a ping and lists its tools in one order",
    async (version) => {
      const headers = { "mcp-protocol-version": version };
      const hello = { protocolVersion: version, capabilities: {}, clientInfo: { name: "hand", version: "1" } };
      const { result } = (await send(place, rpc("initialize", hello), {})).body;
      expect(result).toMatchObject({ protocolVersion: version, capabilities: { tools: {} } });
      expect((await send(place, rpc("ping"), headers)).body.result).toEqual({});
      const list = async () => (await send(place, rpc("tools/list"), headers)).body.result;
      const first = await list();
      expect(first).not.toHaveProperty("resultType");
      expectWhole(first.tools, (await list()).tools);
    },
  );

  test("in 2026-07-28 needs no handshake, has no ping and lists the same", async () => {
    const { body: discovered } = await modern(place, "server/discover");
    expect(discovered.result).toMatchObject({ resultType: "complete", ttlMs: expect.any(Number) });
    expect(discovered.result.supportedVersions).toEqual(expect.arrayContaining([MODERN, "2025-11-25", "2025-06-18"]));
    for (const gone of ["ping", "initialize", "logging/setLevel", "resources/subscribe"])
      expect(await modern(place, gone), gone).toMatchObject({ status: 404, body: { error: { code: -32601 } } });
    const list = async () => (await modern(place, "tools/list")).body.result;
    const first = await list();
    expect(first).toMatchObject({ resultType: "complete", cacheScope: "private" });
    expectWhole(first.tools, (await list()).tools);
  });

  test.each([
    ["another revision", { "mcp-protocol-version": "2025-11-25" }],
    ["another method", { "mcp-method": "tools/list" }],
    ["another tool", { "mcp-name": "something_else" }],
  ])("refuses headers that say %s than the body", async (_, headers) => {
    const refused = await modern(place, "tools/call", { name: "health", arguments: {} }, headers);
    expect(refused).toMatchObject({ status: 400, body: { error: { code: -32020 } } });
  });

  test("refuses an unknown revision, and lists those that exist", async () => {
    const version = "2027-01-01";
    const meta = { ...META, "io.modelcontextprotocol/protocolVersion": version };
    const headers = { "mcp-protocol-version": version, "mcp-method": "tools/list" };
    const refused = await send(place, rpc("tools/list", { _meta: meta }), headers);
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { code: -32022, data: { requested: version, supported: expect.arrayContaining([MODERN]) } } },
    });
  });
});
