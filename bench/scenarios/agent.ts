import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type HttpRequest, openConnection, written } from "../harness/connection.ts";
import { freePort } from "../harness/installation.ts";
import { listenDuring } from "../harness/statements.ts";
import { type Measured, ratios } from "../harness/statistics.ts";
import { compare, type Score } from "../harness/target.ts";
import { figure, spread } from "../harness/words.ts";
import { startRival } from "../rivals/start-rival.ts";
import type { Finding, Scenario } from "../scenario.ts";

const OF_BARE = 0.4;
const OF_SDK = 2;

/** `get_products` of a storefront's agent, compared with the minimum that sends the same bytes and with the AdCP SDK's own server. */
export const agent: Scenario = async (bench) => {
  const { server, inside, marketplace, generator, pace, folder } = bench;
  const ask = productsOf(marketplace.stall.platformId, marketplace.sandboxBuyer.key);
  const answer = await answerOf(server.origin, ask);
  const file = join(folder, "products.json");
  await writeFile(file, answer);
  // This process has not seen the storefront yet, whereas the server under test has.
  await inside.app.inject(injected(ask));
  const { statements, roundTrips } = await listenDuring(() => inside.app.inject(injected(ask)));
  const port = String(await freePort());
  const env = { BENCH_ANSWER_FILE: file, BENCH_KEY: marketplace.sandboxBuyer.key, BENCH_PORT: port };
  const [bare, sdk] = [
    await startRival("bare-agent.ts", folder, env),
    await startRival("sdk-agent.ts", folder, { ...env, NODE_ENV: "development" }),
  ];
  try {
    const target = (name: string, who: typeof bare, asked: HttpRequest) => ({
      name,
      origins: [who.origin],
      asks: [asked],
      processes: [who],
    });
    const scores = await compare(generator, pace, [
      target("bare", bare, ask),
      target("Interchange", server, ask),
      target("the SDK's `serve()`", sdk, { ...ask, path: "/mcp" }),
    ]);
    return findingOf(scores, { bytes: answer.length, statements: statements.length, roundTrips });
  } finally {
    await Promise.all([bare.stop(), sdk.stop()]);
  }
};

function injected({ method, path, key, body }: HttpRequest) {
  const headers = { authorization: `Bearer ${key}`, accept: "application/json" };
  return { method, url: path, headers, payload: body as object };
}

/** The request as an MCP client sends it, without a preceding handshake. */
export function productsOf(platformId: string, key: string, more: object = {}): HttpRequest {
  const given = { buying_mode: "brief", brief: "Outdoor news and weekend travel for people who like coffee", ...more };
  return {
    method: "POST",
    path: `/storefront/${platformId}/mcp`,
    key,
    body: { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "get_products", arguments: given } },
  };
}

export async function answerOf(origin: string, ask: HttpRequest): Promise<Buffer> {
  const connection = await openConnection(origin);
  const { status, body } = await connection.send(written(ask));
  connection.close();
  const text = Buffer.from(body, "latin1");
  if (status !== 200 || JSON.parse(text.toString()).result?.isError)
    throw new Error(`${ask.path}: ${status} ${body.slice(0, 300)}`);
  return text;
}

interface Weight {
  readonly bytes: number;
  /** The statements that one call sends to PostgreSQL. */
  readonly statements: number;
  readonly roundTrips: number;
}

function findingOf(scores: readonly Score[], weight: Weight): Finding {
  const [bare, own, sdk] = scores;
  if (!bare || !own || !sdk) throw new Error("a target has no score");
  const ofBare = ratios(own.perSecondByRound, bare.perSecondByRound);
  const ofSdk = ratios(own.perSecondByRound, sdk.perSecondByRound);
  const bar = (what: string, wanted: number, got: Measured) => ({
    what: `get_products, of ${what}`,
    wanted: `≥ ${wanted}`,
    got: spread(got),
    met: got.median >= wanted,
    because: `It costs ${figure(own.cpuMsPerRequest.median)} ms of Node's CPU, ${figure(bare.cpuMsPerRequest.median)} of which the bare handler needs as well; the rest receives and checks the request, asks whether the caller and the storefront are as they were, and records the run, in ${weight.statements} statements and ${weight.roundTrips} round trips to PostgreSQL.`,
  });
  return {
    title: "A storefront's agent",
    about: `\`tools/call\` of \`get_products\` with a brief, over MCP, to a warm storefront with one simulated source; compared with \`node:http\` that parses the request and sends the same ${figure(weight.bytes)} bytes, and with the AdCP SDK's own \`serve()\` with the same products in memory, without schema validation. 16 callers.`,
    tables: [
      {
        head: ["", "requests/s", "p50 ms", "p99 ms", "CPU ms per request"],
        rows: scores.map(({ name, perSecond, p50Ms, p99Ms, cpuMsPerRequest }) => [
          name,
          ...[perSecond, p50Ms, p99Ms, cpuMsPerRequest].map((one) => spread(one)),
        ]),
      },
    ],
    bars: [bar("bare", OF_BARE, ofBare), bar("the SDK's serve()", OF_SDK, ofSdk)],
    figures: { scores, ofBare, ofSdk, ...weight },
  };
}
