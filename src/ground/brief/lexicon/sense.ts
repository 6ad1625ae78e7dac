import type { LexiconKind } from "./lexicon-file.ts";

/** The meaning of a word or a phrase. */
export interface Sense {
  readonly kind: LexiconKind;
  readonly id: string;
  readonly isHint: boolean;
  /** A finer meaning of the same word brings it along: who refuses the finer one does not refuse it. */
  readonly isImplied?: true;
}
