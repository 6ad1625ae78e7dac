import { has, type Language, months, plainOf, readText, tokensOf } from "../brief/index.ts";
import { canonicalChannel } from "../channels/channel.ts";
import type { Product } from "../seller-agent/index.ts";
import { isKindOf } from "./closeness.ts";
import { doubtNames, focused } from "./offers/focus.ts";
import { type Meanings, writeMeanings } from "./offers/meaning-pages.ts";
import { calledByItself, publisherNamesOf, withoutNames } from "./offers/own-names.ts";
import { Places } from "./offers/places.ts";
import { tradeKeys } from "./offers/trade.ts";
import { type WordMarks, writeMarks } from "./offers/word-marks.ts";
import { FORMS, spreadOf, subjectsAmong } from "./specificity.ts";

/** A product's own text, prepared for comparison with briefs. */
export interface OfferReading {
  /** Topics, audiences, seasons and cities by `kind:id`, each with how much the product is about it, up to 1. */
  readonly concepts: ReadonlyMap<string, number>;
  /** The same by their numbers. */
  readonly meanings: Meanings;
  /** Subjects that it states it avoids. */
  readonly refused: ReadonlySet<string>;
  /** Its distinctive words and their stems, each with the weight of its position. */
  readonly words: ReadonlyMap<string, number>;
  readonly marks: WordMarks;
  /** The language of its text, and the languages that it states. */
  readonly languages: readonly Language[];
  /** AdCP's types of properties that it states. */
  readonly properties: ReadonlySet<string>;
  /** It says that it is for everybody. */
  readonly isForAll: boolean;
  /** Its name and its description say the same subject. */
  readonly isOfSubject: boolean;
  /** Its text says so much that what it says in one place alone may be said in passing. */
  readonly saysMuch: boolean;
  /** It is for people at work. */
  readonly isTrade: boolean;
  /** How much its subjects say as a whole; 0 if it has none. */
  readonly spread: number;
  /** When its text says that it is sold. */
  readonly soldIn: months.Months;
}

/** A product as a seller offers it. */
export interface Offer {
  readonly salesAgentId: string;
  readonly salesAgentName?: string;
  readonly product: Product;
}

/** A field's weight: the seller's note is the one text that is written in order to be found. */
const WEIGHTS = { name: 1, tags: 0.85, description: 0.95, note: 0.25 };
/** A subject by a word that a public list has, and the lexicon has not. */
const DERIVED = 0.6;
/** The broader of a word's meanings: a magazine for roofers is less of one for the building trades. */
const BROADER = 0.6;
const LONGEST = 3_000;
/** No part of any country, as the text alone tells. */
const POINTS: ReadonlySet<string> = new Set(["city:south", "city:north", "city:east", "city:west"]);
const CONCEPTS = ["topic", "audience", "season", "city"] as const;

/** The size of the cache: what has been read is not read again for the next brief. */
const MOST_REMEMBERED = 12_000;
const remembered = new Map<string, Remembered>();
let count = 0;

interface Remembered {
  readonly product: Product;
  readonly sellerName: string | undefined;
  readonly reading: OfferReading;
  /** Of another product with the same id. */
  readonly next: Remembered | undefined;
}

export function readOffer(offer: Offer): OfferReading {
  const known = recall(offer);
  if (known) return known;
  const reading = read(offer.salesAgentName ?? "", offer.product);
  if (count >= MOST_REMEMBERED) forgetSome();
  const { product, salesAgentName: sellerName } = offer;
  remembered.set(product.productId, { product, sellerName, reading, next: remembered.get(product.productId) });
  count++;
  return reading;
}

/** The cached reading of the same words. Found by the product's id, because hashing all the words would take longer. */
export function recall(offer: Offer): OfferReading | undefined {
  let one = remembered.get(offer.product.productId);
  while (one && !saysTheSame(one, offer)) one = one.next;
  return one?.reading;
}

/** It does not say what it is about, so it cannot be judged. */
export function isSilent(offer: Offer): boolean {
  const { concepts, isForAll } = readOffer(offer);
  return concepts.size === 0 && !isForAll;
}

function saysTheSame({ product: one, sellerName }: Remembered, { product: other, salesAgentName }: Offer): boolean {
  if (one === other) return true;
  return (
    one.name === other.name &&
    one.description === other.description &&
    one.briefRelevance === other.briefRelevance &&
    sellerName === salesAgentName &&
    publishersIn(one) === publishersIn(other)
  );
}

function publishersIn({ publisherProperties }: Product): string {
  if (publisherProperties.length === 0) return "";
  return publisherProperties
    .map(({ publisherDomain, propertyTags }) => publisherDomain + (propertyTags?.join() ?? ""))
    .join();
}

/** The oldest are removed, a tenth of all at a time. */
function forgetSome(): void {
  for (const [productId, first] of remembered) {
    remembered.delete(productId);
    for (let one: Remembered | undefined = first; one; one = one.next) count--;
    if (count < MOST_REMEMBERED * 0.9) return;
  }
}

function read(sellerName: string, product: Product): OfferReading {
  const fields = fieldsOf(sellerName, product);
  const text = fields.map((field) => field.text).join("\n");
  const ownLength = text.length - (fields.at(-1)?.text.length ?? 0);
  const { mentions, polarity, terms, writtenIn } = readText(text, ownLength);
  const weightAt = weightsOf(fields);
  const nameLength = fields[0]?.text.length ?? 0;
  const languages = languagesIn(mentions.content, writtenIn, ownLength);
  const said = meaningsIn(mentions.content, polarity, { weightAt, nameLength });
  const { concepts, refused, refusedByName, properties, lastAt, places } = said;
  const words = wordsOf(text, terms, weightAt);
  for (const part of domainPartsOf(product)) words.set(`publisher:${plainOf(part.toLowerCase())}`, 1);
  addShown(concepts, product);
  // A newsletter called "Without migraine" is on migraine, if its description is.
  for (const key of refusedByName) if (!concepts.has(key)) refused.add(key);
  for (const key of refused) concepts.delete(key);
  doubtNames(concepts, lastAt, nameLength);
  const isOfSubject = topicsUntil(nameLength, mentions).some((key) => (lastAt.get(key) ?? 0) >= nameLength);
  // "True Crime, run of network: all shows on true crime" reaches all of those listeners, and nobody else.
  const isForAll = !isOfSubject && mentions.scope.some((mention) => has(mention, "filler", "generic-reach"));
  return {
    ...saidBy(focused(concepts, isForAll), places),
    saysMuch: places.saysMuch,
    refused,
    words,
    marks: writeMarks(words.keys()),
    languages: [...new Set(languages)],
    properties,
    isForAll,
    isOfSubject,
    soldIn: monthsIn(product, languages),
  };
}

/** What a text is about and shuts out, and where it says so. */
function meaningsIn(
  content: ReturnType<typeof readText>["mentions"]["content"],
  polarity: ReturnType<typeof readText>["polarity"],
  { weightAt, nameLength }: { readonly weightAt: (start: number) => number; readonly nameLength: number },
) {
  const concepts = new Map<string, number>();
  const [refused, refusedByName, properties] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const lastAt = new Map<string, number>();
  const places = new Places();
  for (const mention of content) {
    const said: string[] = [];
    for (const { kind, id, isHint, isImplied, isDerived } of mention.senses) {
      if (kind === "property" && !polarity.stances.get(mention)?.negated) properties.add(id);
      if (isHint || !(CONCEPTS as readonly string[]).includes(kind)) continue;
      const key = `${kind}:${id}`;
      if (POINTS.has(key)) continue;
      if (polarity.stances.get(mention)?.negated) {
        if (!isImplied && !isDerived && !isBroader(key, mention.senses))
          (mention.end <= nameLength ? refusedByName : refused).add(key);
      } else {
        const weight =
          weightAt(mention.start) * (isDerived ? DERIVED : 1) * (isBroader(key, mention.senses) ? BROADER : 1);
        concepts.set(key, Math.max(concepts.get(key) ?? 0, weight));
        lastAt.set(key, Math.max(lastAt.get(key) ?? 0, mention.start));
        said.push(key);
      }
    }
    if (said.length > 0) places.add(said, mention.end <= nameLength);
  }
  return { concepts, refused, refusedByName, properties, lastAt, places };
}

function saidBy(concepts: ReadonlyMap<string, number>, { byKey }: Places) {
  return {
    concepts,
    meanings: writeMeanings(concepts, byKey),
    isTrade: [...concepts.keys()].some((key) => tradeKeys().has(key)),
    spread: spreadOf(subjectsAmong(concepts)),
  };
}

/** But for those that are only a way of telling: "news", "entertainment". */
function topicsUntil(end: number, { content }: ReturnType<typeof readText>["mentions"]): string[] {
  return content
    .filter((mention) => mention.end <= end)
    .flatMap(({ senses }) => senses.filter(({ kind, id, isHint }) => kind === "topic" && !isHint && !FORMS.has(id)))
    .map(({ id }) => `topic:${id}`);
}

function monthsIn({ name, description }: Product, languages: readonly Language[]): months.Months {
  const text = `${name}\n${description.slice(0, LONGEST)}`;
  return months.monthsNamedIn(text, tokensOf(text), languages);
}

/** Another meaning of the same word is a kind of it. */
function isBroader(key: string, senses: readonly { readonly kind: string; readonly id: string }[]): boolean {
  return senses.length > 1 && senses.some(({ kind, id }) => isKindOf(`${kind}:${id}`, key));
}

function domainPartsOf({ publisherProperties }: Product): string[] {
  return publisherProperties.flatMap(({ publisherDomain }) => publisherDomain.split("."));
}

/** The words, their stems and their roots, each with the weight of where it stands. */
function wordsOf(
  text: string,
  terms: ReturnType<typeof readText>["terms"],
  weightAt: (start: number) => number,
): Map<string, number> {
  const lower = text.toLowerCase();
  const words = new Map<string, number>();
  for (const { stem, word, isRefused } of terms) {
    if (isRefused) continue;
    const weight = weightAt(lower.indexOf(word));
    const plain = plainOf(word);
    for (const form of [stem, plain]) words.set(form, Math.max(words.get(form) ?? 0, weight));
    const root = rootOf(plain);
    if (root !== undefined) words.set(root, Math.max(words.get(root) ?? 0, weight * AKIN));
  }
  return words;
}

/** Who is in front of a channel is there for what it shows, whatever the description says. */
const SHOWN_TO: Readonly<Record<string, string>> = { cinema: "topic:cinema-going", gaming: "topic:gaming" };

function addShown(concepts: Map<string, number>, { channels }: Product): void {
  for (const channel of channels) {
    const about = SHOWN_TO[canonicalChannel(channel)];
    if (about !== undefined && !concepts.has(about)) concepts.set(about, WEIGHTS.tags);
  }
}

/** Words of one root are mostly about one thing: "grzyby", "grzybiarze". */
const AKIN = 0.6;
const ROOT = 5;
const LATIN = /^[a-z]+$/;

/** The root that a word shares with related ones; undefined if it is too short. */
export function rootOf(plain: string): string | undefined {
  return plain.length > ROOT && LATIN.test(plain) ? `~${plain.slice(0, ROOT)}` : undefined;
}

/** Those that it states before the one that it is written in; a seller's note on the brief behind it is in the seller's language. */
function languagesIn(
  content: ReturnType<typeof readText>["mentions"]["content"],
  writtenIn: readonly Language[],
  ownEnd: number,
): Language[] {
  const stated = content.flatMap(({ senses, end }) =>
    senses.flatMap(({ kind, id }) => (kind === "language" && end <= ownEnd ? [id as Language] : [])),
  );
  return [...stated.toReversed(), ...writtenIn];
}

interface Field {
  readonly text: string;
  readonly weight: number;
}

function fieldsOf(sellerName: string, product: Product): Field[] {
  const { name, description, publisherProperties, briefRelevance } = product;
  const publishers = publisherNamesOf(sellerName, product);
  const tags = publisherProperties.flatMap(({ propertyTags = [] }) => propertyTags).join(", ");
  return [
    { text: withoutNames(name, calledByItself(name, publishers, sellerName)), weight: WEIGHTS.name },
    { text: withoutNames(description.slice(0, LONGEST), publishers), weight: WEIGHTS.description },
    { text: tags.replaceAll(/[_-]/g, " ").slice(0, LONGEST), weight: WEIGHTS.tags },
    { text: (briefRelevance ?? "").slice(0, LONGEST), weight: WEIGHTS.note },
  ];
}

function weightsOf(fields: readonly Field[]): (start: number) => number {
  let end = 0;
  const bounds = fields.map(({ text, weight }) => {
    end += text.length + 1;
    return { end, weight };
  });
  return (start) => bounds.find((bound) => start < bound.end)?.weight ?? 0;
}
