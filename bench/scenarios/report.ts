import { listenDuring, plansOf } from "../harness/statements.ts";
import { figure } from "../harness/words.ts";
import { fillBuys, fillDeliveries } from "../marketplace/fill-deliveries.ts";
import type { Bench, Finding, Scenario } from "../scenario.ts";

const SIZES = [2_000_000, 20_000_000];
const QUICK_SIZES = [200_000, 2_000_000];
const DATABASE_BAR_MS = 10;
const GROWTH_BAR = 1.5;
const REPETITIONS = 15;

const REPORT_TITLES = {
  "32 days, summary": "/api/v2/buyer/reporting/metrics?days=32",
  "one buy's reports": "/api/v2/buyer/reporting/delivery-reports?limit=50&mediaBuyId=",
} as const;

type ReportName = keyof typeof REPORT_TITLES;

interface Measured {
  readonly reports: number;
  /** In the database: the median of the sum over a request's statements. */
  readonly tookMs: Readonly<Record<ReportName, number>>;
}

/** A tenant's report, computed from an increasing number of rows that sellers reported for all tenants. */
export const report: Scenario = async (bench) => {
  const { admin, marketplace, pace } = bench;
  const { customerId } = marketplace.buyer;
  await fillBuys(admin, customerId);
  const measured: Measured[] = [];
  for (const reports of pace.quick ? QUICK_SIZES : SIZES) {
    await fillDeliveries(admin, customerId, reports);
    const tookMs = {
      "32 days, summary": await timeOf(bench, REPORT_TITLES["32 days, summary"]),
      "one buy's reports": await timeOf(bench, `${REPORT_TITLES["one buy's reports"]}mb_bench_${customerId}_1`),
    };
    measured.push({ reports, tookMs });
  }
  return findingOf(measured);
};

async function timeOf({ inside, admin, marketplace }: Bench, url: string): Promise<number> {
  const headers = { authorization: `Bearer ${marketplace.buyer.key}` };
  const { answer, statements } = await listenDuring(() => inside.app.inject({ url, headers }));
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const times: number[] = [];
  for (let turn = 0; turn < REPETITIONS; turn++) {
    const plans = await plansOf(admin, marketplace.buyer.customerId, statements);
    times.push(plans.reduce((sum, { tookMs }) => sum + tookMs, 0));
  }
  return times.sort((a, b) => a - b)[Math.floor(REPETITIONS / 2)] ?? Number.NaN;
}

function findingOf(measured: readonly Measured[]): Finding {
  const questions = Object.keys(REPORT_TITLES) as ReportName[];
  const growthOf = (what: ReportName) => (measured.at(-1)?.tookMs[what] ?? 0) / (measured[0]?.tookMs[what] ?? 1);
  const summaryMs = measured.at(-1)?.tookMs["32 days, summary"] ?? Number.NaN;
  const growth = growthOf("32 days, summary");
  return {
    title: "A report among very many",
    about:
      "A tenant with 80 packages asks for 32 days of all of them, and for the reports of one buy, next to more and more " +
      "tenants like it. Each day of a package was reported three times; figures come from the row that counts for each day.",
    tables: [
      {
        head: ["reports of everybody", ...questions.map((what) => `${what}, ms in the database`)],
        rows: [
          ...measured.map(({ reports, tookMs }) => [figure(reports), ...questions.map((what) => figure(tookMs[what]))]),
          ["growth", ...questions.map((what) => `${figure(growthOf(what))} ×`)],
        ],
      },
    ],
    bars: [
      {
        what: `32 days at ${figure(measured.at(-1)?.reports ?? 0)} reports, in the database`,
        wanted: `≤ ${DATABASE_BAR_MS} ms`,
        got: `${figure(summaryMs)} ms`,
        met: summaryMs <= DATABASE_BAR_MS,
      },
      {
        what: "growth from the smaller to the larger",
        wanted: `≤ ${GROWTH_BAR} ×`,
        got: `${figure(growth)} ×`,
        met: growth <= GROWTH_BAR,
      },
    ],
    figures: measured,
  };
}
