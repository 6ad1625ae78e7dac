import { plainOf, readBrief, tokensOf } from "../brief/index.ts";
import { countOf } from "./counts.ts";
import type { Place, Said } from "./phrases.ts";
import type { ShownProduct } from "./shown.ts";

/** Products that a refinement counts: "the second", "number 3", "the last one". */
export interface Counted {
  readonly liked: readonly ShownProduct[];
  readonly omitted: readonly ShownProduct[];
  /** Something is counted, whether there is such a product or not. */
  readonly isSaid: boolean;
  /** Where it is said, with what is to be done. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  /** What is counted was not shown. */
  readonly missing: { readonly status: "unable"; readonly notes: string } | undefined;
}

const NOTHING: Counted = { liked: [], omitted: [], isSaid: false, places: [], missing: undefined };
const NTH = /^nth-(\d)$/;
/** Between "like" or "drop" and what is counted: "like the second", in characters. */
const NEAR = 16;
const JAPANESE_NUMBER = /(\d{1,2})\s?(?:番目|つ目|位|番)/gu;

/** Of what stands before a number, in characters. */
const BEFORE = 8;

interface Position {
  /** From 1; 0 for the last. */
  readonly nth: number;
  /** "The first two". */
  readonly many?: number;
  readonly start: number;
  readonly end: number;
}

export function countedIn(text: string, said: Said, products: readonly ShownProduct[]): Counted {
  const positions = positionsIn(text, said);
  if (positions.length === 0) return NOTHING;
  const roles = positions.map((position) => roleOf(position, text, said));
  const meant = positions.flatMap((position, index) => {
    // "Like the first and the second": the second is meant as the first.
    const role = roles[index] ?? roles.slice(0, index).findLast((one) => one !== undefined);
    return role ? [{ position, ...role, start: roles[index]?.start ?? position.start }] : [];
  });
  if (meant.length === 0) return NOTHING;
  const found = meant.flatMap(({ position: { nth, many = 1 }, role }) =>
    Array.from({ length: many }, (_, more) => ({ role, nth: nth + more, product: products.at(nth + more - 1) })),
  );
  const absent = found.find(({ product }) => product === undefined);
  const of = (role: "like" | "drops") =>
    found.flatMap((one) => (one.role === role && one.product ? [one.product] : []));
  return {
    liked: of("like"),
    omitted: of("drops"),
    isSaid: true,
    places: meant.map(({ start, position: { end } }) => ({ start, end })),
    missing: absent && {
      status: "unable",
      notes: `${products.length} products were shown, and no number ${absent.nth || 1}`,
    },
  };
}

interface Meant {
  readonly role: "like" | "drops";
  readonly start: number;
}

/** What is said before it, or behind it in languages whose verbs stand there: "nothing like the second" leaves it out. */
function roleOf({ start, end }: Position, text: string, said: Said): Meant | undefined {
  if (!ALONE.test(text.slice(end))) return undefined;
  const isNear = (place: Place) =>
    (place.end <= start && start - place.end <= NEAR && !/[,;.]/.test(text.slice(place.end, start))) ||
    (place.start >= end && place.start - end <= NEAR / 2 && isJapanese(text.slice(end, place.end))) ||
    (place.start <= start && place.end >= end);
  const at = (role: "unlike" | "like" | "drops" | "keeps") => said.get(role)?.find(isNear);
  if (at("keeps")) return undefined;
  const [unlike, like, drops] = [at("unlike"), at("like"), at("drops")];
  if (unlike) return { role: "drops", start: Math.min(unlike.start, start) };
  if (like) return { role: "like", start: Math.min(like.start, start) };
  return drops || isDroppedBehind(end, text)
    ? { role: "drops", start: Math.min(drops?.start ?? start, start) }
    : undefined;
}

/** Nothing else is counted: "the first", "the first one", and not "the first week". */
const ALONE =
  /^\s*(?:$|[,.;!?)、。，،]|(?:ones?|products?|options?|results?|items?|place|and|or|but|please|too|from|instead|with|in|under|isn't|is|doesn't|out|off|weg|raus|und|oder|aber|bitte|mit|passt|gefällt|me|mi|bevalt|streichen|weglassen|entfernen|löschen|rausnehmen|Produkte?s?|Ergebnis|Option|et|ou|mais|sans|avec|produits?|y|pero|con|no|producto|e|ma|non|via|prodotto|mas|com|não|produto|en|maar|past|i|ale|nie|z|produkt)(?!\p{L})|[のをはがもと番]|和|و|لا)/iu;

/** "Lass das zweite weg", "haal de derde weg". */
function isDroppedBehind(end: number, text: string): boolean {
  return /^\s(?:doesn't fit|does not fit|isn't right|passt nicht|gefällt mir nicht|ne me plaît pas|no me gusta|non mi piace|bevalt niet|mi się nie podoba|(?:no|nein|non|não|nie|nicht)\s?[.!]?$|ne convient pas|no encaja|non va|não serve|past niet|nie pasuje|(?:\p{L}+\s)?(?:weg|raus|out|off|via|fora|fuera|streichen|entfernen|weglassen|weghalen|schrappen))(?!\p{L})/u.test(
    text.slice(end, end + 30),
  );
}

function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Han}]/u.test(text);
}

function positionsIn(text: string, said: Said): Position[] {
  const tokens = tokensOf(text);
  const ordinals = ordinalsIn(text);
  const last = (said.get("last") ?? []).map(({ start, end }) => ({ nth: 0, start, end }));
  // "Number 3", "#1", "no. 3", "like 2", "drop 1 and 3".
  const numbered = tokens.flatMap(({ kind, text: digits, start, end }, index): Position[] => {
    const isNumbered =
      text.charAt(start - 1) === "#" ||
      /(?:^|\s)(?:no|nr|n)[.°º]\s?$/iu.test(text.slice(Math.max(0, start - BEFORE), start)) ||
      (["numbered", "like", "drops"] as const).some((role) => said.get(role)?.some(({ to }) => to === index)) ||
      /\d\s?(?:,|and|und|et|y|e|en|i|&)\s?$/u.test(text.slice(Math.max(0, start - BEFORE), start));
    return kind === "number" && isNumbered && /^\d{1,2}$/.test(digits) ? [{ nth: Number(digits), start, end }] : [];
  });
  const japanese = Array.from(text.matchAll(JAPANESE_NUMBER), ({ index, 0: whole, 1: digits }) => ({
    nth: Number(digits),
    start: index,
    end: index + whole.length,
  }));
  const all = [...ordinals, ...last, ...numbered, ...japanese].filter(({ nth }) => nth >= 0);
  return all
    .toSorted((a, b) => a.start - b.start)
    .filter((one, index, sorted) => index === 0 || one.start >= (sorted[index - 1]?.end ?? 0));
}

/** "The second", "das zweite": as the lexicon has them. */
function ordinalsIn(text: string): Position[] {
  return [...readBrief(text).says].flatMap(([id, places]) => {
    const nth = NTH.exec(id)?.[1];
    if (nth === undefined) return [];
    return places.map(({ start, end }) => {
      const count = /^\s(?<count>[\p{L}\d]{1,8})(?![\p{L}\d])/u.exec(text.slice(end))?.groups?.count ?? "";
      const many = nth === "1" ? countOf(plainOf(count.toLowerCase())) : undefined;
      return many === undefined
        ? { nth: Number(nth), start, end }
        : { nth: 1, many, start, end: end + 1 + count.length };
    });
  });
}
