import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Buyer, dataOf, following, openClient } from "#client";
import { postMessage, rpc } from "../../../test/mcp-call.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { DatabaseAway } from "../../ground/db/connection/index.ts";
import { product, ScriptedMarket, seller } from "./discovery.fixture.ts";

const PATH = "/api/v2/buyer/discovery/discover-products";
type Said = Buyer["schemas"]["DiscoveryProgress"];

const market = new ScriptedMarket();
let world: World;
let buyer: Caller;
let advertiserId: string;
let baseUrl: string;

beforeAll(async () => {
  world = await openWorld({ sellers: market });
  await world.app.listen({ host: "127.0.0.1", port: 0 });
  baseUrl = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`;
  buyer = await world.caller("BUYER");
  advertiserId = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data.id;
});
afterAll(() => world.close());

const QUICK = seller("Quick", 1, () => ({ products: [product("a"), product("b")] }));
const REFUSING = seller("Away", 2, () => {
  throw new TypeError("broken");
});
let letSlowAnswer: () => void;
beforeEach(() => {
  const { promise, resolve } = Promise.withResolvers<void>();
  letSlowAnswer = resolve;
  market.open(
    QUICK,
    seller("Slow", 3, async () => {
      await promise;
      return { products: [product("c")] };
    }),
    REFUSING,
  );
});

const api = () => openClient({ baseUrl, key: buyer.key, retries: 0 }).buyer;
const key = (name: string) => ({ "idempotency-key": `progress-${name}` });

describe("a discovery that is followed", () => {
  test("reports each storefront as it answers, and finally returns the usual answer", async () => {
    const said: Said[] = [];
    const hear = (one: Said) => {
      said.push(one);
      // The slow seller is released only when the others' results have arrived.
      if (one.done === 2) letSlowAnswer();
    };
    const followed = await dataOf(
      api().POST(PATH, { headers: key("one"), body: { advertiserId }, middleware: [following(hear)] }),
    );
    expect(said.map(({ done, of }) => [done, of])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(said[0]?.asked?.map(({ agentName }) => agentName)).toEqual(["Quick", "Slow", "Away"]);
    expect(
      said
        .slice(1)
        .map(({ message }) => message)
        .toSorted(),
    ).toEqual([
      "Away failed: its answer could not be read",
      "Quick answered with 2 products",
      "Slow answered with one product",
    ]);
    expect(said.at(-1)?.result).toMatchObject({ agentName: "Slow", success: true, productCount: 1 });
    const plain = await dataOf(api().POST(PATH, { headers: key("one"), body: { advertiserId } }));
    expect(followed).toEqual(plain);
    const again: Said[] = [];
    const middleware = [following<Said>((one) => again.push(one))];
    expect(await dataOf(api().POST(PATH, { headers: key("one"), body: { advertiserId }, middleware }))).toEqual(plain);
    expect(again).toEqual([]);
  });

  test("is refused as any other before anything is said, and in the last event from then on", async () => {
    const middleware = [following(() => undefined)];
    const foreign = { body: { advertiserId: "999999" }, middleware };
    await expect(api().POST(PATH, foreign)).rejects.toMatchObject({ status: 404, code: "NOT_FOUND" });
    market.open(
      seller("Lost", 4, () => {
        throw new DatabaseAway("unreachable", new Error("connection refused"));
      }),
    );
    const lost = api().POST(PATH, { body: { advertiserId }, middleware });
    await expect(lost).rejects.toMatchObject({ status: 503, requestId: expect.any(String) });
  });

  test("goes on when its caller leaves, who finds the answer under the same key", async () => {
    const leaving = new AbortController();
    const middleware = [following(({ done }) => done === 2 && leaving.abort())];
    const asked = { headers: key("left"), body: { advertiserId } };
    await expect(api().POST(PATH, { ...asked, middleware, signal: leaving.signal })).rejects.toThrow(/reached|abort/);
    letSlowAnswer();
    const come = () => buyer.post("/buyer/discovery/discover-products", { advertiserId }, key("left"));
    await expect.poll(async () => (await come()).status, { timeout: 60_000 }).toBe(200);
    const { data, meta } = await come();
    expect([data.summary.totalProducts, meta.replayed]).toEqual([3, true]);
  });

  test("is JSON for callers that do not ask for events", async () => {
    letSlowAnswer();
    const { headers, status } = await buyer.post("/buyer/discovery/discover-products", { advertiserId });
    expect([status, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
  });
});

describe("over MCP", () => {
  const call = (meta: object) =>
    postMessage(
      world,
      rpc("tools/call", {
        name: "api_call",
        arguments: { operation: "discoverProducts", body: { advertiserId } },
        ...meta,
      }),
      { key: buyer.key },
    );

  test("callers with a progressToken get the same, before the result", async () => {
    letSlowAnswer();
    const { text, headers } = await call({ _meta: { progressToken: "p1" } });
    expect(headers["content-type"]).toBe("text/event-stream");
    const messages = text.split("\n\n").flatMap((event) => /^data: (.*)$/m.exec(event)?.[1] ?? []);
    const told = messages.map((message) => JSON.parse(message));
    expect(told.slice(0, -1).map(({ method, params }) => [method, params.progress, params.total])).toEqual(
      [0, 1, 2, 3].map((done) => ["notifications/progress", done, 3]),
    );
    expect(told[1]?.params).toMatchObject({ progressToken: "p1", message: expect.stringMatching(/answered|failed/) });
    expect(told.at(-1)?.result.structuredContent.data.summary.totalProducts).toBe(3);
  });

  test("callers without one get only the result", async () => {
    letSlowAnswer();
    const { body } = await call({});
    expect(body.result.structuredContent.data.summary.totalProducts).toBe(3);
  });
});
