import MiniSearch from "minisearch";
import { asksToRead, meaningsOf, type Vocabulary, wordsOf } from "./plain-words.ts";

/** Ranks texts by how well they answer a question, the best first; empty if nothing matches. */
export type Ranking = (question: string) => readonly Ranked[];

interface Ranked {
  readonly id: string;
  /** 1 for the best match. */
  readonly score: number;
  /** The share of the question that is matched at all, from 0 to 1. */
  readonly met: number;
}

/** A text in fields. */
export interface RankedText {
  readonly id: string;
  /** The text describes something that only reads, so it is preferred for questions that ask for information. */
  readonly reads?: boolean;
  readonly [field: string]: unknown;
}

interface Rules {
  /** The fields that are searched, and the weight of a word in each. */
  readonly boost: Readonly<Record<string, number>>;
  readonly vocabulary: Vocabulary;
}

/** The bonus of read-only texts for questions that ask for information. */
const READING = 1.6;
/** The weight of a word that is only a possible meaning of a word in the question. */
const OTHER = 0.75;

/** The best texts are those that match most of the question and, among these, those that match it most strongly. */
export function openRanking(texts: readonly RankedText[], { boost, vocabulary }: Rules): Ranking {
  const index = new MiniSearch<RankedText>({
    fields: Object.keys(boost),
    storeFields: ["reads"],
    processTerm: (term) => term,
    tokenize: wordsOf,
  });
  index.addAll(texts);
  return (question) => {
    const meanings = meaningsOf(question, vocabulary);
    const scored = search(index, meanings, asksToRead(question), boost).map(({ id, score, queryTerms }) => {
      const found = meanings.filter((meaning) => meaning.some((word) => queryTerms.includes(word)));
      const met = found.length / meanings.length;
      return { id: String(id), score: score * met ** 2, met };
    });
    scored.sort((a, b) => b.score - a.score);
    const best = scored[0]?.score ?? 1;
    return scored.map((one) => ({ ...one, score: one.score / best }));
  };
}

function search(
  index: MiniSearch<RankedText>,
  meanings: readonly (readonly string[])[],
  reading: boolean,
  boost: Rules["boost"],
) {
  const own = new Set(meanings.map(([word]) => word));
  const words = [...new Set(meanings.flat())];
  return index.search(words.join(" "), {
    boost,
    tokenize: () => words,
    processTerm: (term) => term,
    boostDocument: (_id, _term, stored) => (reading && stored?.reads ? READING : 1),
    boostTerm: (term) => (own.has(term) ? 1 : OTHER),
    prefix: (term) => term.length >= 5,
    fuzzy: (term) => term.length >= 7 && 1,
    weights: { prefix: 0.4, fuzzy: 0.2 },
  });
}
