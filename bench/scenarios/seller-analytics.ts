import { DAY_MS, dayOf } from "../../src/ground/kernel/clock.ts";
import { recordOutcome } from "../../src/supply/analytics/index.ts";
import { openSellerSide } from "../../src/supply/orders/index.ts";
import { listenDuring, plansOf } from "../harness/statements.ts";
import { figure } from "../harness/words.ts";
import { fillAnalytics } from "../marketplace/fill-analytics.ts";
import type { Bench, Finding, Scenario } from "../scenario.ts";

const SIZES = [100_000, 1_000_000];
const QUICK_SIZES = [10_000, 100_000];
const WINDOW_BAR_MS = 15;
const YEAR_BAR_MS = 40;
const GROWTH_BAR = 1.2;
const STATEMENTS_BAR = 10;
const REPETITIONS = 15;

interface Shop {
  readonly customerId: number;
  readonly storefrontId: number;
}

interface Measured {
  readonly runs: number;
  /** In the database: the sum over a request's statements. The minimum of several runs is used, as if nothing else were running. */
  readonly windowMs: number;
  readonly yearMs: number;
  readonly statements: number;
}

/** A seller's analytics, computed from an increasing number of runs and events. */
export const sellerAnalytics: Scenario = async (bench) => {
  const { admin, marketplace, pace } = bench;
  const { id: storefrontId, seller } = marketplace.wide;
  const shop = { customerId: seller.customerId, storefrontId };
  const measured: Measured[] = [];
  for (const runs of pace.quick ? QUICK_SIZES : SIZES) {
    await fillAnalytics(admin, shop, runs);
    const year = `from=${dayOf(new Date(Date.now() - 365 * DAY_MS))}&to=${dayOf(new Date())}`;
    measured.push({
      runs,
      windowMs: await timeOf(bench, "limit=200"),
      yearMs: await timeOf(bench, `limit=1&${year}`),
      statements: await statementsOf(bench, shop, runs),
    });
  }
  return findingOf(measured);
};

async function timeOf({ inside, admin, marketplace }: Bench, query: string): Promise<number> {
  const { seller } = marketplace.wide;
  const url = `/api/v2/storefront/seller-analytics?${query}`;
  const headers = { authorization: `Bearer ${seller.key}` };
  const { answer, statements } = await listenDuring(() => inside.app.inject({ url, headers }));
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const times: number[] = [];
  for (let turn = 0; turn < REPETITIONS; turn++) {
    const plans = await plansOf(admin, seller.customerId, statements);
    times.push(plans.reduce((sum, { tookMs }) => sum + tookMs, 0));
  }
  return Math.min(...times);
}

/** Here too, the minimum of several events is used, because the observed server also runs jobs of its own. */
async function statementsOf(bench: Bench, shop: Shop, round: number): Promise<number> {
  const counts: number[] = [];
  for (let turn = 0; turn < REPETITIONS; turn++) counts.push(await statementsOfOne(bench, shop, `${round}_${turn}`));
  return Math.min(...counts);
}

async function statementsOfOne({ inside }: Bench, { customerId, storefrontId }: Shop, name: string): Promise<number> {
  const side = await openSellerSide(inside.host, customerId, "bench");
  const outcome = {
    storefrontId,
    eventId: `bench:new:${name}`,
    mediaBuyId: `bench_new_${name}`,
    type: "media_buy_forwarded" as const,
    occurredAt: new Date(),
    buyerCustomerId: null,
    operatorDomain: "agency1.example",
    brandDomain: null,
    productIds: ["main:p1"],
    budget: { amount: "100", currency: "USD" },
  };
  const { statements } = await listenDuring(() => side.write((ctx) => recordOutcome(ctx, outcome)));
  return statements.filter(({ text }) => !/^(begin|commit|set)\b/i.test(text)).length;
}

function findingOf(measured: readonly Measured[]): Finding {
  const [small, large] = [measured[0], measured.at(-1)];
  const growth = (what: "windowMs" | "yearMs") => (large?.[what] ?? 0) / (small?.[what] ?? 1);
  const bar = (what: string, got: number, most: number, unit: string) => ({
    what,
    wanted: `≤ ${most} ${unit}`,
    got: `${figure(got)} ${unit}`,
    met: got <= most,
  });
  return {
    title: "A seller's analytics among very many runs",
    about:
      "A storefront with more and more runs in one year, three events for each, fifty brands and forty products, asks for its " +
      `analytics: of the newest 200 runs, and of the whole year by days and months. The minimum of ${REPETITIONS} repetitions.`,
    tables: [
      {
        head: ["runs", "newest 200, ms in the database", "a year, ms in the database", "statements for an event"],
        rows: [
          ...measured.map((one) => [
            figure(one.runs),
            figure(one.windowMs),
            figure(one.yearMs),
            figure(one.statements),
          ]),
          ["growth", `${figure(growth("windowMs"))} ×`, `${figure(growth("yearMs"))} ×`, ""],
        ],
      },
    ],
    bars: [
      bar(
        `the newest 200 of ${figure(large?.runs ?? 0)} runs, in the database`,
        large?.windowMs ?? Number.NaN,
        WINDOW_BAR_MS,
        "ms",
      ),
      bar("a year of them, in the database", large?.yearMs ?? Number.NaN, YEAR_BAR_MS, "ms"),
      bar("growth of the newest 200 from a tenth of the runs", growth("windowMs"), GROWTH_BAR, "×"),
      bar("growth of the year from a tenth of the runs", growth("yearMs"), GROWTH_BAR, "×"),
      bar("statements to record an event", large?.statements ?? Number.NaN, STATEMENTS_BAR, "statements"),
    ],
    figures: measured,
  };
}
