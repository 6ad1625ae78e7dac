import { has, type Mentions } from "./mention.ts";

/** A part of a brief about what is advertised, or about the people who are to see it. */
export interface Passage {
  readonly about: "sold" | "sought";
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[.!?…\n。؟！？;]/g;

/**
 * "We sell board games. Reach people who …": from the introducing words to the next such words or the end of the
 * sentence.
 */
export function passagesIn(text: string, { scope }: Mentions): Passage[] {
  const markers = scope
    .flatMap((mention) => {
      const about = has(mention, "scope", "sells") ? "sold" : has(mention, "scope", "seeks") ? "sought" : undefined;
      return about === undefined ? [] : [{ about, start: mention.start, after: mention.end } as const];
    })
    .sort((a, b) => a.start - b.start);
  const ends = Array.from(text.matchAll(SENTENCE_END), ({ index }) => index);
  let next = 0;
  return markers.map(({ about, start, after }, place) => {
    while (next < ends.length && (ends[next] ?? 0) < after) next++;
    return { about, start, end: Math.min(ends[next] ?? text.length, markers[place + 1]?.start ?? text.length) };
  });
}
