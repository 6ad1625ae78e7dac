import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { understand } from "../../src/demand/discovery/reading/understand.ts";
import { briefFilters } from "../../src/demand/discovery/search/brief-filters.ts";
import { filterProducts } from "../../src/demand/discovery/search/filter-products.ts";
import { EVIDENCE } from "../../src/ground/ranking/likelihood/evidence.ts";
import { rankProducts } from "../../src/ground/ranking/rank-products.ts";
import { offerOf } from "./judge.ts";
import { OPENED, readBriefs, readProducts } from "./set.ts";

/**
 * Learns what each piece of evidence tells: a logistic regression over all pairs of a brief and a product that the opened parts of the
 * graded sets have, and no other. Run it after a change of the lexicon, of the reading or of what evidence there is; `npm run judge` says
 * what the held parts make of it.
 */
interface Pair {
  readonly evidence: readonly number[];
  /** What the likelihood should be: of what is merely acceptable less. */
  readonly wanted: number;
  readonly weight: number;
}

const WANTED: readonly number[] = [0, 0.6, 1, 1];
/** Of hundred products hardly three fit a brief. */
const FITTING_WEIGHT = 3;
/** Keeps weights small that hardly any pair depends on. */
const RIDGE = 8;
const ROUNDS = 10;

const pairs = (await Promise.all(OPENED.map(([set, part]) => pairsOf(set, part)))).flat();
const { bias, weights } = learned(pairs);
const lines = EVIDENCE.map((name, index) => `    ${name}: ${rounded(weights[index] ?? 0)},`);
writeFileSync(
  join(import.meta.dirname, "../../src/ground/ranking/likelihood/learned-weights.ts"),
  `/** Written by \`test/judge/learn-weights.ts\`. */
export const LEARNED = {
  bias: ${rounded(bias)},
  weights: {
${lines.join("\n")}
  },
} as const;
`,
);
process.stdout.write(`${pairs.length} pairs\n`);

async function pairsOf(set: (typeof OPENED)[number][0], part: (typeof OPENED)[number][1]): Promise<Pair[]> {
  const offers = readProducts(set).map(offerOf);
  const found: Pair[] = [];
  for (const { text, grades } of readBriefs(part, set)) {
    const understanding = understand({ brief: text });
    const { kept } = filterProducts(offers, briefFilters(understanding));
    await rankProducts(kept, text, {
      reading: understanding.open,
      observe: (place, evidence) => {
        const grade = grades[kept[place]?.product.productId ?? ""] ?? 0;
        found.push({
          evidence: EVIDENCE.map((name) => evidence[name]),
          wanted: WANTED[grade] ?? 0,
          weight: grade > 0 ? FITTING_WEIGHT : 1,
        });
      },
    });
  }
  return found;
}

/** By Newton's method, which needs no rate and ends after a few rounds. */
function learned(all: readonly Pair[]): { bias: number; weights: number[] } {
  const size = EVIDENCE.length + 1;
  let weights: number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : -RIDGE * weight));
    const curvature: number[][] = weights.map((_, row) =>
      weights.map((__, column) => (row === column && row > 0 ? RIDGE : 0)),
    );
    for (const { evidence, wanted, weight } of all) {
      const inputs = [1, ...evidence];
      const sum = inputs.reduce((total, input, index) => total + input * (weights[index] ?? 0), 0);
      const likelihood = 1 / (1 + Math.exp(-sum));
      const bend = Math.max(1e-6, weight * likelihood * (1 - likelihood));
      for (let row = 0; row < size; row++) {
        const input = inputs[row] ?? 0;
        gradient[row] = (gradient[row] ?? 0) + weight * (wanted - likelihood) * input;
        const bends = curvature[row] ?? [];
        for (let column = 0; column < size; column++)
          bends[column] = (bends[column] ?? 0) + bend * input * (inputs[column] ?? 0);
      }
    }
    const step = solved(curvature, gradient);
    weights = weights.map((weight, index) => weight + (step[index] ?? 0));
  }
  return { bias: weights[0] ?? 0, weights: weights.slice(1) };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** Gaussian elimination. The matrix is positive definite, so that no row has to be exchanged. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (const [pivot, pivotRow] of rows.entries())
    for (const [index, row] of rows.entries()) {
      if (index === pivot) continue;
      const factor = (row[pivot] ?? 0) / (pivotRow[pivot] ?? 1);
      for (let column = pivot; column < row.length; column++)
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
    }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}
