import type { Stood } from "../chips-of.ts";
import { has, type Mention } from "../mention.ts";
import { clauseOf, isIn, isRefusing, sentenceOf } from "../polarity/clause.ts";
import { isReleased } from "../polarity/exceptions/released.ts";
import { isBesides } from "../polarity/idle-negators.ts";

/** "Le jeu vidéo est sorti": the game, and no advertising in it. */
export function isUnrefusedGame(mention: Mention, { mentions }: Stood): boolean {
  return has(mention, "channel", "gaming-ads") && has(mention, "topic") && !mentions.scope.some(isRefusing);
}

/** "Our podcast is out on Monday." */
export function isOut(mention: Mention, { text, tokens, mentions }: Stood): boolean {
  const clause = clauseOf(mention, tokens);
  const here = mentions.scope.filter((one) => isIn(clause, one) && isRefusing(one));
  return here.length > 0 && here.every((one) => isReleased(one, { text, tokens, ...mentions }));
}

/** "Display: jewellery and watches": what is all that stands before a colon heads what follows, where no word refuses. */
export function isHeading({ from, to }: Mention, { tokens, mentions }: Stood): boolean {
  const before = tokens[from - 1];
  const isFirst = !before || before.kind === "break";
  return isFirst && tokens[to]?.text.startsWith(":") === true && !mentions.scope.some(isRefusing);
}

/** "Ne pas exclure la radio", "oltre ai podcast anche display": beside such words, and where none refuses. */
export function isAffirmed(mention: Mention, { text, tokens, mentions }: Stood): boolean {
  const sentence = sentenceOf(mention, tokens);
  const isAffirming = (one: Mention) => AFFIRMING.some((id) => has(one, "scope", id)) && isIn(sentence, one);
  const isRefusal = (one: Mention) => isRefusing(one) && !isBesides(one, { text, tokens, ...mentions });
  return mentions.scope.some(isAffirming) && !mentions.scope.some(isRefusal);
}

const AFFIRMING = ["affirmer", "postaffirmer", "also"] as const;
