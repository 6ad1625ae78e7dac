import { afterAll, beforeAll, expect, test } from "vitest";
import { postMessage, rpc as request, type Sent } from "../../../test/mcp-call.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { ENDPOINTS } from "./endpoints.ts";

/** Who is admitted, how often, and what is logged about it. */
let world: World;
let buyer: Caller;

beforeAll(async () => {
  world = await openWorld();
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

const post = (message: unknown, sent: Sent = {}) => postMessage(world, message, { key: buyer.key, ...sent });

test.each(ENDPOINTS)("%s answers 401 without a key, and says where its metadata is", async (endpoint) => {
  const { status, headers, body } = await post(request("ping"), { endpoint, key: null });
  expect([status, body]).toEqual([
    401,
    { error: "Authentication required", message: expect.stringContaining("Bearer") },
  ]);
  const [, url = ""] = /resource_metadata="([^"]+)"/.exec(String(headers["www-authenticate"])) ?? [];
  expect(url).toBe(`http://localhost:4000/.well-known/oauth-protected-resource${endpoint}`);
  const metadata = (await world.app.inject(new URL(url).pathname)).json();
  expect(metadata).toMatchObject({
    resource: `http://localhost:4000${endpoint}`,
    bearer_methods_supported: ["header"],
    authorization_servers: ["http://localhost:4000"],
  });
});

test("the server as a whole has metadata too", async () => {
  const { resource } = (await world.app.inject("/.well-known/oauth-protected-resource")).json();
  expect(resource).toBe("http://localhost:4000");
});

test("an invalid key is answered with 401, and the other header works", async () => {
  expect((await post(request("ping"), { key: "scope3_no" })).status).toBe(401);
  expect((await post(request("ping"), { key: null, headers: { "x-scope3-api-key": buyer.key } })).status).toBe(200);
});

test("each side is told where its own server is, and /mcp serves everybody", async () => {
  const seller = await world.caller("SELLER");
  const operator = await world.caller("OPERATOR");
  const authenticate = async (endpoint: string, { key }: Caller) => {
    const { body } = await post(request("server/discover"), { endpoint, key });
    return body.error?.message ?? body.result.instructions;
  };
  for (const version of ["", "/v2"]) {
    expect(await authenticate(`/mcp${version}/buyer`, seller)).toMatch(/for buyers; .* SELLER .*\/mcp\/storefront$/);
    expect(await authenticate(`/mcp${version}/storefront`, buyer)).toMatch(/for sellers; .* BUYER .*\/mcp\/buyer$/);
    expect(await authenticate(`/mcp${version}/buyer`, buyer)).toContain("act for a buyer");
    expect(await authenticate(`/mcp${version}/storefront`, seller)).toContain("act for a seller");
    expect(await authenticate(`/mcp${version}/storefront`, operator)).toContain("act for a seller");
  }
  expect(await authenticate("/mcp", buyer)).toContain("act for a buyer");
  expect(await authenticate("/mcp", seller)).toContain("act for a seller");
  expect(await post(request("ping"), { endpoint: "/mcp/storefront" })).toMatchObject({
    status: 403,
    body: { error: { code: "CUSTOMER_ROLE_DENIED" } },
  });
});

test("requests from pages of other sites are refused, and those from this site and this machine are not", async () => {
  const from = async (origin: string) => (await post(request("ping"), { headers: { origin } })).status;
  expect([await from("https://evil.example"), await from("null"), await from("http://localhost.evil.example")]).toEqual(
    [403, 403, 403],
  );
  expect([await from("http://localhost:4000"), await from("http://127.0.0.1:6274")]).toEqual([200, 200]);
});

test("requests are counted as REST counts them", async () => {
  const limited = await openWorld({ rateLimits: { ...world.parts.rateLimits, perOrganisation: 2 } });
  const { key } = await limited.caller("BUYER");
  const call = () =>
    limited.app.inject({
      method: "POST",
      url: "/mcp",
      headers: { authorization: `Bearer ${key}` },
      payload: request("ping"),
    });
  const answers = [await call(), await call(), await call()];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
  expect(Number(answers[2]?.headers["retry-after"])).toBeGreaterThan(0);
  await limited.close();
});

test("the log line has the tool, the operation and the result", async () => {
  const lines: Record<string, unknown>[] = [];
  const noisy = await openWorld({ log: { ...world.parts.log, line: (fields) => void lines.push(fields) } });
  const { key, customerId } = await noisy.caller("BUYER");
  const params = { name: "api_call", arguments: { method: "GET", path: "/advertisers/999" } };
  await noisy.app.inject({
    method: "POST",
    url: "/mcp",
    headers: { authorization: `Bearer ${key}` },
    payload: request("tools/call", params),
  });
  expect(lines.at(-1)).toMatchObject({
    operation: "getAdvertiser",
    tool: "api_call",
    answered: 404,
    status: 200,
    customerId,
  });
  await noisy.close();
});
