import { deepStrictEqual } from "node:assert";
import { type HttpRequest, openConnection, written } from "../harness/connection.ts";
import { ratios } from "../harness/statistics.ts";
import { compare, type Score, type Target } from "../harness/target.ts";
import { figure, spread } from "../harness/words.ts";
import { startRival } from "../rivals/start-rival.ts";
import { type Bench, POOL_SIZE, type Scenario } from "../scenario.ts";

const BAR = 0.6;
const FRAMEWORK_BAR = 0.6;

/** One row, read through all our layers, compared with the minimum that could give the same answer. */
export const singleRow: Scenario = async (bench) => {
  const { server, generator, pace, marketplace, folder, databaseUrl } = bench;
  const { key, customerId } = marketplace.buyer;
  const asks = await asksOf(bench);
  const env = {
    BENCH_DATABASE_URL: databaseUrl,
    BENCH_POOL_SIZE: String(POOL_SIZE),
    BENCH_CUSTOMER_ID: String(customerId),
    BENCH_EXAMPLE: JSON.stringify((await answerOf(server.origin, asks.cohorts[0], key)).data),
  };
  const [bare, framework] = await Promise.all([
    startRival("bare-server.ts", folder, env),
    startRival("framework-server.ts", folder, env),
  ]);
  try {
    for (const ask of [asks.storefronts[0], asks.cohorts[0]])
      deepStrictEqual((await answerOf(bare.origin, ask)).data, (await answerOf(server.origin, ask, key)).data);
    const target = (name: string, who: typeof bare, what: readonly HttpRequest[]): Target => ({
      name,
      origins: [who.origin],
      asks: who === server ? what.map((ask) => ({ ...ask, key })) : what,
      processes: [who],
    });
    const scores = await compare(generator, pace, [
      target("storefront, bare", bare, asks.storefronts),
      target("storefront, Interchange", server, asks.storefronts),
      target("cohort, bare", bare, asks.cohorts),
      target("cohort, Interchange", server, asks.cohorts),
      target("no database, bare", bare, asks.nothing),
      target("no database, framework alone", framework, asks.nothing),
    ]);
    return findingOf(scores);
  } finally {
    await Promise.all([bare.stop(), framework.stop()]);
  }
};

async function asksOf({ admin, marketplace }: Bench) {
  const { rows } = await admin.query<{ advertiser_id: string; cohort_id: string }>(
    "select advertiser_id, cohort_id from test_cohorts where customer_id = $1 order by hashtext(cohort_id)",
    [marketplace.buyer.customerId],
  );
  const get = (path: string): HttpRequest => ({ method: "GET", path: `/api/v2/buyer/${path}` });
  return {
    storefronts: marketplace.spread.map((id) => get(`storefronts/${id}`)),
    cohorts: rows.map(({ advertiser_id, cohort_id }) => get(`advertisers/${advertiser_id}/test-cohorts/${cohort_id}`)),
    nothing: [get("nothing/1")],
  };
}

async function answerOf(origin: string, ask: HttpRequest | undefined, key?: string): Promise<{ data: unknown }> {
  if (!ask) throw new Error("nothing to ask");
  const connection = await openConnection(origin);
  const { status, body } = await connection.send(written({ ...ask, ...(key && { key }) }));
  connection.close();
  if (status !== 200) throw new Error(`${ask.path}: ${status} ${body}`);
  return JSON.parse(body);
}

function findingOf(scores: readonly Score[]) {
  const pairs = [0, 2, 4].map((place) => {
    const [under, over] = scores.slice(place, place + 2);
    if (!under || !over) throw new Error("a target has no score");
    return { under, over, ratio: ratios(over.perSecondByRound, under.perSecondByRound) };
  });
  const [storefront, , framework] = pairs.map(({ ratio }) => ratio);
  const because = cpuBreakdown(pairs);
  if (!storefront || !framework) throw new Error("a pair has no ratio");
  return {
    title: "A single row",
    about:
      "`GET /api/v2/buyer/storefronts/{id}` and `/buyer/advertisers/{id}/test-cohorts/{id}` with a key, tenant isolation, limits, log line and validated answer, compared with `node:http` with one named statement over a pool of the same size, which does none of that; both return the same data. Below that, our HTTP layer (request id, hooks, envelope) compared with `node:http`, both without a database. 16 callers.",
    tables: [
      {
        head: ["", "requests/s", "of bare", "p50 ms", "p99 ms", "CPU ms per request"],
        rows: pairs.flatMap(({ under, over, ratio }) => [rowOf(under, "1"), rowOf(over, spread(ratio))]),
      },
    ],
    bars: [
      {
        what: "complete storefront request, of bare",
        wanted: `≥ ${BAR}`,
        got: spread(storefront),
        met: storefront.median >= BAR,
        because,
      },
      {
        what: "HTTP layer alone, of bare",
        wanted: `≥ ${FRAMEWORK_BAR}`,
        got: spread(framework),
        met: framework.median >= FRAMEWORK_BAR,
      },
    ],
    notes: storefront.median >= BAR ? [because] : [],
    figures: { scores, ratios: Object.fromEntries(pairs.map(({ over, ratio }) => [over.name, ratio])) },
  };
}

function rowOf({ name, perSecond, p50Ms, p99Ms, cpuMsPerRequest }: Score, ratio: string): string[] {
  return [name, spread(perSecond), ratio, spread(p50Ms), spread(p99Ms), spread(cpuMsPerRequest)];
}

/** Where a request's CPU time goes, computed as differences between the measurements. */
function cpuBreakdown(pairs: readonly { readonly under: Score; readonly over: Score }[]): string {
  const [, cohort, nothing] = pairs.map(({ under, over }) => ({
    bare: under.cpuMsPerRequest.median * 1000,
    ours: over.cpuMsPerRequest.median * 1000,
  }));
  if (!cohort || !nothing) throw new Error("a pair has no score");
  const http = nothing.ours - nothing.bare;
  const rest = cohort.ours - cohort.bare - http;
  return `Of the ${figure(cohort.ours)} µs of CPU that a test cohort costs Node, ${figure(nothing.bare)} are \`node:http\` itself, ${figure(cohort.bare - nothing.bare)} the driver and one statement, ${figure(http)} our HTTP layer, and ${figure(rest)} everything else: the key, the limits, parsing in and out, the tenant's transaction, the query builder and the log line.`;
}
