import type { HttpRequest } from "../harness/connection.ts";
import { listenDuring, type Plan, plansOf } from "../harness/statements.ts";
import { CALLERS, compare, type Score, type Target } from "../harness/target.ts";
import { figure, spread } from "../harness/words.ts";
import { ROWS_OF_BUYER } from "../marketplace/fill-tables.ts";
import type { Bar, Bench, Finding, Scenario } from "../scenario.ts";

const BAR_MS = 15;
const LISTS = ["campaigns", "advertisers"] as const;
const PLAN_WIDTH = 110;

interface ListTiming {
  readonly score: Score;
  /** The plans of the list's statements: the page, the total, and what belongs to the rows of the page. */
  readonly plans: readonly Plan[];
}

/** A page of twenty for a tenant with very many rows, next to tenants that have many too. */
export const list: Scenario = async (bench) => {
  const { server, generator, pace, marketplace } = bench;
  const { key } = marketplace.buyer;
  const target = (name: string, paths: readonly string[]): Target => ({
    name,
    origins: [server.origin],
    asks: paths.map((path): HttpRequest => ({ method: "GET", path, key })),
    processes: [server],
  });
  const [apart, ...scores] = await compare(generator, pace, [
    target("campaigns, no two pages the same", PAGES),
    ...LISTS.map((what) => target(what, [pathOf(what)])),
  ]);
  const looked: ListTiming[] = [];
  for (const score of scores) looked.push({ score, plans: await plansFor(bench, pathOf(score.name)) });
  if (!apart) throw new Error("a target has no score");
  return findingOf(looked, apart);
};

/** There are more pages than callers, so that no caller can share another's answer. */
const PAGES = Array.from({ length: 97 }, (_, page) => `/api/v2/buyer/campaigns?take=20&skip=${page * 20}`);

const pathOf = (what: string) => `/api/v2/buyer/${what}?take=20`;

async function plansFor({ inside, admin, marketplace }: Bench, url: string): Promise<Plan[]> {
  const headers = { authorization: `Bearer ${marketplace.buyer.key}` };
  // The first request also looks up the key; for the second, the key is cached.
  await inside.app.inject({ url, headers });
  const { answer, statements } = await listenDuring(() => inside.app.inject({ url, headers }));
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return plansOf(admin, marketplace.buyer.customerId, statements);
}

function findingOf(looked: readonly ListTiming[], apart: Score): Finding {
  const plans = looked.flatMap((one) => one.plans);
  const scans = plans.filter(({ text }) => /Seq Scan on (campaigns|advertisers)\b/.test(text)).length;
  return {
    title: "A page of a long list",
    about: `\`GET /buyer/campaigns?take=20\` and \`/buyer/advertisers?take=20\` with the total number of matches, for a tenant with ${figure(ROWS_OF_BUYER)} of each, next to fifty tenants with as many in total. 16 callers, who want the same page, which equal callers share, or different ones, as the last line has it. Below are the plans of their statements for the application's role within the tenant, without the lines that row-level security adds to each.`,
    tables: [
      {
        head: [
          "",
          "requests/s",
          "p50 ms",
          "p99 ms",
          "CPU ms per request (Node)",
          "its statements alone, ms in the database",
        ],
        rows: [...looked.map(({ score, plans }) => rowOf(score, timesOf(plans))), rowOf(apart, "")],
      },
    ],
    bars: [
      ...looked.map(barOf),
      { what: "plans that read a whole table", wanted: "0", got: String(scans), met: scans === 0 },
    ],
    block: plans.map(shortened).join("\n\n"),
    figures: [
      ...looked.map(({ score, plans }) => ({ score, statementsMs: plans.map(({ tookMs }) => tookMs) })),
      { score: apart },
    ],
  };
}

function rowOf({ name, perSecond, p50Ms, p99Ms, cpuMsPerRequest }: Score, statements: string): string[] {
  return [name, spread(perSecond), spread(p50Ms), spread(p99Ms), spread(cpuMsPerRequest), statements];
}

function barOf({ score: { name, p99Ms, cpuMsPerRequest }, plans }: ListTiming): Bar {
  return {
    what: `p99 of 20 ${name} of ${figure(ROWS_OF_BUYER)}`,
    wanted: `≤ ${BAR_MS} ms`,
    got: spread(p99Ms, " ms"),
    met: p99Ms.median <= BAR_MS,
    because: `Asked alone, its statements take ${timesOf(plans)} ms in the database (the page, the total, related data), and sixteen callers queue for the same cores. Equal callers share one answer; what remains is ${figure(cpuMsPerRequest.median)} ms of Node's CPU each, so that ${figure(CALLERS * cpuMsPerRequest.median)} ms pass before sixteen are answered by one process.`,
  };
}

const timesOf = (plans: readonly Plan[]) => plans.map(({ tookMs }) => figure(tookMs)).join(" + ");

function shortened({ text }: Plan): string {
  const lines = text
    .split("\n")
    .filter((line) => !/(InitPlan|never executed|Result \(|Heap |Index Searches)/.test(line));
  return lines.map((line) => (line.length > PLAN_WIDTH ? `${line.slice(0, PLAN_WIDTH - 1)}…` : line)).join("\n");
}
