import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isChoosable, isIn, sentenceOf } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { listOf } from "../polarity/lists-before.ts";
import { REFUSED } from "../stance.ts";

const NONE = ["negator", "none", "nothing", "postnegator", "forbids"] as const;
/** "We have never run a campaign there" tells what was, and "no campaign without radio" what must be. */
const TELLING = [
  "have",
  "had",
  "in-hand",
  "already",
  "earlier",
  "never",
  "without",
  "seeks",
  "aim-now",
  "people",
] as const;
const ADS = ["campaign", "piece", "impression"] as const;
/** "No", and at most an adjective before the ads. */
const NEAR = 2;

/** "As for Croatia, no ads until the court has decided": the place or medium that the sentence named last. */
export function refuseWithoutAds(before: Before): void {
  const { tokens, content, scope, stances } = before;
  for (const none of scope.filter((one) => NONE.some((id) => has(one, "scope", id)))) {
    const clause = clauseOf(none, tokens);
    const here = scope.filter((one) => isIn(clause, one));
    const ads = here.find((one) => ADS.some((id) => has(one, "scope", id)) && isBesideAds(none, one, before));
    if (!ads || here.some((one) => TELLING.some((id) => has(one, "scope", id)))) continue;
    if (content.some((one) => isIn(clause, one) && one.start >= none.end && isChoosable(one))) continue;
    const sentence = sentenceOf(none, tokens);
    const last = content.findLast((one) => isIn(sentence, one) && one.end <= none.start && isChoosable(one));
    // "Podcasts, no finished spots": a piece is one of the medium, and of no place.
    if (!last || stances.get(last)?.exclusive || (has(ads, "scope", "piece") && !isPlace(last))) continue;
    for (const one of listOf(last, before)) stances.set(one, REFUSED);
  }
}

/** "Our ads must not be shown in Czechia": the place that is named with the ads. */
export function refuseForbiddenPlaces(before: Before): void {
  const { tokens, content, scope, stances } = before;
  for (const none of scope.filter((one) => has(one, "scope", "forbids"))) {
    const clause = clauseOf(none, tokens);
    if (!scope.some((one) => isIn(clause, one) && isOfAds(one))) continue;
    const place = content.find((one) => one.from >= none.to && isIn(clause, one));
    if (place && isPlace(place) && isLocated(none, place, before)) stances.set(place, REFUSED);
  }
}

function isOfAds(one: Mention): boolean {
  return has(one, "scope", "advertising") || ADS.some((id) => has(one, "scope", id)) || has(one, "scope", "aim");
}

/** "Be shown in": a few words, the last of which tells where. */
function isLocated(none: Mention, place: Mention, { scope }: Before): boolean {
  if (place.from - none.to > WITHIN) return false;
  return scope.some(
    (one) => has(one, "scope", "locator") && one.from >= none.to && place.from - one.to <= 1 && one.to <= place.from,
  );
}

/** In tokens. */
const WITHIN = 5;

/** Behind a "so" at most: "I know nothing of advertising" refuses none. */
function isOpening(one: Mention, { tokens }: Before): boolean {
  const { start } = clauseOf(one, tokens);
  return tokens.filter((token) => token.start >= start && token.end <= one.start).length <= NEAR;
}

/** "No ads", and "ads must not appear". */
function isBesideAds(none: Mention, ads: Mention, before: Before): boolean {
  if (has(none, "scope", "forbids")) return none.from >= ads.to && none.from - ads.to < NEAR;
  return ads.from >= none.to && ads.from - none.to < NEAR && isOpening(none, before);
}
