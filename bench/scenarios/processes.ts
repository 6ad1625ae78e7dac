import { cpus } from "node:os";
import type { HttpRequest } from "../harness/connection.ts";
import { type Server, startServer } from "../harness/installation.ts";
import { canPin, pidsOf, pin } from "../harness/pinning.ts";
import { ratios } from "../harness/statistics.ts";
import { compare, type Score, type Target } from "../harness/target.ts";
import { openSharedCore, type SharedCore } from "../harness/turns.ts";
import { figure, spread } from "../harness/words.ts";
import { type Bench, type Finding, POOL_SIZE, type Scenario, SERVER_ENV } from "../scenario.ts";

const BAR = 1.7;
/** Different pages, so that no two callers share an answer; long ones, because for those Node's share of the cost is highest. */
const PAGES = 97;
const ROWS = 250;
/** Each server may run in every second turn, so two of them share one core. */
const TURNS = 2;

/**
 * Two servers on one database compared with one, with the same number of connections in total: first with half a core each, then with the
 * whole machine.
 */
export const processes: Scenario = async (bench) => {
  const servers: Server[] = [];
  const core = await openSharedCore(bench.folder);
  try {
    for (const sharers of [1, 2, 2]) servers.push(await startOneOf(sharers, bench));
    const isPinned = await canPin();
    const [one, two] = [servers.slice(0, 1), servers.slice(1)];
    const asks = asksOf(bench);
    const target = (name: string, answering: readonly Server[], prepare: () => Promise<void>): Target => ({
      name,
      asks,
      processes: answering,
      origins: answering.map(({ origin }) => origin),
      ...(isPinned && { prepare }),
    });
    const free = (answering: readonly Server[]) => () => giveCores(answering, core, bench);
    const half = (answering: readonly Server[]) => () => giveHalves(answering, core, bench);
    const scores = await compare(bench.generator, bench.pace, [
      ...(isPinned
        ? [target("one, half a core", one, half(one)), target("two, half a core each", two, half(two))]
        : []),
      target("one, without a share", one, free(one)),
      target("two, without a share", two, free(two)),
    ]);
    return findingOf(scores, isPinned);
  } finally {
    // A stopped process would not notice that it should exit.
    await core.stop();
    for (const server of servers) await server.stop();
    if (await canPin()) await pin([bench.generator.pid, ...(await pidsOf(bench.admin))], allCores());
  }
};

const allCores = () => cpus().map((_, core) => core);

/** Each server gets a core of its own. PostgreSQL and the generator get the others or, if none are left, share all of them. */
async function giveCores(answering: readonly Server[], core: SharedCore, bench: Bench): Promise<void> {
  await core.share([], TURNS);
  for (const [place, server] of answering.entries()) await pin([server.process.pid], [place]);
  await leaveCores(answering.length, bench);
}

/** The servers take turns on the first core, whether or not another server has the other turn; everything else runs on the other cores. */
async function giveHalves(answering: readonly Server[], core: SharedCore, bench: Bench): Promise<void> {
  const pids = answering.map((server) => server.process.pid);
  await pin(pids, [0]);
  await leaveCores(1, bench);
  await core.share(pids, TURNS);
}

async function leaveCores(taken: number, { generator, admin }: Bench): Promise<void> {
  const left = allCores().slice(taken);
  await pin([generator.pid, ...(await pidsOf(admin))], left.length > 0 ? left : allCores());
}

/** One of several servers that share the connections, the limits and the work. */
function startOneOf(sharers: number, { dataFolder }: Bench): Promise<Server> {
  return startServer({
    dataFolder,
    env: {
      ...SERVER_ENV,
      DATABASE_POOL_SIZE: String(POOL_SIZE / sharers),
      INTERCHANGE_PROCESSES: String(sharers),
      INTERCHANGE_WORKER: "separate",
    },
  });
}

function findingOf(scores: readonly Score[], isPinned: boolean): Finding {
  const [one, two] = scores;
  const [freeOne, freeTwo] = scores.slice(-2);
  if (!one || !two || !freeOne || !freeTwo) throw new Error("a target has no score");
  const [ratio, freeRatio] = [ratioOf(two, one), ratioOf(freeTwo, freeOne)];
  const notes = isPinned ? [WHAT_HALVES_SHOW, bound(freeOne, freeTwo)] : [bound(freeOne, freeTwo)];
  return {
    title: "Two processes on one database",
    about: `Pages of ${ROWS} advertisers, no two of them the same at once, through one server with ${POOL_SIZE} connections, and through two with ${POOL_SIZE / 2} each. 16 callers. ${isPinned ? HOW_PINNED : "Nothing is bound to a core and no server has a share of one, because util-linux's `taskset` is not here: the generator and PostgreSQL use the same cores."}`,
    tables: [
      {
        head: [
          "",
          "requests/s",
          "of one",
          "p99 ms",
          "CPU ms per request",
          "cores that the servers used",
          "busy of all cores",
        ],
        rows: scores.map((score) => rowOf(score, scores)),
      },
    ],
    bars: [
      {
        what: `two processes, of one${isPinned ? ", with half a core each" : ""}`,
        wanted: `≥ ${BAR}`,
        got: spread(ratio),
        met: ratio.median >= BAR,
        because: isPinned
          ? `The servers used ${figure(usedBy(one))} and ${figure(usedBy(two))} cores.`
          : bound(one, two),
      },
    ],
    notes,
    figures: { scores, ratio, freeRatio },
  };
}

const ratioOf = (two: Score, one: Score) => ratios(two.perSecondByRound, one.perSecondByRound);

/** The two scores of a pair are adjacent. */
function rowOf(score: Score, scores: readonly Score[]): string[] {
  const place = scores.indexOf(score);
  const one = place % 2 === 0 ? undefined : scores[place - 1];
  return [
    score.name,
    spread(score.perSecond),
    one ? spread(ratioOf(score, one)) : "1",
    spread(score.p99Ms),
    spread(score.cpuMsPerRequest),
    figure(usedBy(score)),
    `${figure(score.busy.median * 100)} %`,
  ];
}

const HOW_PINNED =
  "First each server has half a core: all are bound to the first core, and each is stopped (`SIGSTOP`) and continued (`SIGCONT`) every five milliseconds, so that two of them alternate and one alone leaves every second turn unused. PostgreSQL and the generator are bound to the other cores. Then without a share: each server is bound to a core of its own, and PostgreSQL and the generator to the cores that are left, or share all of them where none is.";

const WHAT_HALVES_SHOW =
  "With halves, one process and two have the same allowance each, and the database and the generator the same cores in both cases. This shows whether two processes hold each other up in the database, by their connections, or by what they must agree on. It doesn't show how two whole cores share caches and memory, and the latencies contain the turns that a server waits for.";

/** The number of cores in use. */
function usedBy({ cpuMsPerRequest, perSecond }: Score): number {
  return (cpuMsPerRequest.median * perSecond.median) / 1000;
}

/** The most that two processes could achieve without sharing a core: all cores busy, at the cost that one request has over all processes. */
function bound(one: Score, two: Score): string {
  const cores = cpus().length;
  const own = usedBy(one);
  const others = one.busy.median * cores - own;
  const most = cores / (own + others);
  return `Without a share, one process kept ${figure(own)} of its core busy, and PostgreSQL, the generator and whatever else runs here ${figure(others)} of another. Everything together had ${cores} cores, so no number of processes could do more than ${figure(most)} times as much; with two, ${figure(two.busy.median * 100)} % of all cores were at work.`;
}

/** Pages from the beginning of the list, which are the cheapest for PostgreSQL. */
function asksOf({ marketplace: { buyer } }: Bench): HttpRequest[] {
  return Array.from({ length: PAGES }, (_, skip) => ({
    method: "GET",
    path: `/api/v2/buyer/advertisers?take=${ROWS}&skip=${skip}`,
    key: buyer.key,
  }));
}
