import { join } from "node:path";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { openLedger, openSimulatedSeller } from "../../src/supply/simulated/index.ts";
import { type Api, openApi } from "../harness/api.ts";
import { type Measured, measured } from "../harness/statistics.ts";
import { figure, spread } from "../harness/words.ts";
import { hang } from "../marketplace/fill-tables.ts";
import { SPREAD } from "../marketplace/publishers.ts";
import { type Bench, DISCOVERY_TIMEOUT_MS, type Finding, type Scenario } from "../scenario.ts";

const BAR_MS = 25;
const CHANNELS = ["display", "olv"];
const BRIEF = "Outdoor news and weekend travel for people who like coffee";

/**
 * Twenty sellers asked at the same time: the answer should arrive when the slowest has answered, and no other should
 * delay it.
 */
export const discovery: Scenario = async (bench) => {
  const { server, marketplace, admin, pace } = bench;
  const { spread: storefronts, hung, sandboxBuyer } = marketplace;
  const api = await openApi(server.origin, sandboxBuyer.key);
  const ask = (storefrontIds: readonly number[]) => discover(api, sandboxBuyer.advertiserId, storefrontIds);
  await ask(storefronts);
  const rounds: Round[] = [];
  for (let call = 0; call < pace.rounds * 3; call++) rounds.push(await aloneAndTogether(bench, () => ask(storefronts)));

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
  /** The slowest seller, asked alone. */
  readonly alone: number;
  /** The slowest seller as the server timed it. */
  readonly seen: number;
  readonly together: number;
}

async function aloneAndTogether(bench: Bench, discoverAll: () => Promise<Discovered>): Promise<Round> {
  const own = await timed(() => askAlone(bench));
  const all = await timed(discoverAll);
  const answered = all.answer.agentResults.filter(({ success }) => success);
  if (answered.length !== SPREAD.length) throw new Error(`only ${answered.length} sellers answered`);
  return {
    alone: own.ms,
    seen: Math.max(...answered.map(({ responseTimeMs }) => responseTimeMs)),
    together: all.ms,
  };
}

interface Discovered {
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
  const [own, seen, all] = (["alone", "seen", "together"] as const).map((name) =>
    measured(rounds.map((round) => round[name])),
  );
  const added = measured(rounds.map(({ alone, together }) => together - alone));
  if (!own || !seen || !all) throw new Error("nothing was asked");
  const because = `Of the ${figure(added.median)} ms that a discovery adds to its slowest seller, ${figure(seen.median - own.median)} pass while that seller is being asked (finding its storefront's sources and credentials, and waiting for its turn behind the nineteen), and ${figure(all.median - seen.median)} before and after (the session, the ranking, storing and answering).`;
  const late = withHung.median - DISCOVERY_TIMEOUT_MS;
  return {
    title: "Discovery over twenty sellers",
    about: `\`discover-products\` with a brief over twenty storefronts, each with a simulated publisher; nineteen take up to 150 ms, one several hundred. That one is also asked alone, in this process, before every call. Then a twenty-first that never answers is added, with a time budget of ${figure(DISCOVERY_TIMEOUT_MS)} ms. One caller.`,
    tables: [
      {
        head: ["", "ms", "calls"],
        rows: [
          ["the slowest seller, asked alone", spread(own), String(own.rounds)],
          ["the slowest seller, as the server timed it", spread(seen), String(seen.rounds)],
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
        wanted: `≤ ${BAR_MS} ms`,
        got: `${figure(late)} ms`,
        met: late <= BAR_MS,
      },
    ],
    notes: added.median <= BAR_MS ? [because] : [],
    figures: { slowestAloneMs: own, slowestSeenMs: seen, discoverMs: all, addedMs: added, withOneHungMs: withHung },
  };
}

/** As the server asks it: the publisher's dial depends on the number of the call, and every call opens it again. */
function askAlone({ folder }: Bench): Promise<unknown> {
  const simulation = SPREAD.at(-1);
  if (!simulation) throw new Error("there is no publisher");
  const ledger = openLedger(join(folder, "alone.jsonl"));
  const seller = openSimulatedSeller({ agentId: "alone", simulation, credential: null, ledger, log: silentLog });
  const buyer = { customerId: null, name: "Bench", operatorDomain: null, brandDomain: null, sandbox: true };
  return seller.getProducts(
    { brief: BRIEF, channels: CHANNELS },
    { buyer, timeoutMs: DISCOVERY_TIMEOUT_MS, now: new Date(), requestId: "bench" },
  );
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const began = performance.now();
  const answer = await work();
  return { ms: performance.now() - began, answer };
}
