import type { Mention } from "../mention.ts";
import type { Token } from "../words.ts";

/** What is read of amounts: all of a text, or what is near one number. */
export interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly Mention[];
  readonly content: readonly Mention[];
  readonly negators: readonly Mention[];
  readonly unpaid: readonly Mention[];
  /** Verbs of what a thing costs. */
  readonly costs: readonly Mention[];
  readonly countries: ReadonlySet<string>;
}

/** The word that explains a number is at most this many characters away. */
export const NEAR = 16;
/** Nothing further away says anything of a number: a text of many would take long if each were compared with every word. */
const FURTHEST = 64;
const MOST_TOKENS = 16;

export function surroundingsOf({ start, end }: Token, index: number, page: Page): Page {
  const tokens = page.tokens.slice(Math.max(0, index - MOST_TOKENS), index + MOST_TOKENS + 1);
  return { ...nearOf(start, end, page), tokens };
}

/** What is mentioned near an amount. */
export function nearOf(start: number, end: number, page: Page): Page {
  const near = (mentions: readonly Mention[]) => between(start - FURTHEST, end + FURTHEST, mentions);
  const { words, content, negators, unpaid, costs } = page;
  return {
    ...page,
    words: near(words),
    content: near(content),
    negators: near(negators),
    unpaid: near(unpaid),
    costs: near(costs),
  };
}

/** No mention is longer. In characters. */
const LONGEST = 120;

/** Of mentions in their order, without going over all of them for each of many amounts. */
function between(from: number, to: number, mentions: readonly Mention[]): Mention[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < from - LONGEST) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let one = mentions[low]; one && one.start <= to; one = mentions[++low]) if (one.end >= from) found.push(one);
  return found;
}

/** As they stand in the text. */
export function inOrder(mentions: readonly Mention[]): Mention[] {
  return mentions.toSorted((a, b) => a.start - b.start);
}
