import type { Ask } from "../harness/connection.ts";
import { type Server, startServer } from "../harness/installation.ts";
import { ratios } from "../harness/statistics.ts";
import { compare, type Score, type Target } from "../harness/target.ts";
import { figure, spread } from "../harness/words.ts";
import { type Bench, type Finding, POOL_SIZE, type Scenario, SERVER_ENV } from "../scenario.ts";

const BAR = 1.3;

/** Two servers on one database against one, with as many connections between them. */
export const processes: Scenario = async (bench) => {
  const servers: Server[] = [];
  try {
    for (const sharers of [1, 2, 2]) servers.push(await startOneOf(sharers, bench));
    const asks = await asksOf(bench);
    const target = (name: string, answering: readonly Server[]): Target => ({
      name,
      asks,
      processes: answering,
      origins: answering.map(({ origin }) => origin),
    });
    const targets = [target("one process", servers.slice(0, 1)), target("two processes", servers.slice(1))];
    return findingOf(await compare(bench.generator, bench.pace, targets));
  } finally {
    for (const server of servers) await server.stop();
  }
};

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

function findingOf(scores: readonly Score[]): Finding {
  const [one, two] = scores;
  if (!one || !two) throw new Error("a target has no score");
  const ratio = ratios(two.perSecondByRound, one.perSecondByRound);
  return {
    title: "Two processes on one database",
    about: `Advertisers read by id through one server with ${POOL_SIZE} connections, and through two with ${POOL_SIZE / 2} each. 16 callers. The generator and PostgreSQL use the same cores, so two processes can only gain what one had left idle.`,
    tables: [
      {
        head: ["", "requests/s", "of one", "p99 ms", "CPU ms per request"],
        rows: scores.map((score) => [
          score.name,
          spread(score.perSecond),
          score === one ? "1" : spread(ratio),
          spread(score.p99Ms),
          spread(score.cpuMsPerRequest),
        ]),
      },
    ],
    bars: [
      {
        what: "two processes, of one",
        wanted: `≥ ${BAR}`,
        got: spread(ratio),
        met: ratio.median >= BAR,
        because: `With one process the machine's cores are already ${figure(one.busy.median * 100)} % at work (the server, PostgreSQL and the generator between them), so at most ${figure(1 / one.busy.median)} times as much could be done by any number of processes. A core that is free for the second, or a generator on another machine, would show what it is worth.`,
      },
    ],
    figures: { scores, ratio },
  };
}

async function asksOf({ admin, marketplace }: Bench): Promise<Ask[]> {
  const { key, customerId } = marketplace.buyer;
  const { rows } = await admin.query<{ advertiser_id: string }>(
    "select advertiser_id from advertisers where customer_id = $1 limit 1000",
    [customerId],
  );
  return rows.map(({ advertiser_id }) => ({ method: "GET", path: `/api/v2/buyer/advertisers/${advertiser_id}`, key }));
}
