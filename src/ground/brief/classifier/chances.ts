import type { Weights } from "./weights.ts";

/** How a mention is meant. What is only told of is neither wanted nor refused. */
export const MEANT = ["demanded", "refused", "told"] as const;
export type Meant = (typeof MEANT)[number];

/** How likely each is; together 1. */
export type Chances = Readonly<Record<Meant, number>>;

/** A multinomial logistic regression. */
export function chancesOf(features: Iterable<number>, weights: Weights): Chances {
  return softmax(...weights.sumOf(features));
}

/** The likelihoods of what scores so much, against 0 for "told". */
export function softmax(demanded: number, refused: number): Chances {
  const most = Math.max(demanded, refused, 0);
  const [a, b, c] = [Math.exp(demanded - most), Math.exp(refused - most), Math.exp(-most)];
  const sum = a + b + c;
  return { demanded: a / sum, refused: b / sum, told: c / sum };
}

export function likeliest(chances: Chances): Meant {
  return MEANT.reduce((best, each) => (chances[each] > chances[best] ? each : best));
}
