import { describe, expect, test } from "vitest";
import { ADCP_PRODUCT, callOf, NEW_MEDIA_BUY } from "../../../../test/seller/fixtures.ts";
import { reach, reachScripted } from "../../../../test/seller/reach-seller.ts";
import type { Answer } from "../../../../test/seller/scripted-seller.ts";
import { SellerUnreachable } from "../port.ts";

const PRODUCTS: Answer = { payload: { status: "completed", products: [ADCP_PRODUCT], cache_scope: "public" } };
const BOUGHT: Answer = {
  payload: { status: "completed", media_buy_status: "active", media_buy_id: "mb_9", packages: [] },
};

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  return error instanceof SellerUnreachable ? error.reason : `not unreachable: ${String(error)}`;
}

describe.each(["MCP", "A2A"] as const)("a seller over %s", (protocol) => {
  test.each([
    ["timeout", { hang: true }],
    ["malformed", { raw: "{ not json" }],
    ["too_large", { bytes: 8_000_000 }],
    ["unreachable", { drop: true }],
    ["unreachable", { http: 502 }],
    ["unauthorized", { http: 403 }],
    ["malformed", { payload: { greeting: "hello" } }],
  ] as const)("that fails is distinguished: %s, %j", async (reason, answer) => {
    const { agent, seller, lines } = await reachScripted(protocol, { maxResponseBytes: 1_000_000 });
    seller.on("get_products", answer);
    const timeoutMs = reason === "timeout" ? 400 : 60_000;
    expect(await reasonOf(agent.getProducts({ brief: "x" }, callOf({ timeoutMs })))).toBe(reason);
    expect(lines).toEqual([
      { agent: "agt_1", tool: "get_products", outcome: reason, ms: expect.any(Number), requestId: "req_test" },
    ]);
  });

  test("that never answers the handshake costs the time limit", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.meetAllWith({ hang: true });
    expect(await reasonOf(agent.createMediaBuy(NEW_MEDIA_BUY, callOf({ timeoutMs: 300 })))).toBe("timeout");
  });

  test("that does not exist is unreachable", async () => {
    expect(await reasonOf(reach({ protocol }).agent.getProducts({}, callOf()))).toBe("unreachable");
  });

  test("keeps its connection, so that the second call costs one request", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_products", PRODUCTS);
    await agent.getProducts({}, callOf());
    const before = seller.requests.length;
    await agent.getProducts({}, callOf());
    expect(seller.requests.length - before).toBe(1);
  });

  test("receives the credential that it issued", async () => {
    const { agent, agentWith, seller } = await reachScripted(protocol, {
      token: "key",
      auth: { type: "api_key", token: "key", header: "X-Key" },
    });
    seller.on("get_products", PRODUCTS);
    await agent.getProducts({}, callOf());
    const headers = seller.callsOf("get_products")[0]?.headers;
    expect(headers).toMatchObject({ authorization: "Bearer key", "x-adcp-auth": "key", "x-key": "key" });
    const stranger = agentWith({ auth: { type: "none" } });
    expect(await reasonOf(stranger.getProducts({}, callOf()))).toBe("unauthorized");
  });

  test("whose connection breaks is read from again, over a new connection", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_products", PRODUCTS, { drop: true }, PRODUCTS);
    await agent.getProducts({}, callOf());
    expect(await agent.getProducts({}, callOf())).toMatchObject({ products: [{ productId: "ctv" }] });
  });

  test.each([
    ["is bought from again under the same key where it remembers keys", 2, { supported: true, replay_ttl_seconds: 60 }],
    ["is bought from once where it remembers none", 1, { supported: false }],
  ])("whose connection breaks %s", async (_, times, idempotency) => {
    const { agent, seller } = await reachScripted(protocol);
    const payload = { adcp: { idempotency }, account: { require_operator_auth: false } };
    seller.on("get_adcp_capabilities", { payload });
    seller.on("get_products", PRODUCTS);
    seller.on("create_media_buy", { drop: true }, BOUGHT);
    await agent.getProducts({}, callOf());
    await agent.createMediaBuy(NEW_MEDIA_BUY, callOf()).catch(() => undefined);
    const keys = seller.callsOf("create_media_buy").map(({ input }) => input["idempotency_key"]);
    expect(keys).toEqual(Array(times).fill(NEW_MEDIA_BUY.idempotencyKey));
  });
});

describe("a seller over MCP", () => {
  test("that forgot the session gets a new one, and a buy that it never saw is sent again", async () => {
    const { agent, seller } = await reachScripted("MCP");
    seller.on("get_adcp_capabilities", { payload: { account: { require_operator_auth: false } } });
    seller.on("create_media_buy", BOUGHT);
    await agent.createMediaBuy(NEW_MEDIA_BUY, callOf());
    seller.dropSessions();
    expect(await agent.createMediaBuy(NEW_MEDIA_BUY, callOf())).toMatchObject({ kind: "done" });
    expect(seller.callsOf("create_media_buy")).toHaveLength(2);
  });

  test("whose event stream exceeds the limit is cut off immediately", async () => {
    const { agent, seller } = await reachScripted("MCP", { maxResponseBytes: 1_000_000 });
    seller.on("get_products", { bytes: 8_000_000, as: "event-stream" });
    expect(await reasonOf(agent.getProducts({}, callOf()))).toBe("too_large");
  });

  test("is opened with three requests and asked for its capabilities with one", async () => {
    const { agent, seller } = await reachScripted("MCP");
    seller.on("get_products", PRODUCTS);
    await agent.getProducts({}, callOf());
    expect(seller.requests).toEqual([
      "POST initialize",
      "POST notifications/initialized",
      "POST tools/list",
      "POST tools/call",
      "POST tools/call",
    ]);
  });

  test("is disconnected when nobody has called it for a while", async () => {
    const { agent, seller } = await reachScripted("MCP", { idleMs: 20 });
    seller.on("get_products", PRODUCTS);
    await agent.getProducts({}, callOf());
    await expect.poll(() => seller.requests, { timeout: 60_000 }).toContain("DELETE /mcp");
  });

  test("is disconnected for another one when too many connections are open", async () => {
    const { agent, agentWith, seller } = await reachScripted("MCP", { warmLines: 1 });
    seller.on("get_products", PRODUCTS);
    const other = agentWith({ auth: { type: "bearer", token: "another" } });
    for (const each of [agent, other, agent, agent]) await each.getProducts({}, callOf());
    expect(seller.requests.filter((request) => request === "POST initialize")).toHaveLength(3);
  });
});

describe("a seller over A2A", () => {
  test("whose card names another server does not make us send our credential there", async () => {
    const { agent, seller } = await reachScripted("A2A", { auth: { type: "bearer", token: "secret" } });
    const other = await reachScripted("A2A");
    other.seller.on("get_products", PRODUCTS);
    seller.pointCardTo(other.seller.a2aUrl);
    await agent.getProducts({}, callOf());
    expect(other.seller.calls.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });
});
