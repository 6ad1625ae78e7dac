import { has, type Mention } from "../../mention.ts";
import { type Before, clauseOf, isIn, isMedium, sentenceOf } from "../clause.ts";
import { isPlace } from "../lists.ts";

/** "Ideally podcasts, Germany", "podcasts preferred, Germany": the medium is a preference, and the only place named is the market all the same. */
export function firmMarkets(before: Before): void {
  const { content, stances } = before;
  const places = content.filter(isPlace);
  const isMarket = (one: Mention) => {
    const stance = stances.get(one);
    return stance !== undefined && !stance.hedged && !stance.negated && !stance.withdrawn;
  };
  if (places.length === 0 || places.some(isMarket)) return;
  for (const place of places) {
    const stance = stances.get(place);
    if (stance?.hedged && !stance.negated && isBehindPreferred(place, before))
      stances.set(place, { ...stance, hedged: false });
  }
}

/** The last word of preference before it is about a medium, and none behind it is about the place. */
function isBehindPreferred(place: Mention, { tokens, content, scope }: Before): boolean {
  const sentence = sentenceOf(place, tokens);
  const clause = clauseOf(place, tokens);
  const hedges = scope.filter(
    (one) => (has(one, "scope", "hedge") || has(one, "scope", "posthedge")) && isIn(sentence, one),
  );
  const last = hedges.findLast((one) => one.end <= place.start);
  if (!last || hedges.some((one) => one.start >= place.end && isIn(clause, one))) return false;
  if (tokens.slice(last.from, last.to).some(({ plain }) => EXAMPLES.has(plain))) return false;
  const first = content.find((one) => one.start >= last.end);
  if (first && first.start < place.start) return isMedium(first);
  const own = clauseOf(last, tokens);
  const ahead = content.filter((one) => isIn(own, one));
  return !isIn(own, place) && ahead.some(isMedium) && !ahead.some(isPlace);
}

/** "Such as podcasts in Germany": the place may be one of many. */
const EXAMPLES: ReadonlySet<string> = new Set(
  "such example instance e g beispiel exemple ejemplo esempio exemplo bijvoorbeeld przyklad مثل مثلا".split(" "),
);
