import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../../test/jobs.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../../../../test/world.ts";
import { product, ScriptedMarket, seller } from "../discovery.fixture.ts";

/** A model of three meanings: gliding, ceramics and anything else. It records its requests. */
const asked: string[] = [];
const MEANINGS: readonly RegExp[] = [/glid|thermal|soaring/i, /kiln|porcelain/i];
function vectorOf(text: string): number[] {
  const at = MEANINGS.findIndex((meaning) => meaning.test(text));
  return [0, 1, 2].map((index) => (index === (at < 0 ? 2 : at) ? 1 : 0));
}

let server: Server;
let isDown = false;
let world: World;
let buyer: Caller;
let advertiserId: string;
const market = new ScriptedMarket();

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: string[] };
      asked.push(...input);
      response.writeHead(isDown ? 500 : 200, { "content-type": "application/json" });
      const data = input.map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text) }));
      response.end(
        JSON.stringify({ object: "list", data, model: "tiny", usage: { prompt_tokens: 1, total_tokens: 1 } }),
      );
    });
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  world = await openWorld({
    sellers: market,
    installation: { ...INSTALLATION, embeddingsModel: "tiny" },
    embeddingsSettings: { url, model: "tiny", apiKey: null, timeoutMs: 60_000, range: { far: 0.2, near: 0.9 } },
  });
  buyer = await world.caller("BUYER");
  advertiserId = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data.id;
  const written = { name: "Silent wings", description: "News of thermals above the ridge." };
  const other = { name: "Glaze", description: "Books on the porcelain kiln." };
  market.open(seller("Air", 1, () => ({ products: [product("wings", written), product("glaze", other)] })));
});
afterAll(async () => {
  await world.close();
  server.closeAllConnections();
  server.close();
});

const discover = (brief: string) =>
  buyer.post("/buyer/discovery/discover-products", { advertiserId, brief, channels: [] });

const scoresIn = ({ data }: { data: { ranking: { productId: string; score: number }[] } }) =>
  data.ranking.map(({ productId, score }) => ({ productId, score }));

test("what no word has is found by its meaning, once the job has asked the model about the products", async () => {
  const before = await discover("gliderport owners");
  expect(before.data.ranking).toEqual([]);
  await doJobs(world);
  const { data } = await discover("gliderport owners");
  expect(data.ranking[0]).toMatchObject({ productId: "wings" });
  expect(data.productGroups[0].products[0].relevance.why).toContain("near in meaning");
  expect(data.reading.versions).toMatchObject({ model: "tiny" });
});

test("a text is asked about once, and the same brief is answered the same", async () => {
  const first = await discover("gliderport owners");
  const count = asked.length;
  const again = await discover("gliderport owners");
  await doJobs(world);
  expect(asked).toHaveLength(count);
  expect(scoresIn(again)).toEqual(scoresIn(first));
});

test("another tenant's vectors are not used, and a model that is silent leaves the words to decide", async () => {
  isDown = true;
  const other = await world.caller("BUYER");
  const id = (await other.post("/buyer/advertisers", { name: "Beta", brand: "beta.com" })).data.id;
  const body = { advertiserId: id, brief: "gliderport owners", channels: [] };
  const { status, data } = await other.post("/buyer/discovery/discover-products", body);
  isDown = false;
  expect(status).toBe(200);
  expect(data.ranking).toEqual([]);
});
