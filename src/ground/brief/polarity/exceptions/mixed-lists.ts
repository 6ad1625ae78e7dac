import { has, type Mention } from "../../mention.ts";
import { isSensitive } from "../../sides/sensitive.ts";
import { REFUSED } from "../../stance.ts";
import type { Token } from "../../words.ts";
import { type Before, clauseOf, isChoosable, isIn, isRefusing, sentenceOf } from "../clause.ts";
import { isPlace } from "../lists.ts";
import { AND, areJoinedBy } from "../rejections.ts";

/** "Gambling and influencers are out", "France and radio are excluded": what refuses the one end of a list refuses all of it, of whatever kinds it is. */
export function refuseMixedLists(before: Before): void {
  for (const little of before.scope) {
    if (!isVerb(little)) continue;
    const list = listBehindWhich(little, before);
    const isRefused = (one: Mention) => before.stances.get(one)?.negated === true;
    const isOne = list.length > 1 && list.some(isRefused);
    if (!isOne && !(isShunned(little, list, before) && list.every((one) => isChoosable(one) || isSensitive(one))))
      continue;
    for (const one of list) if (!before.stances.get(one)?.exclusive) before.stances.set(one, REFUSED);
  }
}

const VERBS = ["postnegator", "rejection", "drops", "done-with", "dismissal", "forbids"] as const;

/** A bare "no" may be of what stands next to it alone. */
function isVerb(little: Mention): boolean {
  const isPhrase = little.to - little.from > 1 && has(little, "scope", "negator");
  return isRefusing(little) && (isPhrase || VERBS.some((id) => has(little, "scope", id)));
}

/** "Gambling titles we'd rather not touch", "on préfère éviter": the object stands in front, and who says so behind it. */
function isShunned(little: Mention, [last]: readonly Mention[], { text, tokens }: Before): boolean {
  if (!last) return false;
  const said = text.slice(last.end, clauseOf(little, tokens).end);
  return said.length <= SHORT && SHUNNING.test(said);
}

/** In characters. */
const SHORT = 48;
const SHUNNING =
  /\s(?:we|we['’]d|i|i['’]d|wir|on|nous|wij|we)\s(?:would\s|['’]d\s|wollen\s|möchten\s|préfér\p{L}+\s|préfère\s|willen\s)?(?:rather not\s|rather avoid|prefer to avoid|prefer not\s|lieber vermeiden|éviter|liever vermijden|liever mijden)/iu;

/** At most so many tokens stand between a list and what refuses it. */
const NEAR = 5;

/** The list that a sentence or a clause begins with, and that this word ends. */
function listBehindWhich(little: Mention, before: Before): Mention[] {
  const { text, tokens, content, scope } = before;
  const sentence = sentenceOf(little, tokens);
  const named = content.filter((one) => isIn(sentence, one));
  const last = named.findLast(({ start }) => start < little.start);
  const own = clauseOf(little, tokens);
  if (!last || last.end > little.start || little.from - last.to > NEAR) return [];
  if (named.some((one) => one.start >= little.end && isIn(own, one)) || isOfOne(text.slice(last.end, little.end)))
    return [];
  const isBetween = (one: Mention) => one.start >= last.end && one.end <= little.start;
  if (scope.some((one) => isBetween(one) && PARTING.some((id) => has(one, "scope", id)))) return [];
  const list: Mention[] = [last];
  for (const one of named.toReversed()) {
    const next: Mention = list.at(-1) ?? last;
    if (one.end > next.start) continue;
    const gap = bare(one.end, next, before);
    // "All of the EU, Poland and Hungary excluded": a comma parts places from what they are in.
    if (!areJoinedBy(gap) || (next === last ? !AND.test(gap) : isPlace(one) || isPlace(next))) break;
    list.push(one);
  }
  return isFirst(list.at(-1) ?? last, named, before) ? list : [];
}

const PARTING = ["contrast", "affirmer", "exclusive", "negator"] as const;

/** A verb that speaks of one thing speaks of the last: "podcasts, and politics is out". */
function isOfOne(said: string): boolean {
  return ONE.test(said);
}

const ONE =
  /(?:^|\s)(?:is|isn['’]t|was|has|doesn['’]t|ist|war|hat|fällt|kommt|scheidet|bleibt|est|reste|es|queda|está|è|resta|va|é|fica|valt|blijft|jest|odpada)(?:\s|$)/iu;

/** What joins two items, without the nouns that say no more than that they are media: "gambling *titles* and". */
function bare(from: number, next: Mention, { text, scope }: Before): string {
  const noun = scope.find(
    (one) => one.start >= from && one.start - from <= 1 && one.end <= next.start && one.senses.some(isNoun),
  );
  const gap = text.slice(noun?.end ?? from, next.start);
  return gap.trim() === "" && text[next.start] === "و" ? "و" : gap;
}

function isNoun({ kind, id }: Mention["senses"][number]): boolean {
  return kind === "filler" || id === "medium-label";
}

/** Its clause begins with it, but for an article, or for what it belongs to: "les sites de jeux d'argent". */
function isFirst(one: Mention, named: readonly Mention[], { tokens }: Before): boolean {
  const { start } = clauseOf(one, tokens);
  const opening = tokens.filter((token) => token.start >= start && token.start < one.start);
  return opening.every((token) => isLittle(token) || named.some((of) => isSite(of) && isIn(of, token)));
}

function isSite(one: Mention): boolean {
  return one.senses.every(({ id }) => id === "website");
}

function isLittle({ plain }: Token): boolean {
  return plain.length <= LONGEST_ARTICLE && !NOT_LITTLE.has(plain);
}

/** In letters. */
const LONGEST_ARTICLE = 3;
const NOT_LITTLE: ReadonlySet<string> = new Set(
  "no not nur in on for fur per por para pas non nao nie geen bez".split(" "),
);
