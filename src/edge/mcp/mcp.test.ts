import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { LEGACY, SUPPORTED } from "./protocol/revision.ts";

/** The protocol by hand: messages as they travel, and what must come back. */
let world: World;
let buyer: Caller;

beforeAll(async () => {
  world = await openWorld();
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly endpoint?: string;
  readonly key?: string | null;
}

async function post(message: unknown, { headers = {}, endpoint = "/mcp/buyer", key = buyer.key }: Sent = {}) {
  const answer = await world.app.inject({
    method: "POST",
    url: endpoint,
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    payload: typeof message === "string" ? message : JSON.stringify(message),
  });
  const isJson = String(answer.headers["content-type"]).startsWith("application/json");
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: isJson ? answer.json() : null };
}

const request = (method: string, params?: unknown) => ({
  jsonrpc: "2.0",
  id: 7,
  method,
  ...(params !== undefined && { params }),
});

const META = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientCapabilities": {},
};
/** A request of 2026-07-28 with everything that it must carry. */
function modern(method: string, params: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const name = typeof params.name === "string" && { "mcp-name": params.name };
  return post(request(method, { ...params, _meta: META }), {
    headers: { "mcp-protocol-version": "2026-07-28", "mcp-method": method, ...name, ...headers },
  });
}

describe("revisions with a handshake", () => {
  test.each(LEGACY)("%s is answered with itself, and calls follow it", async (protocolVersion) => {
    const hello = { protocolVersion, capabilities: {}, clientInfo: { name: "hand", version: "1" } };
    const { body } = await post(request("initialize", hello));
    expect(body).toMatchObject({
      jsonrpc: "2.0",
      id: 7,
      result: {
        protocolVersion,
        capabilities: { tools: {} },
        serverInfo: { name: expect.any(String), version: expect.any(String) },
        instructions: expect.stringContaining("ask_about_capability"),
      },
    });
    const headers = { "mcp-protocol-version": protocolVersion };
    expect(await post({ jsonrpc: "2.0", method: "notifications/initialized" }, { headers })).toMatchObject({
      status: 202,
      text: "",
    });
    const called = await post(request("tools/call", { name: "health", arguments: {} }), { headers });
    expect(called.body.result.structuredContent).toMatchObject({ data: { status: "ok" }, error: null });
    expect(called.body.result).not.toHaveProperty("resultType");
  });

  test.each(["2026-07-28", "1999-01-01", undefined])(
    "%s, which has none or is unknown, is offered the newest that has",
    async (protocolVersion) => {
      const { body } = await post(request("initialize", { protocolVersion, capabilities: {} }));
      expect(body.result.protocolVersion).toBe(LEGACY[0]);
    },
  );

  test("a call needs no initialize before it, and no header", async () => {
    expect((await post(request("ping"))).body).toEqual({ jsonrpc: "2.0", id: 7, result: {} });
    expect((await post(request("tools/list"))).body.result.tools.length).toBeGreaterThan(3);
  });

  test("an id of a session is given back, and none is asked for or made", async () => {
    const session = { "mcp-session-id": "0f3c1f0a-session" };
    expect((await post(request("ping"), { headers: session })).headers["mcp-session-id"]).toBe("0f3c1f0a-session");
    expect((await post(request("ping"))).headers).not.toHaveProperty("mcp-session-id");
    expect((await modern("tools/list", {}, session)).headers).not.toHaveProperty("mcp-session-id");
  });

  test("an unknown method is a fault of the message, in an answer that arrived", async () => {
    expect(await post(request("resources/list"))).toMatchObject({
      status: 200,
      body: { id: 7, error: { code: -32601 } },
    });
  });
});

describe("2026-07-28", () => {
  test("server/discover tells the revisions, the capabilities and the server", async () => {
    const { status, body } = await modern("server/discover");
    expect(status).toBe(200);
    expect(body.result).toMatchObject({
      resultType: "complete",
      supportedVersions: SUPPORTED,
      capabilities: { tools: {} },
      ttlMs: expect.any(Number),
      cacheScope: "public",
      _meta: { "io.modelcontextprotocol/serverInfo": { name: expect.any(String), version: expect.any(String) } },
    });
  });

  test("every result says that it is complete, and a list how long it may be kept", async () => {
    expect((await modern("tools/list")).body.result).toMatchObject({
      resultType: "complete",
      ttlMs: 300_000,
      cacheScope: "private",
    });
    expect((await modern("tools/call", { name: "health" })).body.result).toMatchObject({ resultType: "complete" });
  });

  test("a method that is not there is 404, initialize among them", async () => {
    for (const method of ["initialize", "resources/list", "toString"])
      expect(await modern(method)).toMatchObject({ status: 404, body: { error: { code: -32601 } } });
  });

  test("headers that are missing, or say another thing than the message, are refused", async () => {
    const call = { name: "health", arguments: {} };
    for (const wrong of [
      { "mcp-method": "tools/list" },
      { "mcp-method": "" },
      { "mcp-name": "admin" },
      { "mcp-protocol-version": "2025-11-25" },
    ])
      expect(await modern("tools/call", call, wrong)).toMatchObject({
        status: 400,
        body: { id: 7, error: { code: -32020 } },
      });
    const bare = await post(request("tools/call", { ...call, _meta: META }));
    expect(bare).toMatchObject({ status: 400, body: { error: { code: -32020 } } });
    const encoded = `=?base64?${Buffer.from("health").toString("base64")}?=`;
    expect((await modern("tools/call", call, { "mcp-name": encoded })).status).toBe(200);
  });

  test("a request without the fields that each must carry is refused", async () => {
    const headers = { "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/list" };
    for (const _meta of [undefined, {}, { "io.modelcontextprotocol/protocolVersion": "2026-07-28" }])
      expect(await post(request("tools/list", { _meta }), { headers })).toMatchObject({
        status: 400,
        body: { error: { code: -32602 } },
      });
  });

  test("a revision that is not spoken is refused with those that are, wherever it is named", async () => {
    const named = { "io.modelcontextprotocol/protocolVersion": "1900-01-01" };
    for (const sent of [
      post(request("tools/list", { _meta: named })),
      post(request("tools/list"), { headers: { "mcp-protocol-version": "1900-01-01" } }),
    ])
      expect(await sent).toMatchObject({
        status: 400,
        body: { error: { code: -32022, data: { supported: SUPPORTED, requested: "1900-01-01" } } },
      });
  });
});

describe("messages", () => {
  test("what is no message is refused, and a batch is none", async () => {
    expect(await post("{")).toMatchObject({ status: 400, body: { error: { code: -32700 } } });
    for (const wrong of [
      [],
      [request("ping")],
      {},
      1,
      null,
      { jsonrpc: "1.0", id: 1, method: "ping" },
      { ...request("ping"), id: null },
      { ...request("ping"), id: 1.5 },
      { ...request("ping"), method: 1 },
    ])
      expect(await post(wrong as object)).toMatchObject({ status: 400, body: { error: { code: -32600 } } });
    expect(await post({ ...request("ping"), params: [] })).toMatchObject({ body: { id: 7, error: { code: -32602 } } });
  });

  test("notifications and responses are taken, and nothing is answered", async () => {
    for (const message of [
      { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } },
      { jsonrpc: "2.0", id: 1, result: {} },
    ])
      expect(await post(message)).toMatchObject({ status: 202, text: "" });
  });

  test("a client that takes a stream alone gets its answer as the only event of one", async () => {
    const { headers, text } = await post(request("ping"), { headers: { accept: "text/event-stream" } });
    expect(headers["content-type"]).toBe("text/event-stream");
    expect(text).toBe('event: message\ndata: {"jsonrpc":"2.0","id":7,"result":{}}\n\n');
    for (const accept of ["*/*", "application/json", "text/html"])
      expect((await post(request("ping"), { headers: { accept } })).body).toMatchObject({ result: {} });
  });

  test("every endpoint is served where it is; other methods are told which to use", async () => {
    for (const url of ENDPOINTS) {
      expect((await post(request("ping"), { endpoint: url })).status).toBe(200);
      const got = await world.app.inject({ method: "GET", url });
      expect([got.statusCode, got.headers.allow]).toEqual([405, "POST, DELETE"]);
      expect((await world.app.inject({ method: "DELETE", url })).statusCode).toBe(204);
    }
  });

  test("a body larger than the server takes is 413", async () => {
    expect((await post(`"${"x".repeat(1_100_000)}"`)).status).toBe(413);
  });
});

describe("at the door", () => {
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
    });
    expect(metadata).not.toHaveProperty("authorization_servers");
  });

  test("the server as a whole has metadata too", async () => {
    const { resource } = (await world.app.inject("/.well-known/oauth-protected-resource")).json();
    expect(resource).toBe("http://localhost:4000");
  });

  test("a key that opens nothing is 401, the other header works, and a seller is told where to go", async () => {
    expect((await post(request("ping"), { key: "scope3_no" })).status).toBe(401);
    expect((await post(request("ping"), { key: null, headers: { "x-scope3-api-key": buyer.key } })).status).toBe(200);
    const { key } = await world.caller("SELLER");
    expect(await post(request("ping"), { key })).toMatchObject({
      status: 403,
      body: { error: { code: "CUSTOMER_ROLE_DENIED", message: expect.stringContaining("/api/v2/storefront") } },
    });
  });

  test("pages of other sites are refused, those of this one and of this machine are not", async () => {
    const from = async (origin: string) => (await post(request("ping"), { headers: { origin } })).status;
    expect([
      await from("https://evil.example"),
      await from("null"),
      await from("http://localhost.evil.example"),
    ]).toEqual([403, 403, 403]);
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

  test("the log line says the tool, the operation and what came of it", async () => {
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
});
