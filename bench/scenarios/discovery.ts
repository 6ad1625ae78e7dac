import { type Api, openApi } from "../harness/api.ts";
import { type Measured, measured } from "../harness/statistics.ts";
import { figure, spread } from "../harness/words.ts";
import { hang } from "../marketplace/fill-tables.ts";
import { SPREAD } from "../marketplace/publishers.ts";
import { DISCOVERY_TIMEOUT_MS, type Finding, type Scenario } from "../scenario.ts";

const BAR_MS = 15;
/** How much a seller that never answers may add. */
const LATE_MS = 25;
const CHANNELS = ["display", "olv"];
const BRIEF = "Outdoor news and weekend travel for people who like coffee";

/** Asks twenty sellers at the same time: the answer should arrive as soon as the slowest has answered, and nothing else should delay it. */
export const discovery: Scenario = async (bench) => {
  const { server, marketplace, admin, pace } = bench;
  const { spread: storefronts, hung, sandboxBuyer } = marketplace;
  const api = await openApi(server.origin, sandboxBuyer.key);
  const ask = (storefrontIds: readonly number[]) => discover(api, sandboxBuyer.advertiserId, storefrontIds);
  await ask(storefronts);
  const rounds: Round[] = [];
  for (let call = 0; call < pace.rounds * 3; call++) rounds.push(await timeOne(() => ask(storefronts)));

  await hang(admin, hung, "main");
  const withHung: number[] = [];
  for (let call = 0; call < pace.rounds; call++) {
    const { ms, answer } = await timed(() => ask([...storefronts, hung]));
    if (answer.incompleteAgents?.length !== 1) throw new Error("the hung seller was not reported");
    withHung.push(ms);
  }
  api.close();
  return findingOf(rounds, measured(withHung));
};

interface Round {
  /** The response time of the slowest seller as the server measured it in this call, because it varies from call to call. */
  readonly slowest: number;
  readonly together: number;
}

async function timeOne(discoverAll: () => Promise<Discovered>): Promise<Round> {
  const all = await timed(discoverAll);
  const answered = all.answer.agentResults.filter(({ success }) => success);
  if (answered.length !== SPREAD.length) throw new Error(`only ${answered.length} sellers answered`);
  if (all.answer.productGroups.length === 0)
    throw new Error("nothing fits the brief, so little is ranked, stored and answered");
  return { slowest: Math.max(...answered.map(({ responseTimeMs }) => responseTimeMs)), together: all.ms };
}

interface Discovered {
  readonly productGroups: readonly unknown[];
  readonly agentResults: readonly { readonly success: boolean; readonly responseTimeMs: number }[];
  readonly incompleteAgents?: readonly unknown[];
}

function discover(api: Api, advertiserId: string, storefrontIds: readonly number[]): Promise<Discovered> {
  return api.call("POST", "/buyer/discovery/discover-products", {
    advertiserId,
    storefrontIds,
    brief: BRIEF,
    channels: CHANNELS,
    debug: true,
  });
}

function findingOf(rounds: readonly Round[], withHung: Measured): Finding {
  const slowest = measured(rounds.map((round) => round.slowest));
  const all = measured(rounds.map(({ together }) => together));
  const added = measured(rounds.map((round) => round.together - round.slowest));
  const because = `${figure(added.median)} ms pass before the sellers are asked and after the slowest has answered: the request, the session, the ranking, storing and answering. A seller's time is the server's own, from asking until its answer is read, and so includes the finding of its storefront's sources.`;
  const late = withHung.median - DISCOVERY_TIMEOUT_MS;
  return {
    title: "Discovery over twenty sellers",
    about: `\`discover-products\` with a brief over twenty storefronts, each with a simulated publisher; nineteen take up to 150 ms, one several hundred, each call another time. Then a twenty-first that never answers is added, with a time budget of ${figure(DISCOVERY_TIMEOUT_MS)} ms. One caller.`,
    tables: [
      {
        head: ["", "ms", "calls"],
        rows: [
          ["the slowest seller, as the server timed it", spread(slowest), String(slowest.rounds)],
          ["beyond it, call by call", spread(added), String(added.rounds)],
          ["the whole discovery", spread(all), String(all.rounds)],
          ["with one that never answers", spread(withHung), String(withHung.rounds)],
        ],
      },
    ],
    bars: [
      {
        what: "discovery beyond its slowest seller",
        wanted: `≤ ${BAR_MS} ms`,
        got: spread(added, " ms"),
        met: added.median <= BAR_MS,
        because,
      },
      {
        what: "hung seller, beyond the budget",
        wanted: `≤ ${LATE_MS} ms`,
        got: `${figure(late)} ms`,
        met: late <= LATE_MS,
      },
    ],
    notes: added.median <= BAR_MS ? [because] : [],
    figures: { slowestMs: slowest, discoverMs: all, addedMs: added, withOneHungMs: withHung },
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const began = performance.now();
  const answer = await work();
  return { ms: performance.now() - began, answer };
}
