import { has, type Mention } from "../mention.ts";
import {
  type Before,
  clauseAt,
  clauseOf,
  distance,
  isDemandable,
  isIn,
  type Span,
  sentenceOf,
  wantedIn,
} from "../polarity/clause.ts";
import { areOfOneMatter } from "../polarity/lists.ts";
import { INSISTED, isStrict, REFUSED, withdraw } from "../stance.ts";
import type { Token } from "../words.ts";

const WHOLE: Span = { start: 0, end: Number.POSITIVE_INFINITY };

/**
 * "Last year we advertised in France"; "as last year" and "only France since" are demands. It gives way to what is wanted now: "last
 * year the radio, this year podcasts".
 */
export function earlier(little: Mention, before: Before): void {
  const isLike = before.scope.some((one) => one.to === little.from && has(one, "scope", "likeness"));
  if (isLike) return;
  const clause = clauseAt(little, before.tokens);
  const others = wantedIn(WHOLE, before).filter((one) => !isIn(clause, one) && !before.stances.get(one)?.withdrawn);
  for (const one of wantedIn(clause, before)) {
    const stance = before.stances.get(one);
    if (!stance || (stance.exclusive && !WAS.test(before.text.slice(one.end)))) continue;
    if (others.some((other) => areOfOneMatter(one, other))) withdraw(one, before);
    else before.stances.set(one, { ...stance, hedged: true });
  }
}

/** 「去年は新聞だけでした」 */
const WAS = /^(?:広告)?(?:だけ|のみ)?(?:でした|だった)/u;

/** Italian "che si veda in Svizzera" is what is to be seen; "si vedrà" is what will be seen later. */
export function isRelative(little: Mention, { scope }: Before): boolean {
  return scope.some((one) => one.to === little.from && has(one, "scope", "relative"));
}

/** "France, we'll see", "if the test goes well, Thailand will follow": in its clause, or in the one beside it. */
export function later(little: Mention, before: Before): void {
  const { tokens } = before;
  const clause = clauseOf(little, tokens);
  const sentence = sentenceOf(little, tokens);
  // A language that waits is none of this campaign's.
  for (const one of before.content)
    if (isIn(clause, one) && has(one, "language") && !before.stances.get(one)?.exclusive)
      before.stances.set(one, REFUSED);
  const here = wantedIn(clause, before).filter((one) => !isMeant(one, before));
  const isSeeing = SEEING.test(before.text.slice(little.start, little.end));
  const rest = wantedIn(sentence, before).filter(
    (one) => !isMeant(one, before) && !(isSeeing && isAhead(one, little, before)),
  );
  const [nearest] = rest.toSorted((a, b) => distance(a, little) - distance(b, little));
  const beside = nearest ? rest.filter((one) => isIn(clauseOf(nearest, tokens), one)) : [];
  for (const one of here.length > 0 ? here : beside) withdraw(one, before);
}

/** "We shall see" is said of what stands before it: "luego veremos, podcasts"; and "podcasts en Francia, luego veremos" begins with them. */
function isAhead(one: Mention, little: Mention, { text }: Before): boolean {
  return one.start >= little.end || THEN.test(text.slice(Math.max(0, little.start - LONGEST_THEN), little.start));
}

const SEEING =
  /^(?:(?:we['’]ll|we will|we shall) see|remains to be seen|sehen wir dann|werden wir sehen|schauen wir mal|mal sehen|on verra|nous verrons|ya se verá|ya veremos|veremos|se verá|vedremo|si vedrà|vamos ver|(?:zobaczymy|się zobaczy))$/iu;
const THEN =
  /(?:^|[\s,;])(?:then|after that|danach|dann|ensuite|puis|après|luego|después|poi|dopo|depois|daarna|potem|później)\s(?:ya\s)?$/iu;
/** In characters. */
const LONGEST_THEN = 16;

/** Its clause says that it is wanted at once, or alone. */
export function isMeant(one: Mention, { tokens, scope, stances }: Before): boolean {
  const clause = clauseOf(one, tokens);
  return stances.get(one)?.exclusive === true || scope.some((word) => has(word, "scope", "now") && isIn(clause, word));
}

/** "If legal clears it, cinema too; for now podcasts", "Switzerland next year, now Austria": the others wait. */
export function atOnce(little: Mention, before: Before): void {
  const { tokens, scope } = before;
  const meant = wantedIn(clauseAt(little, tokens), before);
  if (meant.length === 0) return;
  const waiting = scope.flatMap((one) => {
    if (has(one, "scope", "next-time")) return wantedIn(clauseAt(one, tokens), before);
    if (!has(one, "scope", "if") || one.start > little.start) return [];
    return wantedIn(sentenceOf(one, tokens), before).filter(({ start }) => start >= one.end);
  });
  for (const one of waiting)
    if (!meant.includes(one) && !isMeant(one, before) && meant.some((other) => areOfOneMatter(one, other)))
      withdraw(one, before);
}

/** "Besides radio, which we always do, we would like magazines": what is done anyway gives way to what is new. */
export function leaveHabitual(little: Mention, before: Before): void {
  const { tokens, content } = before;
  const sentence = sentenceOf(little, tokens);
  const last = content.findLast((one) => isDemandable(one) && isIn(sentence, one) && one.start <= little.start);
  if (!last) return;
  const others = wantedIn(WHOLE, before).filter((one) => one.from !== last.from && areOfOneMatter(one, last));
  if (others.length > 0)
    for (const one of content) if (one.from === last.from && isDemandable(one)) withdraw(one, before);
}

/** "Last year the CPM came out at 20 euros", "our rival pays a CPM of 18". */
export function isReported(span: Span, tokens: readonly Token[], scope: readonly Mention[]): boolean {
  return scope.some(
    (one) =>
      (TELLING.some((id) => has(one, "scope", id)) && isIn(clauseAt(one, tokens), span)) ||
      (ASKING.some((id) => has(one, "scope", id)) && isIn(sentenceOf(span, tokens), one)) ||
      has(one, "scope", "no-order"),
  );
}

const TELLING = ["earlier", "others", "rival"] as const;
/** "Is a CPM of 30 usual?", "a CPM of 10, but it may be more". */
const ASKING = ["usual", "may-exceed"] as const;

/**
 * "Last year we did radio, this year we prefer podcasts", "our rivals are on TV, we want podcasts": what is wanted instead, in a sentence that
 * told of something else.
 */
export function insistOnInstead(before: Before): void {
  const { tokens, scope, stances } = before;
  for (const little of scope) {
    if (!INSTEAD.some((id) => has(little, "scope", id))) continue;
    const [clause, sentence] = [clauseOf(little, tokens), sentenceOf(little, tokens)];
    const isTelling = (one: Mention) =>
      one.end <= clause.start && isIn(sentence, one) && TELLING.some((id) => has(one, "scope", id));
    if (!scope.some(isTelling)) continue;
    const media = wantedIn(clause, before).filter((one) => has(one, "channel") && one.start >= little.end);
    for (const one of media) if (!isStrict(one, before) && !stances.get(one)?.withdrawn) stances.set(one, INSISTED);
  }
}

const INSTEAD = ["rather", "wants"] as const;
