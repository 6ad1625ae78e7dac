import { after, SECOND_MS } from "../../kernel/clock.ts";

/** A place in the primary's log, as a number: what is written later has a higher one. */
export type LogPosition = bigint;

/** Where the primary's log ended at a moment, or a moment after it. */
export interface LogMark {
  readonly at: Date;
  readonly position: LogPosition;
}

/** What is older than this is asked of the primary: whoever asks for a list may wait for a replica, but not for an outage of one. */
export const MOST_LAG_MS = 30 * SECOND_MS;

/** PostgreSQL writes a position as two hexadecimal halves: `16/B374D848`. */
export function positionIn(text: string): LogPosition {
  const [high = "", low = ""] = text.split("/");
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

/** The newest moment of whose writes none is missing from what was replayed; null where that is longer ago than is remembered. */
export function asOf(marks: readonly LogMark[], replayed: LogPosition): Date | null {
  return marks.findLast(({ position }) => position <= replayed)?.at ?? null;
}

/** The marks with one more, without those that are too old to be of use. */
export function withMark(marks: readonly LogMark[], mark: LogMark): readonly LogMark[] {
  const oldest = after(mark.at, -MOST_LAG_MS);
  return [...marks.filter(({ at }) => at >= oldest), mark];
}
