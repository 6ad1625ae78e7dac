import type { Chip } from "../chip.ts";
import { wordSet } from "../word-sets.ts";

/** Several, and nobody's own: "our online shop" is where the goods are sold. */
const SHOPS =
  /(?<![\p{L}-])(?:(?:online|web|internet)[ -]?(?:shops|stores|läden|geschäfte|winkels)|e-?(?:shops|stores|boutiques|sklep(?:y|ach|ów))|e-?commerce(?:-?sites?|s)?|webwinkels|boutiques (?:en ligne|web)|(?:sites|boutiques) marchands?|sites e-commerce|tiendas (?:online|virtuales|en línea)|comercios electrónicos|negozi (?:online|on line|on-line|virtuali)|lojas (?:online|virtuais|on-line)|sklep(?:y|ach|ów) (?:internetow(?:e|ych)|online)|(?:ال)?متاجر (?:ال)?(?:إلكترونية|الكترونية)|(?:ال)?متاجر عبر الإنترنت)(?![\p{L}-])(?! (?:owners|betreiber|besitzer|eigenaren))/giu;
const JAPANESE =
  /(?:ネットショップ|オンラインショップ|通販サイト|ECサイト|ネット通販)(?:内|の中|上)?(?:やその中)?(?:の広告枠?)?(?:へ|に)?(?:は|も)?(?:なし|無し|不要|除|NG|やめ|避け|使わ|使いま|出さ|お断り)/iu;

/** What may stand between the refusal and the shops: ads, and where they are. */
const BETWEEN = wordSet(
  "ads ad adverts advertising banners spots placements in inside within on any the other",
  "anzeigen werbung werbeplätze werbeflächen banner platzierungen innerhalb von auf den irgendwelchen",
  "publicité publicités pub pubs annonces bannières dans les des sur de l'intérieur à",
  "anuncios publicidad en dentro las los",
  "annunci pubblicità spazi nei dentro i negli gli all'interno dei di",
  "anúncios publicidade em nas das",
  "advertenties reclame binnen op",
  "reklam reklamy reklamę bannerów w na wewnątrz",
  "إعلانات إعلان في داخل",
);
const REFUSING = wordSet(
  "no not without nothing nor neither kein keine keinen ohne nichts weder pas sans rien ni sin nada niente senza non né",
  "sem nem geen zonder niets noch bez żadnych nic ani بدون دون بلا لا وليس",
);
/** "Without newsletters or online shops". */
const JOINING = wordSet("and or und oder et ou y o e i oraz lub en of أو و");

/** "No online shops or ads within them": who refuses shops as places for ads refuses the medium that they are. */
export function withRefusedShops(chips: readonly Chip[], text: string): readonly Chip[] {
  if (chips.some(({ kind, value }) => kind === "channel" && value === "retail_media")) return chips;
  const span = refusedIn(chips, text);
  if (!span) return chips;
  const isOfWord = (chip: Chip) => chip.kind === "channel" && isWithin(chip, span);
  const refused: Chip = {
    kind: "channel",
    value: "retail_media",
    concept: "retail_media",
    negated: true,
    span,
    certainty: SURE,
  };
  return [...chips.filter((chip) => !isOfWord(chip)), refused];
}

const SURE = 0.95;

interface Span {
  readonly start: number;
  readonly end: number;
}

function refusedIn(chips: readonly Chip[], text: string): Span | undefined {
  const japanese = JAPANESE.exec(text);
  if (japanese) return { start: japanese.index, end: japanese.index + japanese[0].length };
  for (const shops of text.matchAll(SHOPS)) {
    const span = { start: shops.index, end: shops.index + shops[0].length };
    const last = lastBefore(text.slice(Math.max(0, span.start - BEFORE), span.start));
    const isRefused = chips.some((chip) => chip.kind === "topic" && chip.negated && isWithin(chip, span));
    if (REFUSING.has(last) || (isRefused && JOINING.has(last))) return span;
  }
  return undefined;
}

/** In characters. */
const BEFORE = 60;

/** The last word of the clause that is none of ads and of where they are. */
function lastBefore(before: string): string {
  const clause = before.split(/[.,;:!?\n،؛]/u).at(-1) ?? "";
  const said = clause.toLowerCase().split(/\s+/u).filter(Boolean);
  return said.findLast((word) => !BETWEEN.has(word)) ?? "";
}

function isWithin({ span }: Chip, { start, end }: Span): boolean {
  return span !== null && span.start < end && span.end > start;
}
