import type { Language } from "./languages.ts";
import type { Sense } from "./lexicon/lexicon.ts";

/** A place in a text that the lexicon has a meaning for. */
export interface Mention {
  /** In characters. */
  readonly start: number;
  readonly end: number;
  /** The first token and the one behind the last. A mention inside a run of Japanese has the run's. */
  readonly from: number;
  readonly to: number;
  readonly senses: readonly Sense[];
  /** 0 to 1: how certain it is that this was meant. */
  readonly certainty: number;
  /** Its words name what people go without, and its meanings are what they want instead. */
  readonly isReplaced?: true;
  /** Its word means this by another that is near: they tell what people do. */
  readonly isPair?: true;
}

/** What a text is about, and how its function words modify it. */
export interface Mentions {
  readonly languages: readonly Language[];
  readonly content: readonly Mention[];
  /** Negators, prices and similar words: they may be part of a term, as in `alcohol free`. */
  readonly scope: readonly Mention[];
}

export const CERTAINTY = {
  word: 0.95,
  /** In a secondary language of the text. */
  along: 0.85,
  /** A form of a word that is only known in another one. */
  form: 0.85,
  /** An English word in a text of another language. */
  foreign: 0.75,
  compound: 0.75,
  /** A medium that the words of a clause describe. */
  recognised: 0.7,
  /** A slip of a finger in the name of a medium or a market, which few other words are like. */
  slip: 0.7,
  typingError: 0.6,
  /** From a public word list. Too little for a demand. */
  derived: 0.5,
  hint: 0.4,
} as const;

const SCOPE_KINDS = new Set(["scope", "money", "filler"]);

export function isScope({ kind }: Sense): boolean {
  return SCOPE_KINDS.has(kind);
}

export function has(mention: Mention, kind: Sense["kind"], id?: string): boolean {
  return mention.senses.some((sense) => sense.kind === kind && (id === undefined || sense.id === id));
}

/** What is told of many people and firms, whoever they are. */
const TOLD_OF_MANY: ReadonlySet<string> = new Set(
  "women men young-adults seniors teens locals expats family morning evening decision-makers executives business careers job-search home-garden".split(
    " ",
  ),
);

/** It says what, or whom, a sentence is about. */
export function isTelling({
  kind,
  id,
  isHint,
}: {
  readonly kind: string;
  readonly id: string;
  readonly isHint?: boolean;
}): boolean {
  return (kind === "topic" || kind === "audience") && !isHint && !TOLD_OF_MANY.has(id);
}
