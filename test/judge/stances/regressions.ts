import { type Chances, type Meant, softmax } from "../../../src/ground/brief/classifier/chances.ts";
import { ROOM } from "../../../src/ground/brief/classifier/features.ts";
import { type Evidence, type Learned, verdictOf } from "../../../src/ground/brief/classifier/verdicts.ts";
import { UNIT } from "../../../src/ground/brief/classifier/weights.ts";

/** What is told by a mention's features, and how it is meant. */
export interface Seen {
  readonly features: Uint32Array;
  readonly meant: Meant;
}

/** And what rules and classifier say of it. */
export interface Heard {
  readonly evidence: Evidence;
  readonly meant: Meant;
}

/** The two that are weighed against "told". */
const WEIGHED = ["demanded", "refused"] as const;

const CLASSIFIER = { rounds: 5, rate: 0.02, leastSeen: 6 };
const VERDICTS = { rounds: 30, rate: 0.05 };
/** Where the sum of a weight's squared slopes begins: the higher, the slower its first steps. */
const FIRST_SLOPE = 0.01;

/**
 * Two numbers for each feature, in units of a weight: the logistic regression's, by Adagrad, which learns as much from what is seen seldom as
 * from what is seen often.
 */
export function learnFeatures(examples: readonly Seen[]): Int8Array {
  const seen = new Uint32Array(ROOM);
  for (const { features } of examples) for (const feature of features) seen[feature] = (seen[feature] ?? 0) + 1;
  const kept = examples.map(({ features, meant }) => ({
    features: features.filter((feature) => (seen[feature] ?? 0) >= CLASSIFIER.leastSeen),
    meant,
  }));
  const weights = new Float32Array(ROOM * WEIGHED.length);
  const squares = new Float32Array(ROOM * WEIGHED.length).fill(FIRST_SLOPE);
  for (let round = 0; round < CLASSIFIER.rounds; round++)
    for (const place of shuffled(kept.length, round)) {
      const { features, meant } = kept[place] ?? { features: new Uint32Array(), meant: "told" };
      const chances = softmax(sumOf(features, weights, 0), sumOf(features, weights, 1));
      WEIGHED.forEach((each, at) => {
        const slope = chances[each] - (each === meant ? 1 : 0);
        for (const feature of features) {
          const index = feature * WEIGHED.length + at;
          const square = (squares[index] ?? 0) + slope * slope;
          squares[index] = square;
          weights[index] = (weights[index] ?? 0) - (CLASSIFIER.rate * slope) / Math.sqrt(square);
        }
      });
    }
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * UNIT))));
}

function sumOf(features: Uint32Array, weights: Float32Array, at: number): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature * WEIGHED.length + at] ?? 0;
  return sum;
}

export function learnVerdicts(examples: readonly Heard[]): Learned {
  const weights: Record<string, [number, number]> = {};
  const squares = new Map<string, [number, number]>();
  for (const { evidence } of examples)
    for (const [name] of evidence) {
      weights[name] = [0, 0];
      squares.set(name, [1, 1]);
    }
  for (let round = 0; round < VERDICTS.rounds; round++)
    for (const place of shuffled(examples.length, round)) {
      const { evidence, meant } = examples[place] ?? { evidence: [], meant: "told" };
      const chances: Chances = verdictOf(evidence, weights);
      for (const [at, each] of WEIGHED.entries()) {
        const slope = chances[each] - (each === meant ? 1 : 0);
        for (const [name, value] of evidence) {
          const [weight, square] = [weights[name], squares.get(name)];
          if (!weight || !square) continue;
          square[at] = (square[at] ?? 0) + (slope * value) ** 2;
          weight[at] = (weight[at] ?? 0) - (VERDICTS.rate * slope * value) / Math.sqrt(square[at] ?? 1);
        }
      }
    }
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
  return Object.fromEntries(
    Object.entries(weights).map(([name, [demanded, refused]]) => [
      name,
      [rounded(demanded), rounded(refused)] as const,
    ]),
  );
}

/** In an order that is always the same. */
export function shuffled(length: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  let state = seed + 1;
  for (let index = length - 1; index > 0; index--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
}
