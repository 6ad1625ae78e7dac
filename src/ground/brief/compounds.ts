import type { Vocabulary, WordSet } from "./lexicon/lexicon.ts";

const SHORTEST_PART = 4;
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

/**
 * The parts of a German or Dutch compound that are in the vocabulary: `Fitnessstudiobesucher` has `fitnessstudio`. The
 * longest beginning and the longest end are used; anything may be between them.
 */
export function partsOf(word: string, { singles }: Vocabulary): string[] {
  if (word.length < SHORTEST_WORD || word.length > LONGEST_WORD) return [];
  const whole = wholeOf(word.replace(HEADS, ""), singles);
  if (whole !== undefined && whole !== word) return [whole];
  const end = endOf(word, singles);
  const beginning = beginningOf(end ? word.slice(0, -end.length) : word, singles);
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

function endOf(word: string, singles: WordSet): string | undefined {
  for (let from = 3; from <= word.length - SHORTEST_PART; from++) {
    const part = word.slice(from);
    if (singles.has(part)) return part;
  }
  return undefined;
}

function beginningOf(word: string, singles: WordSet): string | undefined {
  for (let to = word.length; to >= SHORTEST_PART; to--) {
    const part = word.slice(0, to);
    if (singles.has(part)) return part;
    // A verb occurs without its ending: `Wanderschuhe`, `Kochbuch`.
    const verb = [`${part}n`, `${part}en`].find((form) => singles.has(form));
    if (verb !== undefined) return verb;
    const bare = LINKS.find((link) => link !== "" && part.endsWith(link) && singles.has(part.slice(0, -link.length)));
    if (bare !== undefined && part.length - bare.length >= SHORTEST_PART) return part.slice(0, -bare.length);
  }
  return undefined;
}
