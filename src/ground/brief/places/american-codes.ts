import { lineOf } from "../lexicon/lexicon.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { isShouted } from "./country-codes.ts";

/** The postal codes of the states, by what the lexicon calls them. */
const STATES: ReadonlyMap<string, string> = new Map(
  `AL alabama, AK alaska, AZ arizona, AR arkansas, CA california, CO colorado, CT connecticut, DE delaware, FL florida, GA georgia-state,
  HI hawaii, ID idaho, IL illinois, IN indiana, IA iowa, KS kansas, KY kentucky, LA louisiana, ME maine, MD maryland, MA massachusetts,
  MI michigan, MN minnesota, MS mississippi, MO missouri, MT montana, NE nebraska, NV nevada, NH new-hampshire, NJ new-jersey,
  NM new-mexico, NY new-york-state, NC north-carolina, ND north-dakota, OH ohio, OK oklahoma, OR oregon, PA pennsylvania,
  RI rhode-island, SC south-carolina, SD south-dakota, TN tennessee, TX texas, UT utah, VT vermont, VA virginia, WA washington-state,
  WV west-virginia, WI wisconsin, WY wyoming`
    .split(",")
    .map((entry) => entry.trim().split(" ") as [string, string]),
);
const CITIES: ReadonlyMap<string, string> = new Map([
  ["LA", "los-angeles"],
  ["DC", "washington-dc"],
  ["SF", "san-francisco"],
  ["NY", "new-york"],
]);
/** Words as well, in a text that shouts one of them. */
const WORDS: ReadonlySet<string> = new Set(["OR", "OK", "HI", "OH", "IN", "ME"]);
/** Those that a brief means more often than the state: behind what is no known city, they are the country. */
const COUNTRIES: ReadonlySet<string> = new Set(["DE", "CA", "IN", "IL", "AR", "CO", "ID"]);
/** They are states wherever an American brief says "in". */
const ALONE: ReadonlySet<string> = new Set(["NY", "TX", "FL", "NJ"]);

const JOINT = /^(?:,?\s(?:and|or|&|\+|plus|und|et|y|e|en|i)\s|,\s?|\s?\/\s?)$/u;
const LONGEST_JOINT = 6;
const COMMA = /^,\s$/u;

interface Code extends Pick<Mention, "start" | "end" | "from" | "to"> {
  readonly code: string;
}

interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
}

/** "CA, NY and TX", "Cambridge, MA", "US minus CA", "in LA": the states of America and a few of its cities, by their codes. */
export function withAmericanCodes(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  if (isShouted(text)) return mentions;
  const codes = tokens.flatMap((token, index) => codeAt(text, token, index));
  if (codes.length === 0) return mentions;
  const page = { text, tokens, mentions };
  const found = codes.flatMap((one) => meantBy(one, runOf(one, codes, text), page));
  if (found.length === 0) return mentions;
  const isKept = ({ from, to }: Mention) => !found.some((one) => from < one.to && to > one.from);
  return {
    ...mentions,
    scope: mentions.scope.filter(isKept),
    content: [...mentions.content.filter(isKept), ...found].sort((a, b) => a.start - b.start),
  };
}

function codeAt(text: string, { kind, start, end, plain }: Token, index: number): Code[] {
  const code = plain.toUpperCase();
  if (kind !== "word" || plain.length !== 2 || !(STATES.has(code) || CITIES.has(code))) return [];
  const written = text.slice(start, end);
  return written.replaceAll(".", "") === code ? [{ start, end, from: index, to: index + 1, code }] : [];
}

/** The codes that are listed with this one. */
function runOf(one: Code, codes: readonly Code[], text: string): readonly Code[] {
  const at = codes.indexOf(one);
  let [first, last] = [at, at];
  while (first > 0 && isJoint(codes[first - 1], codes[first], text)) first--;
  while (last < codes.length - 1 && isJoint(codes[last], codes[last + 1], text)) last++;
  return codes.slice(first, last + 1);
}

function isJoint(one: Code | Mention | undefined, next: Code | Mention | undefined, text: string): boolean {
  if (!one || !next || next.start < one.end || next.start - one.end > LONGEST_JOINT) return false;
  return JOINT.test(text.slice(one.end, next.start));
}

function meantBy(one: Code, run: readonly Code[], page: Page): Mention[] {
  const { mentions, text, tokens } = page;
  const town = townBefore(one, page) ?? townBeside(one, page);
  if (town) return [{ ...mentionOf(STATES.get(one.code), { ...one, start: town.start, from: town.from }), ...town }];
  const isSure = ({ code }: Code) => STATES.has(code) && !CITIES.has(code) && !isCountry(code) && !WORDS.has(code);
  if (run.length > 1 && run.some(isSure) && STATES.has(one.code)) return [mentionOf(STATES.get(one.code), one)];
  if (isOutOfAmerica(one, page) || run.some((other) => isOutOfAmerica(other, page) && STATES.has(one.code)))
    return [mentionOf(STATES.get(one.code), one)];
  const isLocated = mentions.scope.some(
    ({ to, senses }) => to === one.from && senses.some(({ id }) => id === "locator"),
  );
  const isListed =
    run.length > 1 ||
    mentions.content.some((other) => isPlace(other) && (isJoint(other, one, text) || isJoint(one, other, text)));
  const isHead = one.from === 0 && /^(?:,|only)$/u.test(tokens[one.to]?.text ?? "") && !isOfSubjects(one, mentions);
  const isMeant = isListed || isHead || (isLocated && mentions.languages[0] === "en");
  if (!isMeant || !(CITIES.has(one.code) || ALONE.has(one.code))) return [];
  return [mentionOf(CITIES.get(one.code) ?? STATES.get(one.code), one)];
}

/** "SF, Fantasy, Krimi". */
function isOfSubjects(one: Code, { content }: Mentions): boolean {
  const next = content.find(({ start }) => start >= one.end);
  return next !== undefined && has(next, "topic") && !has(next, "channel");
}

function isPlace(one: Mention): boolean {
  return has(one, "country") || has(one, "city");
}

function isCountry(code: string): boolean {
  return lineOf("country", code) !== undefined;
}

/** "Cambridge, MA", "Ann Arbor, MI", and not "Toronto, CA" or "Berlin, DE". */
function townBefore(
  one: Code,
  { text, tokens, mentions }: Page,
): (Partial<Mention> & Pick<Mention, "start" | "from">) | undefined {
  const word = tokens[one.from - 2];
  if (!STATES.has(one.code) || !word || !COMMA.test(text.slice(word.end, one.start))) return undefined;
  const behind = mentions.content.filter(({ from, to }) => from <= one.from - 2 && to >= one.from - 1);
  const towns = behind.filter((other) => has(other, "city"));
  const countries = towns.flatMap(({ senses }) => senses.flatMap(({ kind, id }) => lineOf(kind, id)?.values ?? []));
  if (countries.length > 0) {
    const isOfCountry = countries.includes(one.code) || (COUNTRIES.has(one.code) && !countries.includes("US"));
    if (isOfCountry) return undefined;
    const [town] = towns;
    const parents = towns.flatMap(({ senses }) =>
      senses.map(({ id }) => lineOf("city", id)?.parent ?? STATES.get(one.code)),
    );
    const isThere = countries.includes("US") && parents.includes(STATES.get(one.code));
    return town && { start: town.start, from: town.from, ...(isThere && { senses: town.senses }) };
  }
  const isName = word.isCapital && !word.isAllCapitals && word.plain.length > 3 && behind.length === 0;
  const isLittle = mentions.scope.some(({ from, to }) => from <= one.from - 2 && to >= one.from - 1);
  if (!isName || isLittle || COUNTRIES.has(one.code) || WORDS.has(one.code)) return undefined;
  return { start: word.start, from: one.from - 2 };
}

/** "Denver CO", "Chicago IL": without a comma, behind a city of America. */
function townBeside(one: Code, { text, mentions }: Page): Pick<Mention, "start" | "from" | "senses"> | undefined {
  const town = mentions.content.find((other) => other.to === one.from && has(other, "city"));
  if (!town || !STATES.has(one.code) || !/^\s$/u.test(text.slice(town.end, one.start))) return undefined;
  // "In Boston OR Chicago".
  if (WORDS.has(one.code) && !ENDING.test(text.slice(one.end))) return undefined;
  const isAmerican = town.senses.some(({ kind, id }) => kind === "city" && lineOf(kind, id)?.values.includes("US"));
  return isAmerican ? { start: town.start, from: town.from, senses: town.senses } : undefined;
}

const ENDING = /^\s?(?:$|[.,;:!?)|\n–—])/u;

/** "US minus CA": what is taken out of America, or stands in brackets behind it, is a part of it. */
function isOutOfAmerica(one: Code, { text, mentions }: Page): boolean {
  if (!STATES.has(one.code)) return false;
  const america = mentions.content.findLast((other) => has(other, "country", "US") && other.end <= one.start);
  return america !== undefined && TAKEN_OUT.test(text.slice(america.end, one.start));
}

const TAKEN_OUT =
  /^(?:,?\s?\(?|:\s?)(?:minus|except|excluding|excl\.?|without|but not|not|less|bar|ohne|außer|sauf|sans|sin|excepto|menos|senza|tranne|sem|exceto|zonder|behalve|bez|oprócz)\s?$|^\s?[(:]\s?$/u;

function mentionOf(id: string | undefined, { start, end, from, to }: Omit<Code, "code">): Mention {
  const senses = [{ kind: "city", id: id ?? "", isHint: false } as const];
  return { start, end, from, to, senses, certainty: CERTAINTY.word };
}
