import type { LexiconKind } from "./lexicon-file.ts";

/** The meaning of a word or a phrase. */
export interface Sense {
  readonly kind: LexiconKind;
  readonly id: string;
  readonly isHint: boolean;
  /** A finer meaning of the same word brings it along: who refuses the finer one does not refuse it. */
  readonly isImplied?: true;
  /** From a public word list instead of the lexicon. What it stands for is broader than the word, so who refuses the word does not refuse it. */
  readonly isDerived?: true;
}
