/** Words that are joined to others in writing: "and", "for", "in", "like" and "the". */
const PREFIX = /^(?:[وف]?(?:بال|كال|لل|ال)(?=\p{L}{3})|[وف](?=\p{L}{4})|[بلك](?=\p{L}{4}))/u;
/** Endings of plurals, duals, possessives and adjectives, longest first. */
const SUFFIX = /(?<=\p{L}{3})(?:ها|ان|ات|ون|ين|يه|ية|هم|نا|[هةي])$/u;

/**
 * Larkey's light10: it removes one article and one ending. Roots, as heavier stemmers find them, join unrelated words.
 */
export function stemArabic(word: string): string {
  return word.replace(PREFIX, "").replace(SUFFIX, "");
}

/** The article, and what is joined to it. */
const ARTICLE = /^[وف]?(?:بال|كال|لل|ال)(?=\p{L}{3})/u;

/** A word without its article, whose ending says which of several words it is: `العافية`, `للعافية`. */
export function withoutArticle(word: string): string {
  return word.replace(ARTICLE, "");
}

/** Word lists have nouns with or without their article; texts also join "for the" and "and" to them. */
export function asListed(word: string): string {
  return word.replace(/^[وف]?(?:لل|بال|كال|ال)(?=\p{L}{3})/u, "ال").replace(/^[وف](?=\p{L}{5})/u, "");
}
