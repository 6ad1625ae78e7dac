import type { Sense } from "../lexicon/lexicon.ts";
import { isTelling, type Mention, type Mentions } from "../mention.ts";
import type { Passage } from "../passages.ts";

/** Of a letter, what stands outside the sentences that say who is sought: where the firm is from, what it did, whom it thanks. */
const BACKGROUND = 0.45;
/** A brief of fewer sentences has no room for anything else than what it asks for. */
const LETTER = 4;
const SENTENCE = /[^.!?…\n。؟！？]+[.!?…\n。؟！？]*/g;
const SUBJECTS: ReadonlySet<Sense["kind"]> = new Set(["topic", "audience"]);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The parts of a letter that tell of its writer; none in a brief that is shorter, or that says nowhere whom it seeks. */
export function backgroundIn(text: string, { content }: Mentions, passages: readonly Passage[]): readonly Span[] {
  const sentences = Array.from(text.matchAll(SENTENCE), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  })).filter(({ start, end }) => text.slice(start, end).trim().length > 1);
  if (sentences.length < LETTER) return [];
  const sought = passages.filter(({ about }) => about === "sought");
  const isAboutSomebody = (span: Span) => content.some((one) => isIn(one, span) && one.senses.some(isTelling));
  if (!sought.some(isAboutSomebody)) return [];
  return sentences.filter((sentence) => !sought.some((passage) => isIn(passage, sentence)));
}

function isIn(one: Span, { start, end }: Span): boolean {
  return one.start >= start && one.start < end;
}

/** What counts of a subject in the background. */
export function backgroundShare({ kind }: Sense, mention: Mention, background: readonly Span[]): number {
  return SUBJECTS.has(kind) && background.some((span) => isIn(mention, span)) ? BACKGROUND : 1;
}
