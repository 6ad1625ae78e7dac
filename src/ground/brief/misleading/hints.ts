import type { Sense } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { isInGame } from "../recognition/games-themselves.ts";
import type { Stance } from "../stance.ts";
import type { Token } from "../words.ts";
import { isChosen } from "./unclear-media.ts";

/** Of a hint that is a demand nevertheless. */
export const DEMANDED = 0.85;

/** Excluding magazines, or requesting only magazines, refers to the medium. */
export function hintShare(
  { kind, id, isHint }: Sense,
  mention: Mention,
  stance: Stance | undefined,
  page: { readonly tokens: readonly Token[]; readonly mentions: Mentions },
): number {
  if (!isHint) return 1;
  const isMedium = kind === "channel" || kind === "property";
  // "Articles on war" are what they are about.
  if (id === "text-media" && stance?.negated) return AS_CONTENT;
  // "Casinos en ligne", "les paris en ligne": where the subject is, and no medium.
  if (id === "online-anywhere" && page.mentions.content.some((one) => one.to === mention.from && has(one, "topic")))
    return AS_CONTENT;
  const isSaid = stance?.negated || stance?.exclusive || (kind === "channel" && isChosen(mention, page));
  return isMedium && isSaid ? DEMANDED : AS_CONTENT;
}

/** Of a hint at a medium. */
const AS_CONTENT = 0.45;

/** "Websites, no apps": of two types of property, one of which is refused, the other is wanted. */
export function isOnlyType(
  { kind }: Sense,
  { start, end }: Mention,
  text: string,
  { stances, content }: { readonly stances: ReadonlyMap<Mention, Stance>; readonly content: readonly Mention[] },
): boolean {
  const isBeside = (one: Mention) => {
    const [from, to] = one.end <= start ? [one.end, start] : [end, one.start];
    return to - from > 0 && to - from <= BESIDE && !/[.!?\n]/.test(text.slice(from, to));
  };
  return kind === "property" && content.some((one) => has(one, kind) && stances.get(one)?.negated && isBeside(one));
}

/** In characters. */
const BESIDE = 16;

/** "New video games for teenagers", "gaming": games that are not said to be where the ads are. */
export function isGame(
  { kind, id, isHint }: Sense,
  mention: Mention,
  stance: Stance | undefined,
  page: { readonly tokens: readonly Token[]; readonly mentions: Mentions },
): boolean {
  if (kind !== "channel" || id !== "gaming-ads" || !isHint || !has(mention, "topic")) return false;
  // "Gaming: yes."
  const isLabel = page.tokens[mention.to]?.text.startsWith(":");
  if (stance?.negated || stance?.exclusive || isLabel) return false;
  return !isInGame(mention, page.tokens) && !isChosen(mention, page);
}
