import { type Chip, type ChipKind, readBrief } from "../brief/index.ts";
import { type Ask, MORE } from "./ask.ts";
import { ceilingIn } from "./bare-ceiling.ts";
import { asLikeness, joined, notAlone, withExchanged, withKept, withTakenBack } from "./joins.ts";
import { type Cut, cutIn } from "./list-cuts.ts";
import { namedIn, withoutNames } from "./names.ts";
import { inWords } from "./notes.ts";
import { isWholly, type Place, phrasesIn, type Role, type Said } from "./phrases.ts";
import { type Counted, countedIn } from "./positions.ts";
import type { ReadAsk, Shown } from "./shown.ts";

const LIFTED = {
  "lifts-price": ["maxCpm", "cheap"],
  "lifts-budget": ["budget"],
  "lifts-place": ["country", "region"],
  "lifts-medium": ["channel", "format", "property"],
  "lifts-topic": ["topic"],
  "lifts-audience": ["audience"],
  "lifts-language": ["language"],
  "lifts-all": ["maxCpm", "cheap", "budget", "country", "region", "channel", "format", "property", "language"],
} as const satisfies Record<string, readonly ChipKind[]>;

/** Their words name nothing: "any seller" is not about trade. */
const NAMELESS = [
  "lifts-seller",
  "lifts-price",
  "lifts-budget",
  "lifts-topic",
  "lifts-audience",
  "lifts-language",
  "lifts-all",
] as const;

/** Nothing is known yet, and nothing was shown: for a seller who is asked in words. */
export function nothingShown(known: readonly Chip[]): Shown {
  return { known, products: [], sellers: [] };
}

/** What "undo" and "start over" want of the session itself. Within a longer text these words mean other things. */
export function sessionAskOf(text: string): "undo" | "reset" | undefined {
  const said = phrasesIn(text);
  return (["reset", "undo"] as const).find((role) => isWholly(text, said, role));
}

/** "Forget all that, we want cooking in France": the brief that begins; undefined if none does. */
export function newBriefIn(text: string): string | undefined {
  const restart = phrasesIn(text)
    .get("restarts")
    ?.find(({ end }) => RESTARTED.test(text.slice(0, end)) || AFTER_RESTART.test(text.slice(end)));
  const rest = restart && text.slice(restart.end).replace(/^[\s,;:.!–—-]+/u, "");
  return rest && readBrief(rest).chips.length > 0 ? rest : undefined;
}

/** Behind "forget all that"; "forget everything about podcasts" begins nothing. */
const AFTER_RESTART =
  /^\s*(?:[,.;:!–—、。،-]|(?:and|we|now|und|wir|jetzt|et|on|maintenant|y|ahora|e|ora|agora|en|nu|i|teraz)(?!\p{L}))/iu;
/** "Start over with", whatever follows. */
const RESTARTED = /(?:with|mit|avec|con|com|met| z)$/iu;

export function readAsk(text: string, shown: Shown): ReadAsk {
  const named = namedIn(text, shown);
  const unnamed = withoutNames(text, named.places);
  const said = phrasesIn(unnamed);
  const counted = countedIn(unnamed, said, shown.products);
  const uncounted = withoutNames(unnamed, counted.places);
  const cut = cutIn(uncounted, counted.isSaid ? phrasesIn(uncounted) : said);
  const { reading, ceiling, chips, joins, takesBack } = wantedIn(unnamed, { said, counted, cut }, shown);
  const lifts = liftsIn(said, reading.says.has("any-place"), unnamed);
  const isAnySeller = said.get("lifts-seller")?.some((place) => isLift(place, unnamed));
  const sellers = named.sellers ?? (isAnySeller ? { only: [], also: [], without: [] } : undefined);
  const omits = [...counted.omitted, ...named.omitted];
  const asked = [...chips.filter((chip) => chip.negated || chip.exclusive || !lifts.includes(chip.kind)), ...ceiling];
  const ask: Ask = {
    ask: text,
    chips: asked.map((chip) => inForce(chip, shown.known)),
    ...(joins && { joins }),
    ...(takesBack.length > 0 && { takesBack }),
    ...(lifts.length > 0 && { lifts }),
    ...(omits.length > 0 && { omits: omits.map(({ salesAgentId, productId }) => ({ salesAgentId, productId })) }),
    ...(sellers && { sellers }),
    ...cut.asked,
  };
  const ofList = counted.isSaid || cut.places.length > 0 || sellers !== undefined;
  const isOwn = ofList || lifts.length > 0 || named.places.length > 0;
  const isUnderstood = asked.length + takesBack.length + lifts.length + omits.length + cut.places.length > 0;
  if (!isUnderstood && !sellers) return { ask: { ask: text, chips: [] }, isOwn, outcome: counted.missing };
  const unread = unreadIn(unnamed, said, reading.terms);
  return { ask, isOwn, outcome: inWords(ask, { known: shown.known, counted, named, omits, unread }) };
}

interface Parts {
  readonly said: Said;
  readonly counted: Counted;
  readonly cut: Cut;
}

/** What the rest of it names, once what counts, cuts and frames is taken out, and how that joins what is in force. */
function wantedIn(text: string, { said, counted, cut }: Parts, shown: Shown) {
  const placesOf = (roles: readonly Role[]) => roles.flatMap((role) => said.get(role) ?? []);
  const nameless = [...cut.places, ...counted.places, ...placesOf(NAMELESS), ...framesIn(text, said)];
  const first = readBrief(withoutNames(text, nameless));
  const ceiling = ceilingIn(text, said, first.chips, shown.known);
  // "Sobe para 25" is about a price, and not about sushi.
  const reading =
    ceiling.length === 0 ? first : readBrief(withoutNames(text, [...nameless, ...placesOf(["limits", "ceilings"])]));
  const kept = withExchanged(withKept(reading.chips, said, text), shown.known, text);
  const meant = notAlone(withLikeness(counted, soft({ ...reading, chips: kept }, counted), shown), said);
  const joining = counted.liked.length > 0 ? asLikeness(meant, shown.known) : joined(meant, said, text, shown.known);
  return { reading, ceiling, ...withTakenBack(joining, shown.known) };
}

/** "More podcasts" excludes nothing. */
function soft(
  { chips, says }: Pick<ReturnType<typeof readBrief>, "chips" | "says">,
  { liked }: Counted,
): readonly Chip[] {
  if (!says.has("more") || liked.length > 0) return chips;
  return chips.map((chip) => (chip.negated ? chip : { ...chip, certainty: Math.min(chip.certainty, MORE) }));
}

/** Of what a product is about, what is refused stays refused. */
function withLikeness({ liked }: Counted, chips: readonly Chip[], { known }: Shown): readonly Chip[] {
  const refused = new Set([...known, ...chips].flatMap(({ negated, concept }) => (negated ? [concept] : [])));
  const likeness = liked.flatMap((product) => product.likeness()).filter(({ concept }) => !refused.has(concept));
  const seen = new Set<string>();
  const once = likeness.filter(({ concept }) => !seen.has(concept) && seen.add(concept));
  return [...chips.filter(({ concept }) => !seen.has(concept)), ...once];
}

/** "Show me …" at the beginning, "… too" and "… instead" at the end of a clause: they name nothing, and say how the rest is meant. */
function framesIn(text: string, said: Said): Place[] {
  const opening = (said.get("opens") ?? []).filter(({ start }) => text.slice(0, start).trim() === "");
  const closing = CLOSING.flatMap((role) => said.get(role) ?? []).filter(({ end }) => CLAUSE_END.test(text.slice(end)));
  return [...opening, ...closing];
}

const CLOSING = ["adds", "replaces", "rather", "allows"] as const;
const CLAUSE_END = /^\s*(?:$|[,.;!?])/u;

/** "Worldwide brands" and "all countries in Europe" lift nothing, and "not all channels" neither. */
function liftsIn(said: Said, isAnyPlace: boolean, text: string): ChipKind[] {
  const isMeant = (place: Place) => isLift(place, text);
  const roles = (Object.keys(LIFTED) as (keyof typeof LIFTED)[]).filter((role) => said.get(role)?.some(isMeant));
  if (isAnyPlace && !said.has("lifts-place")) roles.push("lifts-place");
  return [...new Set(roles.flatMap((role) => [...LIFTED[role]]))];
}

function isLift({ start, end }: Place, text: string): boolean {
  return LIFT_END.test(text.slice(end)) && !NOT_BEFORE.test(text.slice(Math.max(0, start - LONGEST_NOT), start));
}

const LIFT_END =
  /^\s*(?:$|[,.;!?:，。、،]|(?:is|are|please|again|but|except|now|too|after|and|works?|will|would|ist|sind|bitte|wieder|außer|und|aber|est|sont|sauf|mais|et|à|es|son|vale|salvo|menos|excepto|pero|y|è|va|vanno|tranne|ma|e|exceto|mas|is|zijn|behalve|maar|en|oprócz|poza|ale|i|da|do)(?!\p{L})|[でにをはがも])/iu;
/** In characters, with the blanks around it. */
const LONGEST_NOT = 7;
const NOT_BEFORE = /(?:^|\s)(?:not|nicht|pas|non|não|niet|nie|no)\s$/iu;

/** A span belongs to the brief, and this is from elsewhere; a ceiling without a currency is in that of the one before. */
function inForce(chip: Chip, known: readonly Chip[]): Chip {
  const currency =
    chip.kind === "maxCpm" ? (chip.currency ?? known.find(({ kind }) => kind === "maxCpm")?.currency) : chip.currency;
  return { ...chip, span: null, ...(currency !== undefined && { currency }) };
}

/** The words that are neither known nor of those that refinements are made of. */
function unreadIn(text: string, said: Said, terms: ReturnType<typeof readBrief>["terms"]): string[] {
  const read = [...said.values()].flat().map(({ start, end }) => text.slice(start, end).toLowerCase());
  return terms
    .filter(({ isKnown, word }) => !isKnown && !read.some((one) => one.includes(word)))
    .map(({ word }) => word);
}
