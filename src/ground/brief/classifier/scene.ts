import { type Language, stemOf } from "../languages.ts";
import type { LexiconKind } from "../lexicon/lexicon-file.ts";
import type { Sense } from "../lexicon/sense.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { SENTENCE_END } from "../polarity/clause.ts";
import type { Token } from "../words.ts";

/** What a mention can be of: each kind is demanded and refused in its own words. */
export const SUBJECTS = ["channel", "place", "topic"] as const;
export type Subject = (typeof SUBJECTS)[number];

export const KINDS: Readonly<Record<Subject, ReadonlySet<LexiconKind>>> = {
  channel: new Set(["channel"]),
  place: new Set(["country", "region", "city"]),
  topic: new Set(["topic", "audience", "season"]),
};

/** Its meanings of a kind. What only comes along with a topic was not said. */
export function sensesOf({ senses }: Mention, subject: Subject): Sense[] {
  return senses.filter(
    ({ kind, isImplied, isDerived }) => KINDS[subject].has(kind) && !(subject === "topic" && (isImplied || isDerived)),
  );
}

/** A word for a medium and a topic means the medium. */
export function isAbout(mention: Mention, subject: Subject): boolean {
  const isMedium = mention.senses.some(({ kind, isHint }) => KINDS.channel.has(kind) && !isHint);
  return !(subject === "topic" && isMedium) && sensesOf(mention, subject).length > 0;
}

/** A brief as the classifier sees it. */
export interface Scene {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
  /** For each token its word, or what kind of thing it is part of: all channels look alike, and so do all places. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** For each token, how many sentences have ended before it. */
  readonly sentences: readonly number[];
  readonly mates: Readonly<Record<Subject, readonly Mention[]>>;
}

export function sceneOf(text: string, tokens: readonly Token[], mentions: Mentions): Scene {
  const language = mentions.languages[0] ?? "en";
  const words = tokens.map(({ kind, plain }) => (kind === "number" ? "<number>" : plain));
  for (const mention of mentions.content) {
    const name = nameOf(mention);
    if (name) for (let at = mention.from; at < mention.to; at++) if (tokens[at]?.kind !== "japanese") words[at] = name;
  }
  const stems = words.map((word, index) =>
    tokens[index]?.kind === "word" && !word.startsWith("<") ? stemOf(word, language) : word,
  );
  let ended = 0;
  const sentences = tokens.map((token) => (isEnd(token) ? ended++ : ended));
  const matesOf = (subject: Subject) =>
    mentions.content.filter(({ senses }) => senses.some(({ kind }) => KINDS[subject].has(kind)));
  const mates = { channel: matesOf("channel"), place: matesOf("place"), topic: matesOf("topic") };
  return {
    text,
    language,
    tokens,
    mentions: withoutInnerWords(mentions, mates.channel),
    words,
    stems,
    sentences,
    mates,
  };
}

/** "Display and out-of-home": the "out of" in a medium's name drops nothing beside it. */
function withoutInnerWords(mentions: Mentions, media: readonly Mention[]): Mentions {
  const isInner = (one: Mention) =>
    has(one, "scope", "drop-particle") &&
    media.some(({ from, to }) => from <= one.from && one.to <= to && to - from > one.to - one.from);
  const scope = mentions.scope.filter((one) => !isInner(one));
  return scope.length === mentions.scope.length ? mentions : { ...mentions, scope };
}

function nameOf({ senses }: Mention): string | undefined {
  if (senses.some(({ kind }) => KINDS.channel.has(kind))) return "<channel>";
  return senses.some(({ kind }) => KINDS.place.has(kind)) ? "<place>" : undefined;
}

export function isEnd({ kind, text }: Token): boolean {
  return kind === "break" && (SENTENCE_END.test(text) || text.includes(";") || text.includes("；"));
}

/** A text of nothing but names of media has hundreds; so many on either side are enough. */
const NEAR_BY = 20;

/** Of what a text has in order, what is around one of it. */
export function neighboursOf<Item>(place: number, among: readonly Item[]): Item[] {
  return [...among.slice(Math.max(0, place - NEAR_BY), place), ...among.slice(place + 1, place + 1 + NEAR_BY)];
}
