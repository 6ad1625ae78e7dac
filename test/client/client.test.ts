import { createHmac } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ApiError, dataOf, itemsOf, openClient, Unreachable, verifyWebhook, WebhookRefused } from "#client";
import { openStorefront } from "../../src/supply/marketplace/market.fixture.ts";
import { type Caller, openWorld, type World } from "../world.ts";

let world: World;
let buyer: Caller;
let baseUrl: string;

beforeAll(async () => {
  world = await openWorld();
  await world.app.listen({ host: "127.0.0.1", port: 0 });
  baseUrl = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`;
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

const created = (name: string) => ({ body: { name, brand: "trailheadcoffee.example" } });

describe("the client", () => {
  test("does what its README says", async () => {
    const readme = await readFile(join(import.meta.dirname, "../../packages/client/README.md"), "utf8");
    const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    const said: string[] = [];
    const code = stripTypeScriptTypes(example)
      .replace(/import \{([^}]*)\} from "@interchange\/client";/, "const {$1} = client;")
      .replaceAll("process.env", "env");
    const env = { INTERCHANGE_URL: baseUrl, INTERCHANGE_KEY: buyer.key };
    const run = runInThisContext(`(async (client, env, console) => {${code}})`) as (
      ...given: unknown[]
    ) => Promise<void>;
    await run(await import("#client"), env, { log: (line: string) => said.push(line) });
    expect(said[0]).toMatch(/^advertiser \S+: Trailhead Coffee$/);
    expect(said.at(-1)).toMatch(/^404 NOT_FOUND: /);
  });

  test("repeats a write under its key after answers were lost, and it has one effect", async () => {
    const keys: (string | null)[] = [];
    const { buyer: api } = openClient({
      baseUrl,
      key: buyer.key,
      wait: async () => undefined,
      fetch: async (request) => {
        keys.push(request.headers.get("idempotency-key"));
        const answer = await fetch(request);
        // The server did it, but its answer is lost on the way.
        if (keys.length < 3) throw new TypeError("connection reset");
        return answer;
      },
    });
    const made = await dataOf(api.POST("/api/v2/buyer/advertisers", created("Once")));
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
    const { data } = await buyer.get("/buyer/advertisers?name=Once");
    expect(data.items.map(({ id }: { id: string }) => id)).toEqual([made.id]);
  });

  test("waits as it is told to, gives up in time, and leaves a longer wait to its caller", async () => {
    const pauses: number[] = [];
    const refused = (retryAfter: string) =>
      openClient({
        baseUrl,
        retries: 2,
        mostWaitMs: 10_000,
        wait: async (ms) => void pauses.push(ms),
        fetch: async () => new Response("{}", { status: 429, headers: { "retry-after": retryAfter } }),
      });
    await expect(refused("7").buyer.GET("/api/v2/buyer/advertisers")).rejects.toMatchObject({ status: 429 });
    expect(pauses).toEqual([7_000, 7_000]);
    await expect(refused("3600").buyer.GET("/api/v2/buyer/advertisers")).rejects.toThrow(ApiError);
    expect(pauses).toHaveLength(2);
  });

  test("reports a refusal with every field, and a missing answer as such", async () => {
    const { buyer: api } = openClient({ baseUrl, key: buyer.key });
    const wrong = { body: { name: "", brand: "not a domain" } };
    const error = await api.POST("/api/v2/buyer/advertisers", wrong).then(undefined, (error: unknown) => error);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).issues.map(({ field }) => field)).toContain("name");
    expect((error as ApiError).requestId).toBeTruthy();
    const nowhere = openClient({ baseUrl: "http://127.0.0.1:1", retries: 0 });
    await expect(nowhere.buyer.GET("/api/v2/buyer/advertisers")).rejects.toThrow(Unreachable);
  });

  test("iterates over every page", async () => {
    const { buyer: api } = openClient({ baseUrl, key: buyer.key });
    for (const name of ["Page A", "Page B", "Page C"]) await api.POST("/api/v2/buyer/advertisers", created(name));
    const names: string[] = [];
    const ask = ({ skip }: { skip: number }) =>
      api.GET("/api/v2/buyer/advertisers", { params: { query: { skip, take: 1, name: "Page" } } });
    for await (const { name } of itemsOf("items", ask)) names.push(name);
    expect(names.toSorted()).toEqual(["Page A", "Page B", "Page C"]);
  });

  test("iterates over a list by limit and offset like any other", async () => {
    const operator = await world.caller("OPERATOR");
    for (const name of ["Stall A", "Stall B", "Stall C"]) await openStorefront(world, operator, { name });
    const { buyer: api } = openClient({ baseUrl, key: buyer.key });
    const asked: number[] = [];
    const stalls = itemsOf(
      "items",
      (page) => {
        asked.push(page.offset);
        return api.GET("/api/v2/buyer/storefronts", { params: { query: page } });
      },
      1,
    );
    const names: string[] = [];
    for await (const { name } of stalls) names.push(name);
    expect([names, asked]).toEqual([
      ["Stall A", "Stall B", "Stall C"],
      [0, 1, 2],
    ]);
  });

  test("downloads a whole list as a file", async () => {
    const { buyer: api } = openClient({ baseUrl, key: buyer.key });
    const { data } = await api.GET("/api/v2/buyer/advertisers", {
      params: { query: { name: "Page" } },
      headers: { accept: "text/csv" },
      parseAs: "text",
    });
    expect(data).toMatch(/^id,name,brand,status,currency,created\r\n(\d+,Page [ABC],.*\r\n){3}$/);
  });

  test("depends on openapi-fetch, and on nothing else", async () => {
    const root = join(import.meta.dirname, "../../packages/client");
    const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    expect(Object.keys(dependencies)).toEqual(["openapi-fetch"]);
    const files = (await readdir(join(root, "src"))).filter((file) => !file.endsWith(".gen.ts"));
    const sources = await Promise.all(files.map((file) => readFile(join(root, "src", file), "utf8")));
    const imported = sources.flatMap((text) => [...text.matchAll(/ from "([^"]+)"/g)].map(([, from]) => from ?? ""));
    expect(new Set(imported.filter((from) => !from.startsWith("./")))).toEqual(new Set(["openapi-fetch"]));
  });
});

describe("a webhook", () => {
  const secret = `whsec_${Buffer.from("a secret of thirty-two bytes ----").toString("base64")}`;
  const body = '{"type":"media_buy.status_changed","timestamp":"2026-01-01T00:00:00Z","data":{}}';
  const sign = (seconds: number) => {
    const mac = createHmac("sha256", Buffer.from(secret.slice(6), "base64")).update(`msg_1.${seconds}.${body}`);
    return {
      "webhook-id": "msg_1",
      "webhook-timestamp": String(seconds),
      "webhook-signature": `v1,${mac.digest("base64")}`,
    };
  };
  const now = new Date("2026-01-01T00:01:00Z");
  const seconds = now.getTime() / 1_000;

  test("is verified exactly as it was sent", async () => {
    const headers = sign(seconds);
    expect(await verifyWebhook({ body, headers, secret, now })).toMatchObject({ type: "media_buy.status_changed" });
    const rotated = { ...headers, "webhook-signature": `v1,AAAA ${headers["webhook-signature"]}` };
    expect(await verifyWebhook({ body, headers: new Headers(rotated), secret, now })).toBeTruthy();
  });

  test.each([
    ["another body", { body: `${body} `, headers: sign(seconds) }],
    ["an old one sent again", { body, headers: sign(seconds - 301) }],
    ["no signature", { body, headers: { "webhook-id": "msg_1" } }],
    ["a signature that is none", { body, headers: { ...sign(seconds), "webhook-signature": "v1,***" } }],
  ])("is refused: %s", async (_, delivery) => {
    await expect(verifyWebhook({ ...delivery, secret, now })).rejects.toThrow(WebhookRefused);
  });
});
