import { cpus } from "node:os";
import type { Ask } from "../harness/connection.ts";
import { type Server, startServer } from "../harness/installation.ts";
import { canPin, pidsOf, pin } from "../harness/pinning.ts";
import { ratios } from "../harness/statistics.ts";
import { compare, type Score, type Target } from "../harness/target.ts";
import { figure, spread } from "../harness/words.ts";
import { type Bench, type Finding, POOL_SIZE, type Scenario, SERVER_ENV } from "../scenario.ts";

const BAR = 1.7;
/** Pages that differ, so that no two callers share one; long ones, because they cost Node most beside the others. */
const PAGES = 97;
const ROWS = 250;

/** Two servers on one database against one, with as many connections between them, and a core for each of them. */
export const processes: Scenario = async (bench) => {
  const servers: Server[] = [];
  try {
    for (const sharers of [1, 2, 2]) servers.push(await startOneOf(sharers, bench));
    const isPinned = await canPin();
    const asks = asksOf(bench);
    const target = (name: string, answering: readonly Server[]): Target => ({
      name,
      asks,
      processes: answering,
      origins: answering.map(({ origin }) => origin),
      ...(isPinned && { prepare: () => giveCores(answering, bench) }),
    });
    const targets = [target("one process", servers.slice(0, 1)), target("two processes", servers.slice(1))];
    return findingOf(await compare(bench.generator, bench.pace, targets), isPinned);
  } finally {
    for (const server of servers) await server.stop();
    if (await canPin()) await pin([bench.generator.pid, ...(await pidsOf(bench.admin))], allCores());
  }
};

const allCores = () => cpus().map((_, core) => core);

/** Each server has a core of its own; PostgreSQL and the generator have the others, or share all where there are none left. */
async function giveCores(answering: readonly Server[], { generator, admin }: Bench): Promise<void> {
  for (const [core, server] of answering.entries()) await pin([server.process.pid], [core]);
  const left = allCores().slice(answering.length);
  await pin([generator.pid, ...(await pidsOf(admin))], left.length > 0 ? left : allCores());
}

/** One of so many that share the connections, the limits and the work. */
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
  if (!one || !two) throw new Error("a target has no score");
  const ratio = ratios(two.perSecondByRound, one.perSecondByRound);
  return {
    title: "Two processes on one database",
    about: `Pages of ${ROWS} advertisers, no two of them the same at once, through one server with ${POOL_SIZE} connections, and through two with ${POOL_SIZE / 2} each. 16 callers. ${isPinned ? "Each server is bound to a core of its own. PostgreSQL and the generator are bound to the cores that are left, and share all of them where none is." : "Nothing is bound to a core, because util-linux's `taskset` is not here: the generator and PostgreSQL use the same cores."}`,
    tables: [
      {
        head: ["", "requests/s", "of one", "p99 ms", "CPU ms per request", "share of all cores that was busy"],
        rows: scores.map((score) => [
          score.name,
          spread(score.perSecond),
          score === one ? "1" : spread(ratio),
          spread(score.p99Ms),
          spread(score.cpuMsPerRequest),
          `${figure(score.busy.median * 100)} %`,
        ]),
      },
    ],
    bars: [
      {
        what: "two processes, of one",
        wanted: `≥ ${BAR}`,
        got: spread(ratio),
        met: ratio.median >= BAR,
        because: whyNot(one, two),
      },
    ],
    figures: { scores, ratio },
  };
}

/** What two processes could do at most: all cores at work, at what a request costs all processes together. */
function whyNot(one: Score, two: Score): string {
  const cores = cpus().length;
  const own = (one.cpuMsPerRequest.median * one.perSecond.median) / 1000;
  const others = one.busy.median * cores - own;
  const most = cores / (own + others);
  return `One process kept ${figure(own)} of its core busy, and PostgreSQL, the generator and whatever else runs here ${figure(others)} of another. Everything together had ${cores} cores, so no number of processes could do more than ${figure(most)} times as much; with two, ${figure(two.busy.median * 100)} % of all cores were at work. ${cores > 2 ? "" : "A third core, or a generator and a database on other machines, would show what the second process is worth."}`.trim();
}

/** From the beginning of the list, where a page is cheapest for PostgreSQL. */
function asksOf({ marketplace: { buyer } }: Bench): Ask[] {
  return Array.from({ length: PAGES }, (_, skip) => ({
    method: "GET",
    path: `/api/v2/buyer/advertisers?take=${ROWS}&skip=${skip}`,
    key: buyer.key,
  }));
}
