import { type Guide, openRanking, type Ranking, vocabularyOf } from "../capabilities/index.ts";
import type { Section } from "./section.ts";

/** The server's own documents, for questions in plain words. */
export interface Library {
  /** The sections that answer a question, best first; empty if no section contains most of its words. */
  find(question: string): readonly Section[];
}

const BOOST = { heading: 4, document: 1, text: 1 };
/** The share of a question that a section must match to be worth showing. */
const ENOUGH = 0.6;
/** Results that are nearly as good as the best are shown as well. */
const NEARLY_AS_GOOD = 0.6;

/** For the callers of one side, using its handbook's vocabulary. Nothing is read before the first question. */
export function openLibrary(read: () => readonly Section[], { handbook }: Pick<Guide, "handbook">): Library {
  let sections: readonly Section[] = [];
  let ranking: Ranking | undefined;
  return {
    find(question) {
      if (!ranking)
        sections = read().filter(({ id }) => !handbook.othersRead.some((file) => id.startsWith(`${file}#`)));
      // Terms of a glossary share the id of their page.
      ranking ??= openRanking(
        sections.map((section, place) => ({ ...section, id: String(place) })),
        { boost: BOOST, vocabulary: vocabularyOf(handbook.words) },
      );
      return ranking(question)
        .filter(({ score, met }) => met >= ENOUGH && score >= NEARLY_AS_GOOD)
        .flatMap(({ id }) => sections[Number(id)] ?? []);
    },
  };
}
