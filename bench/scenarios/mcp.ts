import type { HttpRequest } from "../harness/connection.ts";
import { ratios } from "../harness/statistics.ts";
import { compare, type Score } from "../harness/target.ts";
import { spread } from "../harness/words.ts";
import { accessTokenFor } from "../marketplace/access-token.ts";
import type { Bench, Finding, Scenario } from "../scenario.ts";

const READS = ["/api/v2/buyer/accounts/current", "/api/v2/buyer/campaigns?take=20"];

const ENDPOINT = "/mcp/buyer";
/** The maximum cost of a call with a token, relative to one with a key. */
const TOKEN_BAR = 1.1;

/** The same call over REST, and through the tool `api_call` with a key and with an access token: what each way of calling costs an agent. */
export const mcp: Scenario = async (bench) => {
  const token = await accessTokenFor(bench, ENDPOINT);
  const scores = await compare(
    bench.generator,
    bench.pace,
    READS.flatMap((path) => [
      targetOf(bench, `REST, ${nameOf(path)}`, { method: "GET", path }),
      targetOf(bench, `MCP, ${nameOf(path)}`, { method: "POST", path: ENDPOINT, body: callOf(path) }),
      targetOf(bench, `MCP by token, ${nameOf(path)}`, {
        method: "POST",
        path: ENDPOINT,
        body: callOf(path),
        key: token,
      }),
    ]),
  );
  return findingOf(scores);
};

const nameOf = (path: string) => path.replace("/api/v2/buyer", "");

function targetOf({ server, marketplace }: Bench, name: string, ask: HttpRequest) {
  const asks = [{ key: marketplace.buyer.key, ...ask }];
  return { name, origins: [server.origin], asks, processes: [server] };
}

function callOf(path: string) {
  const params = { name: "api_call", arguments: { method: "GET", path } };
  return { jsonrpc: "2.0", id: 1, method: "tools/call", params };
}

function findingOf(scores: readonly Score[]): Finding {
  const pairs = READS.map((_, place) => {
    const [rest, mcp, byToken] = scores.slice(place * 3, place * 3 + 3);
    if (!rest || !mcp || !byToken) throw new Error("a target has no score");
    const ratioTo = (one: Score, other: Score) => ratios(one.perSecondByRound, other.perSecondByRound);
    return {
      rest,
      mcp,
      byToken,
      ratio: ratioTo(mcp, rest),
      tokenRatio: ratioTo(byToken, rest),
      // The cost of a call is the inverse of the number of calls per second.
      cost: ratioTo(mcp, byToken),
    };
  });
  return {
    title: "MCP compared with REST",
    about:
      "`tools/call` of `api_call` to `/mcp/buyer` compared with the corresponding `GET`, with the same key and with an access token, 16 callers. Both answers are the same envelope; MCP's has it twice, as text and as `structuredContent`.",
    tables: [
      {
        head: ["", "requests/s", "of REST", "p50 ms", "p99 ms", "CPU ms per request"],
        rows: pairs.flatMap(({ rest, mcp, byToken, ratio, tokenRatio }) => [
          rowOf(rest, "1"),
          rowOf(mcp, spread(ratio)),
          rowOf(byToken, spread(tokenRatio)),
        ]),
      },
    ],
    bars: pairs.map(({ mcp, cost }) => ({
      what: `${mcp.name}: with an access token, of one with a key`,
      wanted: `≤ ${TOKEN_BAR}`,
      got: spread(cost),
      met: cost.median <= TOKEN_BAR,
    })),
    figures: { scores, ratios: Object.fromEntries(pairs.map(({ mcp, ratio }) => [mcp.name, ratio])) },
  };
}

function rowOf({ name, perSecond, p50Ms, p99Ms, cpuMsPerRequest }: Score, ratio: string): string[] {
  return [name, spread(perSecond), ratio, spread(p50Ms), spread(p99Ms), spread(cpuMsPerRequest)];
}
