import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postMessage, rpc as request, type Sent } from "../../../test/mcp-call.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { ENDPOINTS } from "./endpoints.ts";
import { LEGACY, SUPPORTED } from "./protocol/revision.ts";

/** The protocol without a client library: the messages that are sent, and the expected answers. */
let world: World;
let buyer: Caller;
let seller: Caller;

beforeAll(async () => {
  world = await openWorld();
  buyer = await world.caller("BUYER");
  seller = await world.caller("SELLER");
});
afterAll(() => world.close());

const post = (message: unknown, sent: Sent = {}) => postMessage(world, message, { key: buyer.key, ...sent });

const META = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientCapabilities": {},
};
/** A request of 2026-07-28 with everything that it must contain. */
function modern(method: string, params: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const name = typeof params.name === "string" && { "mcp-name": params.name };
  return post(request(method, { ...params, _meta: META }), {
    headers: { "mcp-protocol-version": "2026-07-28", "mcp-method": method, ...name, ...headers },
  });
}

describe("revisions with a handshake", () => {
  test.each(LEGACY)("%s is answered with itself, and calls can follow", async (protocolVersion) => {
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

  test("a session id is returned, and none is required or created", async () => {
    const session = { "mcp-session-id": "0f3c1f0a-session" };
    expect((await post(request("ping"), { headers: session })).headers["mcp-session-id"]).toBe("0f3c1f0a-session");
    expect((await post(request("ping"))).headers).not.toHaveProperty("mcp-session-id");
    expect((await modern("tools/list", {}, session)).headers).not.toHaveProperty("mcp-session-id");
  });

  test("an unknown method is a fault of the message, in a successful HTTP answer", async () => {
    expect(await post(request("resources/list"))).toMatchObject({
      status: 200,
      body: { id: 7, error: { code: -32601 } },
    });
  });
});

describe("2026-07-28", () => {
  test("server/discover returns the revisions, the capabilities and the server", async () => {
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

  test("every result says that it is complete, and a list says how long it may be cached", async () => {
    expect((await modern("tools/list")).body.result).toMatchObject({
      resultType: "complete",
      ttlMs: 300_000,
      cacheScope: "private",
    });
    expect((await modern("tools/call", { name: "health" })).body.result).toMatchObject({ resultType: "complete" });
  });

  test("an unknown method is 404, including initialize", async () => {
    for (const method of ["initialize", "resources/list", "toString"])
      expect(await modern(method)).toMatchObject({ status: 404, body: { error: { code: -32601 } } });
  });

  test("headers that are missing or contradict the message are refused", async () => {
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

  test("a request without the required fields is refused", async () => {
    const headers = { "mcp-protocol-version": "2026-07-28", "mcp-method": "tools/list" };
    for (const meta of [undefined, {}, { "io.modelcontextprotocol/protocolVersion": "2026-07-28" }])
      expect(await post(request("tools/list", { _meta: meta }), { headers })).toMatchObject({
        status: 400,
        body: { error: { code: -32602 } },
      });
  });

  test("an unsupported revision is refused with the supported ones, wherever it is stated", async () => {
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
  test("an invalid message is refused, and so is a batch", async () => {
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

  test("notifications and responses are accepted without an answer", async () => {
    for (const message of [
      { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 1 } },
      { jsonrpc: "2.0", id: 1, result: {} },
    ])
      expect(await post(message)).toMatchObject({ status: 202, text: "" });
  });

  test("a client that only accepts a stream gets its answer as the only event of one", async () => {
    const { headers, text } = await post(request("ping"), { headers: { accept: "text/event-stream" } });
    expect(headers["content-type"]).toBe("text/event-stream");
    expect(text).toBe('event: message\ndata: {"jsonrpc":"2.0","id":7,"result":{}}\n\n');
    for (const accept of ["*/*", "application/json", "text/html"])
      expect((await post(request("ping"), { headers: { accept } })).body).toMatchObject({ result: {} });
  });

  test("every endpoint is served at its path, and other methods are told which one to use", async () => {
    for (const url of ENDPOINTS) {
      const { key } = url.endsWith("/storefront") ? seller : buyer;
      expect((await post(request("ping"), { endpoint: url, key })).status).toBe(200);
      const got = await world.app.inject({ method: "GET", url });
      expect([got.statusCode, got.headers.allow]).toEqual([405, "POST, DELETE"]);
      expect((await world.app.inject({ method: "DELETE", url })).statusCode).toBe(204);
    }
  });

  test("a body larger than the server accepts is 413", async () => {
    expect((await post(`"${"x".repeat(1_100_000)}"`)).status).toBe(413);
  });
});
