import type { Ask } from "../harness/connection.ts";
import { listenDuring, plansOf } from "../harness/statements.ts";
import { compare } from "../harness/target.ts";
import { figure, spread } from "../harness/words.ts";
import { ROWS_OF_BUYER } from "../marketplace/fill-tables.ts";
import type { Bench, Scenario } from "../scenario.ts";

const BAR_MS = 25;
const LISTS = ["campaigns", "advertisers"] as const;
const PLAN_WIDTH = 110;

/** A page of twenty from a tenant that has very many, beside tenants that have many too. */
export const list: Scenario = async (bench) => {
  const { server, generator, pace, marketplace } = bench;
  const { key } = marketplace.buyer;
  const pathOf = (what: string) => `/api/v2/buyer/${what}?take=20`;
  const scores = await compare(
    generator,
    pace,
    LISTS.map((what) => ({
      name: what,
      origins: [server.origin],
      asks: [{ method: "GET", path: pathOf(what), key } satisfies Ask],
      processes: [server],
    })),
  );
  const plans: string[] = [];
  for (const what of LISTS) plans.push(...(await plansFor(bench, pathOf(what))));
  const scans = plans.filter((plan) => /Seq Scan on (campaigns|advertisers)\b/.test(plan));
  return {
    title: "A page of a long list",
    about: `\`GET /buyer/campaigns?take=20\` and \`/buyer/advertisers?take=20\` with the number of all that match, for a tenant with ${figure(ROWS_OF_BUYER)} of each, beside fifty tenants with as many between them. 16 callers.`,
    tables: [
      {
        head: ["", "requests/s", "p50 ms", "p99 ms", "CPU ms per request (Node)"],
        rows: scores.map(({ name, perSecond, p50Ms, p99Ms, cpuMsPerRequest }) => [
          name,
          spread(perSecond),
          spread(p50Ms),
          spread(p99Ms),
          spread(cpuMsPerRequest),
        ]),
      },
    ],
    bars: [
      ...scores.map(({ name, p99Ms }) => ({
        what: `p99 of 20 ${name} of ${figure(ROWS_OF_BUYER)}`,
        wanted: `≤ ${BAR_MS} ms`,
        got: spread(p99Ms, " ms"),
        met: p99Ms.median <= BAR_MS,
      })),
      {
        what: "plans that read a whole table",
        wanted: "0",
        got: String(scans.length),
        met: scans.length === 0,
      },
    ],
    block: plans.map(shortened).join("\n\n"),
    figures: { scores, plansThatScan: scans.length },
  };
};

async function plansFor({ inside, admin, marketplace }: Bench, url: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${marketplace.buyer.key}` };
  // The first request also looks the key up; the second is trusted with it.
  await inside.app.inject({ url, headers });
  const { answer, statements } = await listenDuring(() => inside.app.inject({ url, headers }));
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return plansOf(admin, statements);
}

function shortened(plan: string): string {
  const lines = plan.split("\n").filter((line) => !/(Never executed|Heap Fetches|Storage|Index Searches)/i.test(line));
  return lines.map((line) => (line.length > PLAN_WIDTH ? `${line.slice(0, PLAN_WIDTH - 1)}…` : line)).join("\n");
}
