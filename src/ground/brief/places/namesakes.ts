import { lineOf } from "../lexicon/lexicon.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import { firstOfList } from "./place-lists.ts";

/** Between a city and the state that it is in. */
const IN = /^(?:,\s|\s|\s\()$/u;
/** What follows a list's last item but one. */
const MORE = /^\)?,?\s(?:and|or|&|und|et|y|e|en|i|oder|ou|o|lub)\s/u;
/** The larger parts of countries whose cities are called like others: "Perth, Scotland", "Newcastle, NSW". */
const PARENTS: ReadonlySet<string> = new Set(["us-states", "canadian-provinces", "west-us", "east-us", "south-us"]);
const PARTS: ReadonlySet<string> = new Set(
  "us-states uk-regions scotland wales northern-ireland australian-states new-south-wales queensland tasmania western-australia south-australia".split(
    " ",
  ),
);
/** Where Georgia is a country. */
const CAUCASUS: ReadonlySet<string> = new Set(["AM", "AZ", "TR", "UA", "RU", "KZ"]);

/** "London, Ontario", "Birmingham, Alabama": of cities with one name, the one in the state that is named right behind it. */
export function withNamesakes(text: string, mentions: Mentions): Mentions {
  const content = withState(text, mentions.content);
  const others = new Set(content.filter((one) => isNamesake(one, text, content)));
  return content === mentions.content && others.size === 0
    ? mentions
    : { ...mentions, content: content.filter((one) => !others.has(one)) };
}

function isNamesake(city: Mention, text: string, content: readonly Mention[]): boolean {
  if (!has(city, "city") || city.senses.some(isPart)) return false;
  const state = content.find(
    (one) => one.start > city.start && IN.test(text.slice(city.end, one.start)) && one.senses.some(isPart),
  );
  if (!state || firstOfList(city, text, content) !== city) return false;
  const countries = countriesOf(city);
  if (countriesOf(state).some((country) => countries.includes(country))) return false;
  const next = content.find((one) => one.start >= state.end && (has(one, "city") || has(one, "country")));
  return !next || next.start - state.end > LONGEST || !MORE.test(text.slice(state.end, next.start));
}

/** In characters. */
const LONGEST = 6;

function isPart({ kind, id }: Mention["senses"][number]): boolean {
  return kind === "city" && (PARTS.has(id) || PARENTS.has(lineOf("city", id)?.parent ?? ""));
}

function countriesOf({ senses }: Mention): readonly string[] {
  return senses.flatMap(({ kind, id }) =>
    kind === "city" || kind === "country" ? (lineOf(kind, id)?.values ?? []) : [],
  );
}

/** "Athens, Georgia", "Florida and Georgia": the state, where nothing else in the text is beside the country. */
function withState(text: string, content: readonly Mention[]): readonly Mention[] {
  const georgia = content.filter((one) => has(one, "country", "GE") && one.to - one.from === 1);
  if (georgia.length === 0) return content;
  const named = content.filter((one) => !georgia.includes(one)).flatMap(countriesOf);
  const isBehindCity = ({ start }: Mention) =>
    content.some(
      (one) => has(one, "city") && /^,\s$/u.test(text.slice(one.end, start)) && !countriesOf(one).includes("GE"),
    );
  if (named.some((country) => CAUCASUS.has(country))) return content;
  return content.map((one) =>
    georgia.includes(one) && (named.includes("US") || isBehindCity(one))
      ? { ...one, senses: [{ kind: "city", id: "georgia-state", isHint: false }], certainty: CERTAINTY.word }
      : one,
  );
}
