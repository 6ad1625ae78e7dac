import MiniSearch, { type SearchOptions, type SearchResult } from "minisearch";
import type { Product } from "../seller-agent/index.ts";
import { CHANNEL_WORDS, canonicalChannel } from "./channel.ts";
import { termOf, termsOf } from "./terms.ts";

/** How well a product fits the brief, and what that rests on. */
export interface Relevance {
  /** 0 to 1: the share of the best product's score in this answer. 0 where nothing of the brief is found. */
  readonly score: number;
  /** Words of the brief, in its order. */
  readonly matchedTerms: readonly string[];
  readonly why: string;
}

interface Offer {
  readonly salesAgentId: string;
  readonly product: Product;
}

export type Ranked<Item> = Item & { readonly relevance: Relevance | null };

/**
 * Best match first, by BM25+ over what a product says of itself. The same offers get the same order and the same scores in
 * whatever order they arrive; equals stand by seller and product id. Without a brief the offers stay as they are.
 */
export async function rankProducts<Item extends Offer>(
  offers: readonly Item[],
  brief: string | undefined,
): Promise<Ranked<Item>[]> {
  const terms = termsOf(brief ?? "");
  if (terms.size === 0) return offers.map((offer) => ({ ...offer, relevance: null }));
  // The index keeps running averages, whose last digits depend on the order of insertion.
  const ordered = offers.toSorted(byId);
  const results = await search(ordered, [...terms.keys()]);
  const found = new Map(results.map((result) => [result.id as number, result]));
  const best = results[0]?.score ?? 1;
  const ranked = ordered.map((offer, index) => ({ ...offer, relevance: relevanceOf(found.get(index), terms, best) }));
  return ranked.sort((a, b) => b.relevance.score - a.relevance.score || byId(a, b));
}

/** What the seller says of the brief counts least: it is the one field that is written to be found. */
const BOOST = { name: 3, channels: 2, publishers: 2, description: 1, sellersReason: 0.5 };
type Field = keyof typeof BOOST;
const FIELDS = Object.keys(BOOST) as Field[];

const FIELD_NAMES: Readonly<Record<Field, string>> = {
  name: "name",
  channels: "channel",
  publishers: "publisher",
  description: "description",
  sellersReason: "seller's note",
};

/** Short words are only found as they are: `car` is no `care`, and `sport` no `spot`. */
const OPTIONS: SearchOptions = {
  boost: BOOST,
  combineWith: "OR",
  prefix: (term) => term.length >= 5,
  fuzzy: (term) => term.length >= 8 && 1,
  weights: { prefix: 0.5, fuzzy: 0.3 },
  // The terms are already what `termOf` makes of words.
  processTerm: (term) => term,
};

/** Of more than these others get their turn between: ten thousand take half a second. */
const CHUNK = 250;

/** Best first, each under its place among the offers. */
async function search(offers: readonly Offer[], terms: string[]): Promise<SearchResult[]> {
  const index = new MiniSearch({ fields: FIELDS, processTerm: rememberingTerms() });
  const documents = offers.map(({ product }, id) => ({ id, ...documentOf(product) }));
  if (documents.length > CHUNK) await index.addAllAsync(documents, { chunkSize: CHUNK });
  else index.addAll(documents);
  return index.search(terms.join(" "), { ...OPTIONS, tokenize: () => terms });
}

/** Products say the same words over and over: each is looked at once. */
function rememberingTerms(): typeof termOf {
  const known = new Map<string, string | null>();
  return (word) => {
    if (!known.has(word)) known.set(word, termOf(word));
    return known.get(word) ?? null;
  };
}

function documentOf(product: Product): Record<Field, string> {
  const channels = product.channels.map(canonicalChannel);
  const publishers = product.publisherProperties.flatMap((one) => [one.publisherDomain, ...one.propertyIds]);
  return {
    name: product.name,
    channels: channels.map((channel) => CHANNEL_WORDS[channel] ?? channel).join(" "),
    publishers: publishers.join(" "),
    description: product.description,
    sellersReason: product.briefRelevance ?? "",
  };
}

function relevanceOf(found: SearchResult | undefined, terms: ReadonlyMap<string, string>, best: number): Relevance {
  if (!found) return { score: 0, matchedTerms: [], why: "Nothing in the product names what the brief asks for." };
  const matchedTerms = [...terms].filter(([term]) => found.queryTerms.includes(term)).map(([, word]) => word);
  const inFields = new Set(Object.values(found.match).flat());
  const where = FIELDS.filter((field) => inFields.has(field)).map((field) => FIELD_NAMES[field]);
  return {
    score: Math.round((found.score / best) * 10_000) / 10_000,
    matchedTerms,
    why: `Matches the brief on ${LIST.format(matchedTerms)} in its ${LIST.format(where)}.`,
  };
}

const LIST = new Intl.ListFormat("en");

function byId(a: Offer, b: Offer): number {
  return order(a.salesAgentId, b.salesAgentId) || order(a.product.productId, b.product.productId);
}

/** By code unit: the same on every machine, whatever its locale. */
function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
