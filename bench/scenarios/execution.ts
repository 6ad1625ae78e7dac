import { type Api, openApi } from "../harness/api.ts";
import type { HttpRequest } from "../harness/connection.ts";
import { listenDuring } from "../harness/statements.ts";
import { type Measured, measured, quantile } from "../harness/statistics.ts";
import { perSecondOf } from "../harness/target.ts";
import { spread } from "../harness/words.ts";
import type { Bench, Finding, Scenario } from "../scenario.ts";

const CALLERS = 8;
const BUDGET = 10_000;
const DAY_MS = 86_400_000;
const BAR_CPU_MS = 10;

/** Campaigns that each buy from three sellers, executed by eight concurrent callers. */
export const execution: Scenario = async (bench) => {
  const perRound = bench.pace.quick ? 24 : 60;
  const rounds: Round[] = [];
  for (let round = 0; round < bench.pace.rounds; round++) rounds.push(await executeMany(bench, perRound));
  return findingOf(perRound, rounds, await listenToSome(bench));
};

interface Round {
  readonly preparedPerSecond: number;
  readonly campaignsPerSecond: number;
  readonly mediaBuysPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU time of the server for one execution. */
  readonly cpuMs: number;
}

async function executeMany(bench: Bench, count: number): Promise<Round> {
  const { generator, server, marketplace } = bench;
  const began = performance.now();
  const campaignIds = await prepare(bench, count);
  const preparedPerSecond = (count * 1000) / (performance.now() - began);
  const { key } = marketplace.sandboxBuyer;
  const asks = campaignIds.map((id): HttpRequest => ({ method: "POST", path: executePath(id), key, body: {} }));
  const before = await server.usage();
  const shot = await generator.fire({ origins: [server.origin], callers: CALLERS, asks });
  const { cpuMs } = await server.usage();
  const buys = await activeBuysOf(bench, campaignIds);
  if (buys !== count * marketplace.prompt.length) throw new Error(`only ${buys} media buys became active`);
  return {
    preparedPerSecond,
    campaignsPerSecond: perSecondOf(shot),
    mediaBuysPerSecond: (buys * 1000) / shot.elapsedMs,
    p50Ms: quantile(shot.latenciesMs, 0.5),
    p99Ms: quantile(shot.latenciesMs, 0.99),
    cpuMs: (cpuMs - before.cpuMs) / count,
  };
}

function findingOf(perRound: number, rounds: readonly Round[], { first, warm }: Talks): Finding {
  const of = (name: keyof Round) => measured(rounds.map((round) => round[name]));
  const cpuMs = of("cpuMs");
  const because = `A profile spreads it over ${spread(warm.statements)} statements, garbage, the driver, and the simulated publishers' ledgers, which belong to the same process.`;
  return {
    title: "Executing campaigns",
    about: `\`POST /buyer/campaigns/{id}/execute\`, ${perRound} campaigns per round, each with a media buy at three local storefronts whose simulated publishers answer immediately and keep ledgers on disk. ${CALLERS} callers. Every media buy is active at the end of its request: drafted, claimed, ordered at the storefront, placed with its source, settled and audited.`,
    tables: [
      {
        head: ["", ""],
        rows: [
          ["campaigns executed per second", spread(of("campaignsPerSecond"))],
          ["media buys per second", spread(of("mediaBuysPerSecond"))],
          ["p50 of an execute", spread(of("p50Ms"), " ms")],
          ["p99 of an execute", spread(of("p99Ms"), " ms")],
          ["CPU of the server for an execute", spread(cpuMs, " ms")],
          ["transactions of a warm execute", spread(warm.transactions)],
          ["statements of a warm execute", spread(warm.statements)],
          ["round trips to PostgreSQL of a warm execute", spread(warm.roundTrips)],
          ["the same of a process's first", `${first.transactions}, ${first.statements} and ${first.roundTrips}`],
          ["campaigns discovered, selected and created per second", spread(of("preparedPerSecond"))],
        ],
      },
    ],
    bars: [
      {
        what: "execute of three media buys",
        wanted: `≤ ${BAR_CPU_MS} ms of CPU`,
        got: spread(cpuMs, " ms"),
        met: cpuMs.median <= BAR_CPU_MS,
        because,
      },
    ],
    notes: [
      "Round trips for different sellers run in parallel. A process's first execute also reads what it keeps of each storefront from then on.",
    ],
    figures: {
      campaignsPerSecond: of("campaignsPerSecond"),
      mediaBuysPerSecond: of("mediaBuysPerSecond"),
      p50Ms: of("p50Ms"),
      p99Ms: of("p99Ms"),
      cpuMs,
      first,
      warm,
    },
  };
}

const executePath = (campaignId: string) => `/api/v2/buyer/campaigns/${campaignId}/execute`;

/** Draft campaigns, each with one product of every prompt publisher. */
async function prepare({ server, marketplace }: Bench, count: number): Promise<string[]> {
  const made: string[] = [];
  let left = count;
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      const api = await openApi(server.origin, marketplace.sandboxBuyer.key);
      while (left-- > 0) made.push(await prepareOne(api, marketplace));
      api.close();
    }),
  );
  return made;
}

async function prepareOne(api: Api, { sandboxBuyer, prompt }: Bench["marketplace"]): Promise<string> {
  const { advertiserId } = sandboxBuyer;
  const { discoveryId, productGroups } = await api.call("POST", "/buyer/discovery/discover-products", {
    advertiserId,
    brief: "World news, business, sports, drama, family films, food and travel",
    channels: ["display", "olv"],
    storefrontIds: prompt,
  });
  const products = productGroups.map(
    ({ groupId, groupName, products: [best] }: { groupId: string; groupName: string; products: [Chosen] }) => ({
      productId: best.productId,
      salesAgentId: best.salesAgentId,
      groupId,
      groupName,
      budget: BUDGET,
    }),
  );
  await api.call("POST", `/buyer/discovery/${discoveryId}/products`, { products });
  const { campaign } = await api.call("POST", "/buyer/campaigns", {
    advertiserId,
    name: "To be executed",
    flightDates: {
      startDate: new Date(Date.now() + DAY_MS).toISOString(),
      endDate: new Date(Date.now() + 30 * DAY_MS).toISOString(),
    },
    budget: { total: BUDGET * prompt.length, currency: "USD" },
    discoveryId,
  });
  return campaign.campaignId;
}

interface Chosen {
  readonly productId: string;
  readonly salesAgentId: string;
}

async function activeBuysOf({ admin }: Bench, campaignIds: readonly string[]): Promise<number> {
  const { rows } = await admin.query<{ count: string }>(
    "select count(*) from media_buys where campaign_id = any($1) and status = 'ACTIVE'",
    [campaignIds],
  );
  return Number(rows[0]?.count);
}

interface Talk {
  readonly transactions: number;
  /** Excluding statements that begin and end transactions. */
  readonly statements: number;
  readonly roundTrips: number;
}

interface Talks {
  /** In a process that has not bought anything before. */
  readonly first: Talk;
  readonly warm: { readonly [Of in keyof Talk]: Measured };
}

const WARM = 5;

/** Executes some campaigns in this process, one after the other, observing its connections. */
async function listenToSome(bench: Bench): Promise<Talks> {
  const talks: Talk[] = [];
  // Each follows a discovery of its own, as usual.
  for (let one = 0; one <= WARM; one++) talks.push(await talkOfOne(bench));
  const [first, ...others] = talks;
  if (!first) throw new Error("nothing was executed");
  const of = (what: keyof Talk) => measured(others.map((talk) => talk[what]));
  return {
    first,
    warm: { transactions: of("transactions"), statements: of("statements"), roundTrips: of("roundTrips") },
  };
}

async function talkOfOne(bench: Bench): Promise<Talk> {
  const [campaignId = ""] = await prepare(bench, 1);
  const { answer, statements, roundTrips } = await listenDuring(() =>
    bench.inside.app.inject({
      method: "POST",
      url: executePath(campaignId),
      headers: { authorization: `Bearer ${bench.marketplace.sandboxBuyer.key}` },
    }),
  );
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const framing = statements.filter(({ text }) => /^(begin|commit)/.test(text));
  const transactions = framing.filter(({ text }) => text.startsWith("begin")).length;
  return { transactions, statements: statements.length - framing.length, roundTrips };
}
