import type { Chip } from "../chip.ts";
import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { clauseOf, isIn, sentenceOf } from "../polarity/clause.ts";
import type { Token } from "../words.ts";

/** "Too expensive", "a bit younger, please": function words are all that the clause has, and "to look younger" is another matter. */
export function isSaidAlone(one: Mention, { content, scope }: Mentions, tokens: readonly Token[]): boolean {
  const clause = clauseOf(one, tokens);
  const sentence = sentenceOf(one, tokens);
  if (content.some((other) => isIn(sentence, other))) return false;
  const isSaid = ({ kind, start, end }: Token) =>
    kind === "japanese" || (start >= one.start && scope.some((other) => other.start <= start && other.end >= end));
  return tokens.every((token) => !isIn(clause, token) || token.plain.length <= LITTLE || isSaid(token));
}

/** In letters. */
const LITTLE = 3;

const AGES = [
  ["younger", "young-adults"],
  ["older", "seniors"],
] as const;

/** Whom somebody asks for who says "younger" of the people that a list of products is for. */
export function agesIn(mentions: Mentions, tokens: readonly Token[]): Chip[] {
  return AGES.flatMap(([said, concept]) =>
    mentions.scope
      .filter((one) => has(one, "scope", said) && isSaidAlone(one, mentions, tokens))
      .map(({ start, end }) => ({
        kind: "audience",
        value: lineOf("audience", concept)?.taxonomyId ?? concept,
        concept,
        negated: false,
        span: { start, end },
        certainty: 0.8,
      })),
  );
}
