import type { LexiconKind } from "./lexicon-file.ts";

/** What a word or a phrase stands for. */
export interface Sense {
  readonly kind: LexiconKind;
  readonly id: string;
  readonly isHint: boolean;
  /** A finer meaning of the same word brings it along: who refuses the finer one does not refuse it. */
  readonly isImplied?: true;
}
