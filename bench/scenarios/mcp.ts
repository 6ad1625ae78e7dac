import type { Ask } from "../harness/connection.ts";
import { ratios } from "../harness/statistics.ts";
import { compare, type Score } from "../harness/target.ts";
import { spread } from "../harness/words.ts";
import type { Bench, Finding, Scenario } from "../scenario.ts";

const READS = ["/api/v2/buyer/accounts/current", "/api/v2/buyer/campaigns?take=20"];

/** The same call by REST and by the tool `api_call`: what an agent pays for its way of asking. */
export const mcp: Scenario = async (bench) => {
  const scores = await compare(
    bench.generator,
    bench.pace,
    READS.flatMap((path) => [
      targetOf(bench, `REST, ${nameOf(path)}`, { method: "GET", path }),
      targetOf(bench, `MCP, ${nameOf(path)}`, { method: "POST", path: "/mcp/buyer", body: callOf(path) }),
    ]),
  );
  return findingOf(scores);
};

const nameOf = (path: string) => path.replace("/api/v2/buyer", "");

function targetOf({ server, marketplace }: Bench, name: string, ask: Ask) {
  const asks = [{ ...ask, key: marketplace.buyer.key }];
  return { name, origins: [server.origin], asks, processes: [server] };
}

function callOf(path: string) {
  const params = { name: "api_call", arguments: { method: "GET", path } };
  return { jsonrpc: "2.0", id: 1, method: "tools/call", params };
}

function findingOf(scores: readonly Score[]): Finding {
  const pairs = READS.map((_, place) => {
    const [rest, mcp] = scores.slice(place * 2, place * 2 + 2);
    if (!rest || !mcp) throw new Error("a target has no score");
    return { rest, mcp, ratio: ratios(mcp.perSecondByRound, rest.perSecondByRound) };
  });
  return {
    title: "MCP beside REST",
    about:
      "`tools/call` of `api_call` to `/mcp/buyer` against the `GET` that it stands for, with the same key, 16 callers. Both answers are the same envelope; MCP's has it twice, as text and as `structuredContent`.",
    tables: [
      {
        head: ["", "requests/s", "of REST", "p50 ms", "p99 ms", "CPU ms per request"],
        rows: pairs.flatMap(({ rest, mcp, ratio }) => [rowOf(rest, "1"), rowOf(mcp, spread(ratio))]),
      },
    ],
    bars: [],
    figures: { scores, ratios: Object.fromEntries(pairs.map(({ mcp, ratio }) => [mcp.name, ratio])) },
  };
}

function rowOf({ name, perSecond, p50Ms, p99Ms, cpuMsPerRequest }: Score, ratio: string): string[] {
  return [name, spread(perSecond), ratio, spread(p50Ms), spread(p99Ms), spread(cpuMsPerRequest)];
}
