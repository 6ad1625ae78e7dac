import { has, type Mention } from "../../mention.ts";
import { isSensitive } from "../../sides/sensitive.ts";
import { REFUSED, type Stance } from "../../stance.ts";
import {
  type Before,
  clauseOf,
  isChannel,
  isIn,
  isRefusing,
  SENTENCE_END,
  type Span,
  saysIn,
  sentenceOf,
  spanOf,
} from "../clause.ts";
import { isPlace } from "../lists.ts";

/** Nothing beside it changes what a pronoun refers to. */
const REFUSED_ALL: Stance = { ...REFUSED, isField: true };

/** What says of a clause that the media in it are wanted, and none of those that are refused behind it. */
const WANTING = ["seeks", "aim", "wants", "affirmer", "postaffirmer"] as const;

/** "TV and cinema we have tried, so neither of them", "Lebanon and Syria we do not reach: exclude both countries": what was named before is refused. */
export function refuseByPronoun(before: Before): void {
  for (const little of before.scope) {
    const isOfLands = has(little, "scope", "refuses-land");
    const isOfBoth = has(little, "scope", "the-two") && isRefusedBehind(little, before);
    if (!isOfLands && !isOfBoth && !has(little, "scope", "refuses-them")) continue;
    // "None of these podcasts": it is no pronoun.
    if (before.content.some((one) => one.from === little.to)) continue;
    if (isDeniedBehind(little, before)) continue;
    // Of what "video" may mean, not all is refused.
    for (const one of meantBy(little, isOfLands, before))
      before.stances.set(one, has(one, "channel", "video-ads") ? REFUSED : REFUSED_ALL);
  }
}

/** The media, or else the markets, of its sentence, or of the one before it. */
function meantBy(little: Mention, isOfLands: boolean, before: Before): Mention[] {
  for (const span of spansBefore(little, before)) {
    const named = before.content.filter((one) => isIn(span, one) && !isSought(one, before));
    const media = isOfLands ? [] : named.filter(isChannel);
    if (media.length > 0) return media;
    const places = named.filter(isPlace);
    if (places.length > 0) return places;
    const sensitive = named.filter(isSensitive);
    if (sensitive.length > 0) return sensitive;
  }
  return [];
}

function spansBefore(little: Mention, { tokens }: Before): Span[] {
  const { start } = sentenceOf(little, tokens);
  const end = tokens.findLast((one) => one.end <= start && !SENTENCE_END.test(one.text))?.end ?? 0;
  const previous = tokens.findLast((one) => one.end < end && one.kind === "break" && SENTENCE_END.test(one.text));
  return [
    { start, end: little.start },
    { start: previous?.end ?? 0, end },
  ];
}

/** "Those two, never again", "beides brauchen wir nicht": it is the subject of its clause, and nothing else is named there. */
function isRefusedBehind(little: Mention, { tokens, content, scope }: Before): boolean {
  const clause = clauseOf(little, tokens);
  const next = clause.end === little.end && tokens[little.to]?.text === "," ? tokens[little.to + 1] : undefined;
  const { end } = next ? spanOf(next, tokens) : clause;
  const behind = { start: little.end, end };
  if (content.some((one) => isIn(behind, one)) || saysIn(behind, WELCOMING, { scope })) return false;
  return scope.some((one) => isIn(behind, one) && isRefusing(one) && (one.end === end || isVerb(one)));
}

/** "Both are not cheap" refuses nothing, "both we do not need" does. */
function isVerb(one: Mention): boolean {
  return VERBS.some((id) => has(one, "scope", id));
}

const WELCOMING = ["hedge", "posthedge", "postaffirmer", "affirmer"] as const;

/** "Without those two nothing works." */
function isDeniedBehind(little: Mention, { tokens, scope }: Before): boolean {
  const { end } = clauseOf(little, tokens);
  return has(little, "scope", "refuses-them") && saysIn({ start: little.end, end }, DENYING, { scope });
}

const DENYING = ["nothing", "none", "negator", "never"] as const;

const VERBS = ["drops", "done-with", "dismissal", "postnegator"] as const;

/** "We want podcasts; television we have tried": each in a clause of its own. */
function isSought(one: Mention, before: Before): boolean {
  // "We only have a video without sound": it is what the ad is made as.
  if (has(one, "format") && saysIn(clauseOf(one, before.tokens), ["in-hand"], before)) return true;
  const stance = before.stances.get(one);
  if (stance?.exclusive || stance?.insisted) return true;
  return !stance?.negated && saysIn(clauseOf(one, before.tokens), WANTING, before);
}
