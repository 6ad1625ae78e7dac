import { measured } from "../harness/statistics.ts";
import { figure, spread } from "../harness/words.ts";
import { hang } from "../marketplace/fill-tables.ts";
import { WIDE } from "../marketplace/publishers.ts";
import type { Scenario } from "../scenario.ts";
import { answerOf, productsOf } from "./agent.ts";

const BUDGET_S = 1;
const BAR_MS = 25;

/** One storefront with fifty sources: what it costs to ask all of them, and what a source that never answers costs. */
export const fanOut: Scenario = async ({ server, marketplace, admin, pace }) => {
  const { wide, sandboxBuyer } = marketplace;
  const ask = productsOf(wide.platformId, sandboxBuyer.key, {
    adcp_version: "3.1",
    time_budget: { interval: BUDGET_S, unit: "seconds" },
  });
  const timed = async (missing: number) => {
    const began = performance.now();
    const { result } = JSON.parse((await answerOf(server.origin, ask)).toString());
    const ms = performance.now() - began;
    const { products, incomplete = [] } = result.structuredContent;
    const sources = new Set(products.map((product: { product_id: string }) => product.product_id.split(":")[0]));
    if (sources.size !== WIDE.length - missing || incomplete.length !== missing)
      throw new Error(`${sources.size} sources answered, ${incomplete.length} are reported as missing`);
    return ms;
  };
  await timed(0);
  const all: number[] = [];
  for (let call = 0; call < pace.rounds * 3; call++) all.push(await timed(0));
  await hang(admin, wide.id, "source-0");
  const hung: number[] = [];
  for (let call = 0; call < pace.rounds; call++) hung.push(await timed(1));

  const [answered, withHung] = [measured(all), measured(hung)];
  const late = withHung.median - BUDGET_S * 1_000;
  return {
    title: "One storefront over fifty sources",
    about: `\`get_products\` with a brief and a \`time_budget\` of ${BUDGET_S} s, over MCP, to a storefront with fifty simulated sources that answer immediately; then one of them stops answering. One caller.`,
    tables: [
      {
        head: ["", "ms", "calls"],
        rows: [
          ["all fifty answer", spread(answered), String(answered.rounds)],
          ["one never does", spread(withHung), String(withHung.rounds)],
        ],
      },
    ],
    bars: [
      {
        what: "hung source of fifty, beyond the budget",
        wanted: `≤ ${BAR_MS} ms`,
        got: `${figure(late)} ms`,
        met: late <= BAR_MS,
      },
    ],
    figures: { allMs: answered, withOneHungMs: withHung },
  };
};
