import { has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";

/** A title is quoted at most this many tokens behind the word that says so: "our new novel is called". */
const NEAR = 6;
/** One quoted word is a name, or stressed. In characters, for Japanese has no words. */
const SHORTEST = 5;
const QUOTED = /[«„“"「『][^«»„“”"「」『』\n]+[»“”"」』]/gu;

/** "Our novel is called 'No radio in Palermo'": what a title says is neither demanded nor refused. */
export function withoutTitles(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  const titled = mentions.scope.filter((one) => has(one, "scope", "titled"));
  if (titled.length === 0) return mentions;
  const titles = [...text.matchAll(QUOTED)]
    .map(({ index, 0: quoted }) => ({ start: index, end: index + quoted.length }))
    .filter(({ start, end }) => end - start > SHORTEST && titled.some((one) => isBefore(one, start, tokens)));
  const isOutside = ({ start, end }: Mention) => !titles.some((title) => start >= title.start && end <= title.end);
  return { ...mentions, content: mentions.content.filter(isOutside), scope: mentions.scope.filter(isOutside) };
}

function isBefore({ end }: Mention, start: number, tokens: readonly Token[]): boolean {
  const between = tokens.filter((one) => one.start >= end && one.end <= start);
  return end <= start && between.length <= NEAR;
}
