import { lazily } from "../../../ground/caches/index.ts";
import type { Product } from "../../../ground/seller-agent/index.ts";

const STEM_LENGTH = 5;
const STOP_WORDS = new Set(
  "about after also budget campaign from have into more next over people reach that their this want week with".split(
    " ",
  ),
);

/** The words of a brief that say something. */
export function wordsOf(brief: string): string[] {
  const words = brief.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !STOP_WORDS.has(word));
}

const STEMS = new WeakMap<Product, ReadonlySet<string>>();

function stemsOf(product: Product): ReadonlySet<string> {
  const stems = STEMS.get(product) ?? new Set(wordsOf(`${product.name} ${product.description}`).map(stemOf));
  STEMS.set(product, stems);
  return stems;
}

/** Those of the words that a product's name or description has, by their first letters: `family` finds `families`. */
function matchesOf(product: Product, words: readonly string[]): string[] {
  const stems = stemsOf(product);
  return words.filter((word) => stems.has(stemOf(word)));
}

/** The products that match best first, each saying why it is there. */
export function ranked<Item extends Product>(products: readonly Item[], words: readonly string[]): Item[] {
  const found = products.map((product) => ({ product, matches: matchesOf(product, words) }));
  const byMatches = found.toSorted((a, b) => b.matches.length - a.matches.length);
  return byMatches.map(({ product, matches }) => ({ ...product, briefRelevance: explain(matches) }));
}

const lists = lazily(() => new Intl.ListFormat("en"));

function explain(matches: readonly string[]): string {
  if (matches.length === 0) return "Nothing in the brief names it; it adds reach.";
  return `Matches the brief on ${lists().format(matches)}.`;
}

function stemOf(word: string): string {
  return word.slice(0, STEM_LENGTH);
}
