import { has, type Mention, type Mentions } from "./mention.ts";

/** A preposition is at most this many characters before its place: "in the whole of". */
const NEAR = 14;
/** The ids of places where something comes from or goes to. */
const ELSEWHERE = 0.4;

/** "Mexican audience": where a nation's people are spoken of, they are demanded. */
const OF_PEOPLE = 2.1;

function isBeside(one: Mention, place: Mention): boolean {
  return one.to === place.from || one.from === place.to;
}

/** Whether people are to be reached at a place, or go to it, or something comes from it. */
export function placeCertaintyOf(place: Mention, { scope }: Mentions): number {
  const isOfPeople =
    place.senses.every(({ isHint }) => isHint) &&
    scope.some((one) => isBeside(one, place) && has(one, "scope", "people"));
  if (isOfPeople) return OF_PEOPLE;
  const before = scope.filter(
    ({ start, end }) => start < place.start && place.start - end <= NEAR && end <= place.start,
  );
  const nearest: Mention | undefined = before.findLast(
    (one) => has(one, "scope", "destination") || has(one, "scope", "locator"),
  );
  if (!nearest) return 1;
  // "Car buyers from Italy" live there; wine from Italy comes from there.
  if (scope.some((one) => one.to === nearest.from && has(one, "scope", "people"))) return 1;
  return has(nearest, "scope", "destination") && !has(nearest, "scope", "locator") ? ELSEWHERE : 1;
}
