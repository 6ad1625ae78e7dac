import { has, type Mention, type Mentions } from "../mention.ts";
import { firstOfList } from "../places/place-lists.ts";
import { isPlace } from "../polarity/lists.ts";

/** What people go to: where it is says nothing of where they live. */
const VISITED: ReadonlySet<string> = new Set([
  "hotels",
  "bed-and-breakfast",
  "camping",
  "holiday-property",
  "sailing",
  "cruises",
  "spa",
]);
/** A place is named at most this many tokens behind what is there, or behind the place before it. */
const NEAR = 4;
const BREAK = /[.!?;:\n。؟]/;

/** "We let holiday flats in Croatia and on Sardinia": a writer's own houses and boats are somewhere, and the guests elsewhere. */
export function isWhereGoodsAre(place: Mention, text: string, { content, scope }: Mentions): boolean {
  const offer = scope.findLast(
    (one) => OFFERS.some((id) => has(one, "scope", id)) && one.end <= place.start && !has(one, "scope", "closer"),
  );
  if (!offer || BREAK.test(text.slice(offer.end, place.start))) return false;
  // "For students in Hamburg" is about people.
  if (scope.some((one) => isBetween(one, offer, place) && SOUGHT.some((id) => has(one, "scope", id)))) return false;
  let edge = -1;
  for (const one of content) {
    if (one.start < offer.end || one.start > place.start) continue;
    const isVisited = one.senses.some(({ kind, id }) => kind === "topic" && VISITED.has(id));
    const isPlaced = isPlace(one) && edge >= 0 && one.from - edge <= NEAR;
    if (isVisited || isPlaced) edge = one.to;
    if (one === place) return isPlaced;
  }
  return false;
}

/** "Holiday homes in Denmark for German families": who is sought is named behind it by their nation. */
export function isDestination(place: Mention, text: string, { content, scope }: Mentions): boolean {
  const visited = content.findLast((one) => one.to <= place.from && isTrip(one));
  if (isOfTrips(place, text, { content, scope })) return true;
  if (isForThoseElsewhere(place, text, { content, scope })) return true;
  if (!visited || place.from - visited.to > NEAR) return false;
  const people = content.find((one) => one.from >= place.to && isNation(one));
  if (!people || BREAK.test(text.slice(visited.end, people.start))) return false;
  const isFor = (one: Mention) => ["closer", "seeks", "aim"].some((id) => has(one, "scope", id));
  return (
    scope.some((one) => isFor(one) && one.from >= place.to && one.to <= people.from) ||
    FOR.test(text.slice(people.start))
  );
}

/** "We sell trips to Chile and Argentina", "tour operator specialised in Norway": where a writer takes people. */
function isOfTrips(listed: Mention, text: string, { content, scope }: Pick<Mentions, "content" | "scope">): boolean {
  const place = firstOfList(listed, text, content);
  const trip = content.findLast((one) => one.to <= place.from && isTrip(one));
  if (!trip || BREAK.test(text.slice(trip.end, place.start))) return false;
  const before = scope.filter((one) => one.end <= place.start && !BREAK.test(text.slice(one.end, place.start)));
  const says = (ids: readonly string[]) => before.some((one) => ids.some((id) => has(one, "scope", id)));
  // "For students in Hamburg", and not "para o Chile".
  const isForPeople = (one: Mention) => has(one, "scope", "closer") && one.from >= trip.to && place.from - one.to > 1;
  if (says(SPOKEN_OF) || before.some(isForPeople)) return false;
  return says(["specialised"]) || (place.from - trip.to <= NEAR && says(["sells", "lets"]));
}

/** "Van rental in Iceland, for people from the Netherlands": where a ware is, and behind it those who are sought with where they live. */
function isForThoseElsewhere(
  place: Mention,
  text: string,
  { content, scope }: Pick<Mentions, "content" | "scope">,
): boolean {
  const home = content.find((one) => one.start > place.end && isPlace(one));
  if (!home || BREAK.test(text.slice(place.end, home.start))) return false;
  const ware = content.findLast((one) => one.to <= place.from && place.from - one.to <= 1 + NEAR / 2);
  if (!ware?.senses.every(({ kind }) => kind === "topic") || BREAK.test(text.slice(ware.end, place.start)))
    return false;
  if (content.some((one) => one.start < home.start && one.senses.some(({ kind }) => kind === "channel"))) return false;
  if (scope.some((one) => one.start < place.start && SPOKEN_OF.some((id) => has(one, "scope", id)))) return false;
  const between = scope.filter((one) => one.start >= place.end && one.end <= home.start);
  const isOf = (ids: readonly string[]) => between.some((one) => ids.some((id) => has(one, "scope", id)));
  return isOf(["closer", "seeks", "aim"]) && isOf(["people", "those-who"]);
}

/** Arabic writes "for the" and its word together. */
const FOR = /^\s?لل/u;

function isTrip({ senses }: Mention): boolean {
  return senses.some(({ kind, id }) => kind === "topic" && (VISITED.has(id) || TRIPS.has(id)));
}

const TRIPS: ReadonlySet<string> = new Set(["travel", "airlines", "family-travel", "honeymoons", "day-trips"]);

function isNation({ senses }: Mention): boolean {
  return senses.length > 0 && senses.every(({ kind, isHint }) => kind === "country" && isHint);
}

const OFFERS = ["sells", "of-writer", "lets"] as const;
const SPOKEN_OF = ["aim", "seeks", "people", "exclusive"] as const;
const SOUGHT = [...SPOKEN_OF, "closer"] as const;

function isBetween(one: Mention, first: Mention, last: Mention): boolean {
  return one.start >= first.end && one.end <= last.start;
}
