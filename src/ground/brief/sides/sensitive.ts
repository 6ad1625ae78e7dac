import type { Mention } from "../mention.ts";

/** What brands stay away from, so that one word against it is enough. */
const SENSITIVE: ReadonlySet<string> = new Set(
  (
    "adult-content alcohol crime true-crime drugs drugs-tobacco tobacco gambling hate-speech horror-films politics religion terrorism violence war weapons " +
    "celebrity-news disasters accidents extremism conspiracy-theories"
  ).split(" "),
);

export function isSensitive({ senses }: Mention): boolean {
  return senses.some(({ id }) => SENSITIVE.has(id));
}
