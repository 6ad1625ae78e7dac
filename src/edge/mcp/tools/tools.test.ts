import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool } from "../../../../test/mcp-call.ts";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";

let world: World;
let buyer: Caller;
let advertiserId: string;

beforeAll(async () => {
  world = await openWorld();
  buyer = await world.caller("BUYER", { sandbox: true });
  advertiserId = (await buyer.post("/buyer/advertisers", { name: "Trailhead", brand: "acme.example" })).data.id;
});
afterAll(() => world.close());

const use = (name: string, given?: unknown, key = buyer.key) => callTool(world, key, name, given);
const api = (given: unknown, key?: string) => use("api_call", given, key);

describe("api_call", () => {
  test("returns the same in every form, and the same as REST", async () => {
    const { data } = await buyer.get(`/buyer/advertisers/${advertiserId}`);
    for (const form of [
      { method: "GET", path: `/advertisers/${advertiserId}` },
      { method: "get", path: `advertisers/${advertiserId}/` },
      { method: "GET", path: `/api/v2/buyer/advertisers/${advertiserId}` },
      { method: "GET", path: `/api/buyer/advertisers/${advertiserId}` },
      { method: "GET", path: "/advertisers/{advertiserId}", pathParams: { advertiserId } },
      { method: "GET", path: "/advertisers/:advertiserId", params: { advertiserId: Number(advertiserId) } },
      { endpoint: `GET /advertisers/${advertiserId}` },
      { endpoint: "GET /advertisers/{advertiserId}", params: { advertiserId } },
      { operation: "getAdvertiser", pathParams: { advertiserId } },
      { operation: "get_advertiser", params: { advertiserId } },
    ]) {
      const { isError, content } = await api(form);
      expect([form, isError, content.data]).toEqual([form, false, data]);
      expect(content.error).toBeNull();
    }
  });

  test("a query is read as in a URL, wherever it is, and pages are reported", async () => {
    for (const form of [
      { method: "GET", path: "/advertisers?take=1&name=Trail" },
      { method: "GET", path: "/advertisers", query: { take: 1, name: "Trail", sandbox: false } },
      { operation: "list_advertisers", params: { take: "1", name: "Trail", status: null } },
    ])
      expect((await api(form)).content).toMatchObject({
        data: { advertisers: [{ id: advertiserId }], total: 1 },
        meta: { pagination: { take: 1, skip: 0, total: 1, hasMore: false } },
      });
  });

  test("reaches operations that all sides share", async () => {
    for (const path of ["/api/v2/accounts/current", "/accounts/current", "/api/v2/buyer/accounts/current"])
      expect((await api({ method: "GET", path })).content.data).toMatchObject({ id: buyer.customerId });
    expect((await api({ method: "GET", path: "/sandbox/clock" })).content.data).toHaveProperty("now");
  });

  test("the envelope is its first text, and its summary the second", async () => {
    const { texts, content } = await api({ operation: "listAdvertisers" });
    expect(JSON.parse(texts[0] ?? "")).toEqual(content);
    expect(texts[1]).toContain("listAdvertisers returned 200");
  });

  test("a write repeated under one key has one effect, and another request under it is refused", async () => {
    const write = {
      operation: "createAdvertiser",
      body: { name: "Once", brand: "once.example" },
      idempotencyKey: "once-and-only",
    };
    const [first, second] = [await api(write), await api(write)];
    expect(second.content).toMatchObject({ data: { id: first.content.data.id }, meta: { replayed: true } });
    expect(second.texts[1]).toContain("nothing was done again");
    expect((await api({ ...write, body: { name: "Other", brand: "once.example" } })).content).toMatchObject({
      code: "IDEMPOTENCY_CONFLICT",
      suggestion: expect.stringContaining("new idempotencyKey"),
    });
    expect((await api({ ...write, idempotencyKey: "no" })).content).toMatchObject({
      code: "VALIDATION_ERROR",
      field: "idempotencyKey",
    });
  });

  test("an error is returned in both forms, with what to do", async () => {
    const { isError, content, texts } = await api({
      method: "POST",
      path: "/advertisers",
      body: { brand: "acme.example" },
    });
    expect(isError).toBe(true);
    expect(content).toMatchObject({
      code: "VALIDATION_ERROR",
      message: expect.stringContaining("name"),
      field: "name",
      suggestion: expect.stringContaining("ask_about_capability"),
      data: null,
      error: { code: "VALIDATION_ERROR", field: "name", details: { issues: [{ path: "name" }] } },
      meta: { requestId: expect.any(String) },
    });
    expect(texts.at(-1)).toMatch(/^VALIDATION_ERROR at name: .*ask_about_capability/);
  });

  test.each([
    "https://evil.example/advertisers",
    "//evil.example/advertisers",
    "\\\\evil.example",
    "/advertisers/../../storefront",
    "/advertisers/%2e%2e/x",
    "/advertisers/..%2F..%2Foperator",
    "/api/v2/storefront",
    "/api/v2/storefront/inventory-sources",
    "/api/v2/operator/dead-letters",
    "/operator/storefronts",
    "/api/v1/buyer/advertisers",
    "/api/v2/buyer/../operator/storefronts",
  ])("%s is not for it to call", async (path) => {
    expect((await api({ method: "GET", path })).content).toMatchObject({ code: "FORBIDDEN", field: "path" });
  });

  test("a missing operation is answered with the three closest ones", async () => {
    const nearestTo = async (given: unknown) => {
      const { content } = await api(given);
      expect(content).toMatchObject({ code: "NOT_FOUND", error: { details: { nearest: expect.any(Array) } } });
      return content.error.details.nearest.map(({ operation }: { operation: string }) => operation);
    };
    expect(await nearestTo({ operation: "stop_campaign" })).toContain("pauseCampaign");
    expect(await nearestTo({ method: "GET", path: "/brands/list" })).toContain("listAdvertisers");
    expect(await nearestTo({ method: "DELETE", path: "/reporting/metrics" })).toContain("getReportingMetrics");
    expect(await nearestTo({ operation: "createStorefront" })).toHaveLength(3);
    expect((await api({ method: "GET", path: "/%ff" })).content).toMatchObject({ code: "NOT_FOUND", field: "path" });
  });

  test("a call that names no operation, or two, is told how to name one", async () => {
    for (const given of [
      {},
      { method: "GET" },
      { path: "/advertisers" },
      { endpoint: "/advertisers" },
      { endpoint: "OPTIONS /advertisers" },
      { operation: "listAdvertisers", path: "/x", method: "GET" },
      { method: "OPTIONS", path: "/advertisers" },
    ])
      expect((await api(given)).content).toMatchObject({ code: "VALIDATION_ERROR", field: expect.any(String) });
    expect((await api({ operation: "getAdvertiser" })).content).toMatchObject({ field: "pathParams.advertiserId" });
  });
});

describe("the other tools", () => {
  test("health tells of the server and its database", async () => {
    const { content, texts } = await use("health");
    expect(content.data).toMatchObject({ status: "ok", services: { database: "ok" }, version: expect.any(String) });
    expect(texts[1]).toContain("ok");
  });

  test("accept_tos allows writes immediately", async () => {
    const { key } = await world.caller("BUYER", { terms: false });
    const write = () => api({ operation: "createAdvertiser", body: { name: "A", brand: "a.example" } }, key);
    expect((await write()).content).toMatchObject({
      code: "TOS_ACCEPTANCE_REQUIRED",
      suggestion: expect.stringContaining("accept_tos"),
    });
    expect((await use("accept_tos", {}, key)).content.data).toMatchObject({ accepted: true });
    expect((await write()).content.error).toBeNull();
  });

  test("customer_switch makes the key act for another organisation, but only for one of its holder's", async () => {
    const parent = await world.caller("BUYER");
    const founded = await api({ operation: "createChildAccount", body: { name: "Child" } }, parent.key);
    const child = founded.content.data.customer;
    const whoAmI = async () => (await api({ operation: "getCurrentAccount" }, parent.key)).content.data.id;
    const { content, texts } = await use("customer_switch", { customerId: child.id }, parent.key);
    expect([content.error, texts[1]]).toEqual([null, expect.stringContaining(String(child.id))]);
    expect(await whoAmI()).toBe(child.id);
    expect((await use("customer_switch", { customerId: buyer.customerId }, parent.key)).isError).toBe(true);
    expect(await whoAmI()).toBe(child.id);
  });

  test("admin is for the operator's people only, and only they see it", async () => {
    const operator = await world.caller("OPERATOR");
    expect((await use("admin", { action: "list_operations" })).content).toMatchObject({ code: "FORBIDDEN" });
    const { content, texts } = await use("admin", { action: "list_operations" }, operator.key);
    expect(content.data.operations).toContainEqual({ action: "listStorefrontsForReview", summary: expect.any(String) });
    expect(texts[0]).toContain("GET /api/v2/operator/storefronts");
    const listed = await use("admin", { action: "listStorefrontsForReview", params: { limit: 1 } }, operator.key);
    expect(listed.content.data).toMatchObject({ items: [], total: 0 });
    expect(
      (await use("admin", { action: "listStorefront", params: { storefrontId: 999 } }, operator.key)).content,
    ).toMatchObject({ code: "NOT_FOUND" });
    expect((await use("admin", { action: "hideStorefront" }, operator.key)).content).toMatchObject({
      field: "params.storefrontId",
    });
    expect((await use("admin", { action: "listAdvertisers" }, operator.key)).content).toMatchObject({
      code: "NOT_FOUND",
      field: "action",
    });
  });

  test("an unknown tool is a fault of the message, which lists the tools", async () => {
    const { content } = await use("help");
    expect(content).toMatchObject({
      error: { code: -32602, message: expect.stringContaining("ask_about_capability") },
    });
    expect(content.error.message).not.toContain("admin");
  });

  test("a bug of ours is an error that reveals only its number", async () => {
    let stopped = false;
    const now = () => {
      if (stopped) throw new Error("the clock has stopped");
      return new Date();
    };
    const broken = await openWorld({ clock: { now } });
    const { key } = await broken.caller("BUYER");
    await callTool(broken, key, "api_call", { operation: "listAdvertisers" });
    stopped = true;
    const { isError, content } = await callTool(broken, key, "health");
    expect(isError).toBe(true);
    expect(JSON.stringify(content)).toContain("INTERNAL_ERROR");
    expect(JSON.stringify(content)).not.toContain("clock");
    await broken.close();
  });
});

test("every tool states its input, and its schema has no dangling reference", async () => {
  const { body } = await world.app.inject({
    method: "POST",
    url: "/mcp",
    headers: { authorization: `Bearer ${buyer.key}` },
    payload: { jsonrpc: "2.0", id: 1, method: "tools/list" },
  });
  const { tools } = JSON.parse(body).result as {
    tools: { name: string; description: string; inputSchema: { type: string } }[];
  };
  expect(tools.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["health", "accept_tos", "ask_about_capability", "api_call"]),
  );
  expect(tools.map(({ name }) => name)).not.toContain("admin");
  for (const { inputSchema, description } of tools) {
    expect(inputSchema.type).toBe("object");
    expect(description.length).toBeGreaterThan(20);
    expect(JSON.stringify(inputSchema)).not.toContain("$ref");
  }
});
