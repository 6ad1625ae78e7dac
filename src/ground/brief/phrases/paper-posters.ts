import type { Chip, ChipKind } from "../chip.ts";

type Span = NonNullable<Chip["span"]>;

/** What a poster may be of, or how it gets to where it hangs. */
const PAPER =
  /(?<![\p{L}-])(?:paper|papier|papel|cartace[aioe]|(?:di |in )carta|papieren|(?:auf)?geklebte[nrs]?|geplakte|gedruckte[nrs]?|gedrukte|printed|imprim[ée]e?s|impres[ao]s|stampat[ie]|papierow(?:e|y|ych|ymi|ej|ą)|drukowan(?:e|y|ych|ymi|ej|ą))(?![\p{L}-])|紙の|紙製の|ورقي(?:ة|ه)?(?!\p{L})/giu;
/** "Billboards (the classic paper ones)", "vallas y marquesinas, en papel": all that may stand behind a poster, before it. */
const BEHIND =
  /^[\s,(–—]{0,3}(?:(?:the|only|classic|ordinary|plain|old|in|on|of|en|de|di|in|em|op|auf|aus|als|klassische[nrs]?|gewone|classiques?|na|z|w|solo|só|nur|alleen|tylko)\s){0,3}$/iu;
/** "Paper billboards", "printed roadside posters". */
const BEFORE = /^\s?(?:[\p{L}-]{1,14}\s)?$/u;
const JOINT = /^\s(?:and|or|plus|und|oder|et|ou|y|o|e|en|of|i|lub|oraz|w|na|in|on|at|for)\s$/iu;
/** "Papier ou numérique", "ob geklebt oder digital": behind paper, or before it. */
const OR_DIGITAL =
  /^[\s,]{1,2}(?:or|oder|ou|o|u|of|lub|czy|as well as|wie)\s(?:in |em |auf |op |als )?(?:digit|num[ée]ri|elek|écran|ecr|pantalla|schermi|screen|ekran|cyfrow)/iu;
const DIGITAL_OR =
  /(?:digital|digitale|digitali|digitales|digitais|digitaal|num[ée]riques?|cyfrowe)\s(?:or|oder|ou|o|of|lub|czy)\s(?:in |on |en |em |auf |op |de |di |na )?$/iu;
/** In characters. */
const NEAR = 32;

const POSTERS: ReadonlySet<string> = new Set(["ooh-all", "ooh"]);

/** "Paper billboards", "mupis em papel": posters of paper are neither screens nor what readers hold, unless either will do. */
export function withPaperPosters(chips: readonly Chip[], text: string): readonly Chip[] {
  const posters = chips.filter((one) => isMedium(one, "channel") && POSTERS.has(one.concept));
  if (posters.length === 0) return chips;
  const papers = [...text.matchAll(PAPER)].flatMap(({ 0: said, index }) => {
    const span = { start: index, end: index + said.length };
    return posters.some((one) => isOf(span, one.span, text)) ? [span] : [];
  });
  if (papers.length === 0) return chips;
  const isEither = papers.some(
    ({ start, end }) =>
      OR_DIGITAL.test(text.slice(end, end + NEAR)) || DIGITAL_OR.test(text.slice(Math.max(0, start - NEAR), start)),
  );
  const isPaper = ({ concept, span }: Chip) =>
    concept === "print" && papers.some(({ start, end }) => span !== null && span.start < end && span.end > start);
  const isScreen = (one: Chip) => !isEither && one.value === "dooh" && one.concept === "ooh-all" && !one.negated;
  return chips.filter((one) => one.kind !== "channel" || (!isPaper(one) && !isScreen(one)));
}

function isMedium({ kind, negated, span }: Chip, of: ChipKind): boolean {
  return kind === of && !negated && span !== null;
}

function isOf(paper: Span, poster: Span | null, text: string): boolean {
  if (!poster) return false;
  if (poster.end > paper.start && poster.start < paper.end) return true;
  if (poster.end <= paper.start)
    return paper.start - poster.end <= NEAR && BEHIND.test(text.slice(poster.end, paper.start));
  const between = text.slice(paper.end, poster.start);
  return between.length <= NEAR && BEFORE.test(between) && !JOINT.test(between);
}
