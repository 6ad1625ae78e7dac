import type { Compounding } from "../languages.ts";
import type { Vocabulary, WordSet } from "../lexicon/lexicon.ts";
import { plainOf } from "../words.ts";
import { SELDOM_ENDS, WHOLE_STEMS } from "./seldom-parts.ts";

const SHORTEST_PART = 4;
/** `Tee`, `Rad` */
const SHORTEST_KNOWN = 3;
const UMLAUT = /[äöü]/;
/** Whose plural differs in nothing but an umlaut: `Buchläden`, `Vorgärten`. */
const PLURAL_BY_UMLAUT: ReadonlySet<string> = new Set(
  "acker apfel boden bogen bruder faden garten graben hafen hammer kasten kloster kragen laden magen mangel mantel mutter nagel ofen sattel schaden schnabel schwager tochter vater vogel wagen".split(
    " ",
  ),
);
const LONG_PART = 5;
const SHORTEST_WORD = 8;
/** Longer than any compound that people write. */
const LONGEST_WORD = 50;
/** What German and Dutch insert between the parts. */
const LINKS = ["", "s", "n", "en", "es", "er", "e"];

const LONGEST_LINK = 2;

/** Who likes, buys, makes or reads of a thing, or what belongs to it: `Brettspielbegeisterte`, `babyspullen`. */
const HEADS =
  /(?:interess(?:ierten?|enten)|begeisterten?|liebhaber(?:n|in|innen)?|fans?|freund(?:e|en|innen)?|fanatiker|enthusiasten|kaufer(?:n|innen)?|kunden|besitzer(?:n|innen)?|halter(?:n|innen)?|nutzer(?:n|innen)?|magazine?n?|zeitschrift(?:en)?|portale?|ratgeber|liefhebber(?:s|ij)?|fanaat|fanaten|kopers?|klanten|bezitters?|eigenaren|gebruikers|kijkers|lezers|tijdschrift(?:en)?|websites?|sachen|artikeln?|bedarf|zubehor|waren|produkten?|spullen|artikelen|benodigdheden|producten)$/u;

interface Written {
  readonly language: Compounding;
  /** The word in lower case, with its umlauts. */
  readonly spelling: string;
}

/**
 * The parts of a German or Dutch compound that are in the vocabulary: `Fitnessstudiobesucher` has `fitnessstudio`. The
 * longest beginning and the longest end are used; anything may be between them. What stands before an end may be unknown, if it is long enough for
 * a word: `Gebühren` are no watches of a kind, and `Verfahren` no way of driving.
 */
export function partsOf(word: string, { singles, umlauts }: Vocabulary, { language, spelling }: Written): string[] {
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD) return [];
  const whole = wholeOf(word.replace(HEADS, ""), singles);
  if (whole !== undefined && whole !== word) return [whole];
  const end = endOf(word, singles, (part, rest) => {
    if (!umlauts.has(part) && !PLURAL_BY_UMLAUT.has(part) && hasUmlaut(spelling, part)) return false;
    return (rest.length >= SHORTEST_PART && !SELDOM_ENDS[language].has(part)) || isWord(rest, singles);
  });
  const stem = WHOLE_STEMS[language].find((one) => word.startsWith(one)) ?? "";
  const beginning = beginningOf(end ? word.slice(0, -end.length) : word, singles, Math.max(SHORTEST_PART, stem.length));
  // A short end behind letters that nobody knows is chance: `fietsverzekring` is no ring.
  const unknown = word.length - (beginning?.length ?? 0) - (end?.length ?? 0);
  const isChance = beginning !== undefined && unknown > LONGEST_LINK && (end?.length ?? 0) < LONG_PART;
  const parts = [beginning, isChance ? undefined : end].filter((part) => part !== undefined);
  // One short part may be chance: `Automatisierung` has nothing to do with cars.
  return parts.length === 1 && (parts[0]?.length ?? 0) < LONG_PART ? [] : parts;
}

/** What is left of a compound if it is a word by itself. */
function wholeOf(rest: string, singles: WordSet): string | undefined {
  if (rest.length < SHORTEST_PART) return undefined;
  const bare = LINKS.filter((link) => rest.endsWith(link)).map((link) => rest.slice(0, rest.length - link.length));
  return [rest, `${rest}n`, `${rest}en`, ...bare].find((form) => form.length >= SHORTEST_PART && singles.has(form));
}

function endOf(word: string, singles: WordSet, isPart: (part: string, rest: string) => boolean): string | undefined {
  for (let from = SHORTEST_KNOWN; from <= word.length - SHORTEST_PART; from++) {
    const part = word.slice(from);
    if (singles.has(part) && isPart(part, word.slice(0, from))) return part;
  }
  return undefined;
}

function isWord(rest: string, singles: WordSet): boolean {
  return LINKS.some((link) => rest.endsWith(link) && singles.has(rest.slice(0, rest.length - link.length)));
}

/** Whether the end of a word that is `part` without accents has an umlaut: `Flächen` end in `lachen` only without. */
function hasUmlaut(spelling: string, part: string): boolean {
  if (!UMLAUT.test(spelling)) return false;
  let from = spelling.length;
  while (from > 0 && plainOf(spelling.slice(from)).length < part.length) from--;
  return UMLAUT.test(spelling.slice(from));
}

function beginningOf(word: string, singles: WordSet, shortest: number): string | undefined {
  for (let to = word.length; to >= shortest; to--) {
    const part = word.slice(0, to);
    if (singles.has(part)) return part;
    // A verb occurs without its ending: `Wanderschuhe`, `Kochbuch`.
    const verb = [`${part}n`, `${part}en`].find((form) => singles.has(form));
    if (verb !== undefined) return verb;
    const bare = LINKS.find((link) => link !== "" && part.endsWith(link) && singles.has(part.slice(0, -link.length)));
    if (bare !== undefined && part.length - bare.length >= shortest) return part.slice(0, -bare.length);
  }
  return undefined;
}
