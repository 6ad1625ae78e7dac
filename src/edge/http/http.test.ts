import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { silentLog } from "../../ground/kernel/log.ts";
import { systemRandom } from "../../ground/kernel/random.ts";
import { newApp } from "./app.ts";
import { openRateLimits } from "./rate-limits.ts";

const CONNECTIONS = { requestMs: 60_000, headersMs: 60_000, keepAliveMs: 60_000, most: 100 };

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

describe("the envelope", () => {
  test("every answer carries its request id, in the body and in a header", async () => {
    const buyer = await world.caller("BUYER");
    const reply = await buyer.get("/accounts/current");
    expect(reply.meta.requestId).toMatch(/^req_[0-9a-f]{32}$/);
    expect(reply.headers["x-request-id"]).toBe(reply.meta.requestId);
    expect(Date.parse(reply.meta.timestamp)).toBeGreaterThan(0);
    expect(reply.error).toBeNull();
  });

  test("a route that does not exist is a 404 that names it", async () => {
    const reply = await world.anonymous("GET", "/buyer/nothing?secret=1");
    expect(reply).toMatchObject({
      status: 404,
      data: null,
      error: { code: "NOT_FOUND", message: "there is no GET /api/v2/buyer/nothing" },
    });
  });

  test("a bug is a bare 500 with its request id, and its stack is only in the log", async () => {
    const logged: unknown[] = [];
    const app = newApp({
      log: { ...silentLog, error: (fields) => void logged.push(fields) },
      random: systemRandom,
      publicUrl: "http://localhost:4000",
      bodyLimitBytes: 100,
      trustProxy: false,
      connections: CONNECTIONS,
    });
    app.get("/broken", () => {
      throw new Error("canary: internal detail");
    });
    const answer = await app.inject({ method: "GET", url: "/broken" });
    expect(answer.statusCode).toBe(500);
    expect(answer.json().error).toEqual({
      code: "INTERNAL_ERROR",
      message: `something went wrong on our side; report request ${String(answer.headers["x-request-id"])}`,
    });
    expect(answer.body).not.toContain("canary");
    expect(logged).toHaveLength(1);
    await app.close();
  });
});

describe("what real clients send", () => {
  const json = { "content-type": "application/json" };

  test.each(["GET", "DELETE", "POST"] as const)("%s with a JSON content type and no body is fine", async (method) => {
    const { key } = await world.caller("BUYER");
    const url = {
      GET: "/api/v2/accounts/current",
      DELETE: "/api/v2/buyer/storefronts/credentials/1",
      POST: "/api/v2/accept-tos",
    }[method];
    const answer = await world.app.inject({
      method,
      url,
      headers: { ...json, authorization: `Bearer ${key}` },
      payload: "",
    });
    expect([200, 404]).toContain(answer.statusCode);
    expect(answer.json().error?.code).not.toBe("VALIDATION_ERROR");
  });

  test("JSON under another content type is read as JSON", async () => {
    const { key } = await world.caller("BUYER");
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/x-www-form-urlencoded" };
    const answer = await world.app.inject({
      method: "POST",
      url: "/api/v2/buyer/advertisers",
      headers,
      payload: '{"name":"A","brand":"a.example"}',
    });
    expect(answer.statusCode).toBe(201);
  });

  test("either header can carry the key", async () => {
    const { key, customerId } = await world.caller("BUYER");
    for (const headers of [
      { authorization: `Bearer ${key}` },
      { authorization: `bearer  ${key}` },
      { "x-scope3-api-key": key },
    ]) {
      expect((await world.anonymous("GET", "/accounts/current", undefined, headers)).data.id).toBe(customerId);
    }
  });

  test("unknown query parameters and a trailing slash are ignored", async () => {
    const buyer = await world.caller("BUYER");
    expect((await buyer.get("/buyer/advertisers/?utm_source=x&take=5")).status).toBe(200);
  });

  test("ids are read as numbers and as numeric text", async () => {
    const buyer = await world.caller("BUYER");
    const { id } = (await buyer.post("/buyer/advertisers", { name: "A", brand: "a.example" })).data;
    const asText = await buyer.post("/buyer/discovery/discover-products", { advertiserId: id });
    const asNumber = await buyer.post("/buyer/discovery/discover-products", { advertiserId: Number(id) });
    expect([asText.status, asNumber.status]).toEqual([200, 200]);
  });
});

describe("rate limits", () => {
  test("every answer states the tighter limit, and a 429 beyond it says when to retry", async () => {
    const limited = await openWorld({
      rateLimits: { perAddress: 5, perOrganisation: 3, signUp: 5, signIn: 5, signUpPerLink: 5, processes: 1 },
    });
    const buyer = await limited.caller("BUYER");
    const replies = [];
    for (let i = 0; i < 4; i++) replies.push(await buyer.get("/accounts/current"));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(replies[0]?.headers).toMatchObject({
      "ratelimit-limit": "3",
      "ratelimit-remaining": "2",
      "ratelimit-reset": expect.stringMatching(/^\d+$/),
    });
    expect(replies[3]).toMatchObject({
      error: { code: "RATE_LIMITED" },
      headers: { "retry-after": expect.stringMatching(/^\d+$/) },
    });
    const stranger = await limited.anonymous("GET", "/accounts/current");
    expect(stranger.status).toBe(401);
    expect((await limited.anonymous("GET", "/accounts/current")).status).toBe(429);
    await limited.close();
  });

  test("the strict limits apply across processes", async () => {
    const { url, drop } = await freshDatabase();
    const pools = [1, 2].map(() => new pg.Pool({ connectionString: url, options: "-c role=interchange_app" }));
    // A pool ends before its connections do, and dropping a database ends those that are left.
    for (const pool of pools) pool.on("error", () => undefined);
    const settings = { perAddress: 100, perOrganisation: 100, signUp: 5, signIn: 5, signUpPerLink: 5, processes: 2 };
    const processes = pools.map((pool) => openRateLimits(settings, pool));
    const app = newApp({
      log: silentLog,
      random: systemRandom,
      publicUrl: "http://localhost:4000",
      bodyLimitBytes: 100,
      trustProxy: false,
      connections: CONNECTIONS,
    });
    app.post<{ Querystring: { process: string } }>("/sign-up", async (request, reply) => {
      await processes[Number(request.query.process)]?.countAddress("10.1.2.3", "sign_up", reply);
      return {};
    });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => app.inject({ method: "POST", url: `/sign-up?process=${i % 2}` })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5);
    await app.close();
    await Promise.all(pools.map((pool) => pool.end()));
    await drop();
  });

  test("sign-ups with one join link have a separate limit, whoever sends them and whatever the link is", async () => {
    const limited = await openWorld({
      rateLimits: { perAddress: 100, perOrganisation: 100, signUp: 100, signIn: 5, signUpPerLink: 2, processes: 1 },
    });
    const signUp = (slug: string) => limited.anonymous("POST", `/storefront/join/${slug}/signup`, {});
    const statuses = [];
    for (const slug of ["one-link", "one-link", "one-link", "other-link", encodeURIComponent("💥\u0000".repeat(50))])
      statuses.push((await signUp(slug)).status);
    expect(statuses).toEqual([400, 400, 429, 400, 400]);
    await limited.close();
  });

  test("general limits are shared out among the processes", async () => {
    const limited = await openWorld({
      rateLimits: { perAddress: 8, perOrganisation: 100, signUp: 5, signIn: 5, signUpPerLink: 5, processes: 4 },
    });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await limited.anonymous("GET", "/accounts/current")).status);
    expect(statuses).toEqual([401, 401, 429]);
    await limited.close();
  });
});

describe("vital signs", () => {
  test("health, liveness and readiness need no key and are correct", async () => {
    expect((await world.app.inject("/health")).json()).toMatchObject({
      status: "ok",
      version: expect.any(String),
      inFlightJobs: 0,
      services: { database: "ok" },
    });
    expect((await world.app.inject("/livez")).statusCode).toBe(200);
    expect((await world.app.inject("/readyz")).statusCode).toBe(200);
  });

  test("a server whose database is unavailable is alive, and not ready", async () => {
    const lonely = await openWorld();
    await lonely.database.close();
    expect((await lonely.app.inject("/livez")).statusCode).toBe(200);
    expect((await lonely.app.inject("/readyz")).statusCode).toBe(503);
    expect((await lonely.app.inject("/health")).json()).toMatchObject({
      status: "degraded",
      services: { database: "unreachable" },
    });
  });

  test("metrics count requests by operation and jobs by step", async () => {
    const buyer = await world.caller("BUYER");
    await buyer.get("/accounts/current");
    const { body } = await world.app.inject("/metrics");
    expect(body).toMatch(/interchange_request_seconds_count\{operation="getCurrentAccount",status="200"\} \d+/);
    expect(body).toContain('interchange_jobs{step="dead-letters",state="waiting"}');
  });

  test("metrics with a token refuse readers without it, and the server's health is open to everybody", async () => {
    const token = "a-token-of-the-operators";
    const guarded = await openWorld({ metrics: { token, isApart: false } });
    const read = (authorization?: string) =>
      guarded.app.inject({ url: "/metrics", headers: authorization === undefined ? {} : { authorization } });
    try {
      for (const wrong of [undefined, "", token, "Bearer", `Bearer ${token}s`, `bearer ${token.slice(1)}`]) {
        const { statusCode, headers, body } = await read(wrong);
        expect(statusCode, wrong).toBe(401);
        expect(headers["www-authenticate"]).toBe("Bearer");
        expect(body).not.toContain("interchange_request");
      }
      expect((await read(`Bearer ${token}`)).body).toContain("interchange_request_seconds");
      expect((await guarded.app.inject("/livez")).statusCode).toBe(200);
    } finally {
      await guarded.close();
    }
  });

  test("metrics with a port of their own are available at no other", async () => {
    const apart = await openWorld({ metrics: { token: null, isApart: true } });
    const page = apart.metricsApp();
    try {
      expect((await apart.app.inject("/metrics")).statusCode).toBe(404);
      expect((await page.inject("/metrics")).body).toContain("interchange_jobs");
      expect((await page.inject("/api/v2/accounts/current")).statusCode).toBe(404);
    } finally {
      await page.close();
      await apart.close();
    }
  });
});

test("terms block writes, allow reads, and apply to a parent's children immediately", async () => {
  const parent = await world.caller("BUYER", { terms: false });
  const child = await world.caller("BUYER", { terms: false, parentId: parent.customerId });
  expect((await child.get("/buyer/advertisers")).status).toBe(200);
  expect(await child.post("/buyer/advertisers", { name: "A", brand: "a.example" })).toMatchObject({
    status: 403,
    error: { code: "TOS_ACCEPTANCE_REQUIRED" },
  });
  expect(await parent.post("/accept-tos")).toMatchObject({ status: 200, data: { accepted: true, version: "2026-01" } });
  expect((await child.post("/buyer/advertisers", { name: "A", brand: "a.example" })).status).toBe(201);
});

test("a key that has expired opens nothing", async () => {
  const { key, customerId } = await world.caller("BUYER");
  await world.database.writeInstallation((db) =>
    db
      .updateTable("api_keys")
      .set({ expires_at: new Date(Date.now() - 1) })
      .where("customer_id", "=", customerId)
      .execute(),
  );
  expect((await world.anonymous("POST", "/accept-tos", undefined, { authorization: `Bearer ${key}` })).status).toBe(
    401,
  );
});
