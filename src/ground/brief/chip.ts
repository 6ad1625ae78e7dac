export type ChipKind =
  | "topic"
  | "audience"
  | "channel"
  | "format"
  | "property"
  | "country"
  | "region"
  | "language"
  | "season"
  | "date"
  | "maxCpm"
  | "currency"
  | "budget"
  | "cheap";

/** One thing that a brief requests, or excludes. */
export interface Chip {
  readonly kind: ChipKind;
  /**
   * AdCP's channel or type of property, ISO 3166's country, ISO 639's language, an IAB id if the taxonomy has one, an exact amount of
   * money, or else our own name.
   */
  readonly value: string;
  /** Its name in the lexicon: our topics are finer than the taxonomy's. */
  readonly concept: string;
  readonly negated: boolean;
  /** Its position in the brief, in characters; null for a caller's correction. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** 0 to 1. What is less than certain enough decides the order, and excludes nothing. */
  readonly certainty: number;
  /** Of an amount. */
  readonly currency?: string;
  /** Of a medium or a place that may be demanded or refused, and is not certain enough: how likely it is, from 0.3 to 1. */
  readonly chance?: number;
  /** Nothing else of its kind is wanted. */
  readonly exclusive?: true;
}

/** From here on a chip is a demand. */
const FIRM = 0.58;

export function isFirm({ certainty }: Chip): boolean {
  return certainty >= FIRM;
}

/** A topic that is refused by less than a hint removes nothing: where the people who are not meant do something. */
export const HINTED = 0.4;
