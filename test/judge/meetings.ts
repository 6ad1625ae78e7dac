import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { discovery, type Matcher } from "./judge.ts";
import { GradedProduct, LANGUAGES } from "./set.ts";

export const MEETING_CLASSES = ["plain", "paraphrase", "b2b", "typo", "situation", "wordy"] as const;

const Text = z.string().trim().min(1);
const Offer = GradedProduct.extend({ id: Text });

const Meeting = z.strictObject({
  id: Text,
  language: z.enum(LANGUAGES),
  class: z.enum(MEETING_CLASSES),
  brief: Text,
  /** What a careful planner would book for it. */
  fits: Offer,
  /** What looks like it and belongs below it. */
  misses: z.array(Offer).min(1),
});
export type Meeting = z.infer<typeof Meeting>;

/** A brief and where discovery puts what answers it, among the products of all briefs of its file. */
export interface Met {
  readonly meeting: Meeting;
  /** From 1; null if it is not shown. */
  readonly rank: number | null;
  /** Is it above everything that only looks like it? */
  readonly isAboveMisses: boolean;
}

export interface MeetingFigures {
  readonly briefs: number;
  /** The share of briefs whose answer is first of its own three. */
  readonly aboveMisses: number;
  /** The share of briefs whose answer is the first of all, and among the first three. */
  readonly first: number;
  readonly firstThree: number;
  /** The share of briefs whose answer is not shown. */
  readonly absent: number;
}

export const readMeetings = (file: string): Meeting[] =>
  z.array(Meeting).parse(JSON.parse(readFileSync(join(import.meta.dirname, "meetings", `${file}.json`), "utf8")));

export async function meet(meetings: readonly Meeting[]): Promise<Met[]> {
  const matcher: Matcher = discovery(meetings.flatMap(({ fits, misses }) => [fits, ...misses]));
  const met: Met[] = [];
  for (const meeting of meetings) {
    const { id, language, brief: text, fits, misses } = meeting;
    const order = await matcher({
      id,
      language,
      text,
      class: "plain",
      constraints: [],
      grades: {},
      nothingFits: false,
    });
    const place = order.indexOf(fits.id);
    const isAboveMisses = place >= 0 && misses.every((miss) => !order.slice(0, place).includes(miss.id));
    met.push({ meeting, rank: place < 0 ? null : place + 1, isAboveMisses });
  }
  return met;
}

export function meetingFiguresOf(met: readonly Met[]): MeetingFigures {
  const share = (is: (one: Met) => boolean) => (met.length === 0 ? Number.NaN : met.filter(is).length / met.length);
  return {
    briefs: met.length,
    aboveMisses: share(({ isAboveMisses }) => isAboveMisses),
    first: share(({ rank }) => rank === 1),
    firstThree: share(({ rank }) => rank !== null && rank <= 3),
    absent: share(({ rank }) => rank === null),
  };
}
