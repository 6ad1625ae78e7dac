import { has, readText } from "../../../ground/brief/index.ts";
import { WeighedMap } from "../../../ground/caches/index.ts";

/** The prefix for meanings among the words: a word with this meaning in any language finds it. */
const MEANT = ["topic", "audience", "season"] as const;
/** So many meanings of one text; more is a list of everything. */
const MOST_MEANINGS = 6;

/** Of briefs, in characters. */
const MOST_READ = 50_000;
const READ = new WeighedMap<string, ReadonlyMap<string, string>>(MOST_READ);

/** The terms of a brief, with which a storefront asks all of its feeds at once: it is read once for them. */
export function termsOfBrief(brief: string): ReadonlyMap<string, string> {
  const terms = READ.get(brief) ?? termsOf(brief);
  READ.set(brief, terms, brief.length);
  return terms;
}

/** A text's terms, each with the word that says it: its telling words by their stems, and then what they mean, whatever their language. */
export function termsOf(text: string): ReadonlyMap<string, string> {
  const { mentions, polarity, terms: telling } = readText(text);
  const terms = new Map<string, string>();
  const note = (term: string, word: string) => terms.has(term) || terms.set(term, word);
  for (const { stem, word, isRefused } of telling) if (!isRefused) note(stem, word);
  const wanted = mentions.content.filter((mention) => !polarity.stances.get(mention)?.negated);
  const meanings = wanted.flatMap((mention) =>
    MEANT.filter((kind) => has(mention, kind)).flatMap((kind) =>
      mention.senses
        .filter((sense) => sense.kind === kind && !sense.isHint)
        .map(({ id }) => ({ term: `${kind}:${id}`, word: text.slice(mention.start, mention.end).toLowerCase() })),
    ),
  );
  for (const { term, word } of meanings.slice(0, MOST_MEANINGS)) note(term, word);
  return terms;
}
