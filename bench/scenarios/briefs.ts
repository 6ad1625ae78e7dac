import { readBrief } from "../../src/ground/brief/index.ts";
import { rankProducts } from "../../src/ground/ranking/rank-products.ts";
import { catalogueOf } from "../../src/supply/simulated/catalogue/catalogue.ts";
import { PUBLISHERS } from "../../src/supply/simulated/index.ts";
import { measured } from "../harness/statistics.ts";
import { spread } from "../harness/words.ts";
import type { Scenario } from "../scenario.ts";

const READING_MS = 2;
const RANKING_MS = 30;
const PRODUCTS = 10_000;
const READINGS = 200;

const BRIEFS = [
  "Reach people who love hiking, coffee and weekend travel: podcasts and streaming TV in the US, no politics, CPM under 30 USD.",
  "Wir suchen Fitnessstudios in Deutschland für unsere Proteinriegel, kein Fernsehen, TKP unter 15 Euro.",
  "Parfum de luxe, écrans dans les gares en France, pas de politique ni de jeux d'argent.",
  "Seguros de coche en México, excepto redes sociales, presupuesto 20.000 EUR.",
  "日本のハイキング好きに届けたい。政治とギャンブルは除外。ポッドキャストのみ。",
  "حملة عن السفر في السعودية بدون سياسة أو قمار، ميزانية 50 ألف دولار",
] as const;

/** Reading briefs, and ranking a catalogue whose texts were read before; only the CPU time of this process counts. */
export const briefs: Scenario = async ({ pace }) => {
  const offers = catalogue();
  const [warmUp] = BRIEFS;
  await rankProducts(offers, warmUp);
  const reading: number[] = [];
  const ranking: number[] = [];
  for (let round = 0; round < Math.max(3, pace.rounds); round++) {
    const read = process.cpuUsage();
    // Briefs that were read before are cached, so each text is different.
    for (let nth = 0; nth < READINGS; nth++) readBrief(`${BRIEFS[nth % BRIEFS.length] ?? warmUp} ${round}.${nth}`);
    reading.push(cpuMsSince(read) / READINGS);
    for (const brief of BRIEFS) {
      const began = process.cpuUsage();
      await rankProducts(offers, brief);
      ranking.push(cpuMsSince(began));
    }
  }
  const [perBrief, perRanking] = [measured(reading), measured(ranking)];
  return {
    title: "Briefs",
    about: `Six briefs in six languages are read, and ${PRODUCTS.toLocaleString("en")} products of twelve publishers are ranked for each; their texts were read before. CPU time.`,
    tables: [
      {
        head: ["", "processor time"],
        rows: [
          ["reading a brief", spread(perBrief, " ms")],
          [`ranking ${PRODUCTS.toLocaleString("en")} products`, spread(perRanking, " ms")],
        ],
      },
    ],
    bars: [
      bar("reading a brief", READING_MS, perBrief),
      bar(`ranking ${PRODUCTS.toLocaleString("en")} products`, RANKING_MS, perRanking),
    ],
    figures: { readingMs: perBrief, rankingMs: perRanking },
  };
};

function bar(what: string, most: number, got: ReturnType<typeof measured>) {
  return { what, wanted: `≤ ${most} ms of CPU`, got: spread(got, " ms"), met: got.median <= most };
}

function cpuMsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

function catalogue() {
  const products = PUBLISHERS.flatMap((publisher) =>
    catalogueOf(publisher).map((product) => ({
      salesAgentId: publisher.seed,
      salesAgentName: publisher.name,
      product,
    })),
  );
  return Array.from({ length: PRODUCTS }, (_, nth) => {
    const { product, ...seller } = products[nth % products.length] as (typeof products)[number];
    return { ...seller, product: { ...product, productId: `${product.productId}-${nth}` } };
  });
}
