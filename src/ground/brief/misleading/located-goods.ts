import { has, type Mention, type Mentions } from "../mention.ts";

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
function isOfTrips(place: Mention, text: string, { content, scope }: Pick<Mentions, "content" | "scope">): boolean {
  const last = content.findLast((one) => one.end <= place.start && isPlace(one));
  if (last && LISTED.test(text.slice(last.end, place.start))) return isOfTrips(last, text, { content, scope });
  const trip = content.findLast((one) => one.to <= place.from && isTrip(one));
  if (!trip || BREAK.test(text.slice(trip.end, place.start))) return false;
  const isBefore = (one: Mention) => one.end <= place.start && !BREAK.test(text.slice(one.end, place.start));
  const says = (ids: readonly string[]) =>
    scope.some((one) => isBefore(one) && ids.some((id) => has(one, "scope", id)));
  // "For students in Hamburg", and not "para o Chile".
  const isForPeople = (one: Mention) => has(one, "scope", "closer") && one.from >= trip.to && place.from - one.to > 1;
  if (scope.some((one) => isBefore(one) && isForPeople(one))) return false;
  const isNear = place.from - trip.to <= NEAR;
  return (
    !says(SOUGHT.filter((id) => id !== "closer")) && (says(["specialised"]) || (isNear && says(["sells", "lets"])))
  );
}

const LISTED =
  /^(?:[,、،] ?| (?:and|und|et|y|e|en|i|oraz|&) |و)(?:the |la |le |les |los |las |el |il |a |o |de |het |den |die )?$/u;

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
const SOUGHT = ["aim", "seeks", "people", "exclusive", "closer"] as const;

function isPlace(one: Mention): boolean {
  return has(one, "country") || has(one, "region") || has(one, "city");
}

function isBetween(one: Mention, first: Mention, last: Mention): boolean {
  return one.start >= first.end && one.end <= last.start;
}
