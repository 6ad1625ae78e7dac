import type { Chip } from "../chip.ts";

/** What a word that belongs to an amount could mean elsewhere. */
const SUBJECTS: ReadonlySet<Chip["kind"]> = new Set(["topic", "audience", "season", "channel", "format"]);
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
/** "Plus VAT", "hors TVA": a tax on the amount is no subject. */
const TAX =
  /^(?:vat|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|ttc|iva|btw|podatek|gst|sales tax|消費税|税別|税込|ضريبة)$/iu;
/** In characters, from the amount to the tax. */
const NEAR = 24;
const ABBREVIATION = /\p{L}{2,5}\./gu;
const APART = /[.;\n\d]/u;
/** "10k budget", "5k im Monat": beside a word for money, what is no run. */
const THOUSANDS = /^\d{1,3}\s?k$/iu;
const MONEY_BEFORE =
  /(?:budget|etat|spend|enveloppe|presupuesto|orçamento|verba|budżet|\p{Sc})\s?(?:is|of|ist|von|de|di|van|w|:|=|~|ca\.?|about|around)?\s?(?:about\s|around\s|up to\s|bis zu\s)?$/iu;
const MONEY_BEHIND =
  /^\s?(?:budget|etat|spend|monthly|per month|a month|im monat|pro monat|par mois|al mes|al mese|por mês|per maand|miesięcznie|\p{Sc})/iu;
const CODE_BEHIND = /^\s?(?<code>[A-Z]{3})(?!\p{L})/u;

/** Without what the words of amounts mean elsewhere: `5k` is a run, `CAD` software, `2m` a poster, `IVA` accounting and `US$` a country. */
export function withoutAmountWords(chips: readonly Chip[], amounts: readonly Chip[], text: string): Chip[] {
  return chips.filter(({ kind, span }) => {
    // "20.000 US$".
    if (kind === "country" && span && span.end - span.start === 2 && text[span.end] === "$") return false;
    if (kind === "country" && span && OF_CURRENCY.test(text.slice(Math.max(0, span.start - NEAR), span.start)))
      return false;
    if (!span || !SUBJECTS.has(kind)) return true;
    const word = text.slice(span.start, span.end);
    if (CODES.has(word) && isCurrency(span, text)) return false;
    if (THOUSANDS.test(word) && isBesideMoney(span, text)) return false;
    return !amounts.some((amount) => amount.span && isPartOf(span, word, amount.span, text));
  });
}

/** ريال سعودي: in Arabic, the people behind a currency say whose it is. */
const OF_CURRENCY =
  /(?:^|\s)(?:ريال|ريالا|ريالاً|ريالات|ريالين|دينار|دينارا|ديناراً|دنانير|دينارين|درهم|درهما|درهماً|دراهم|درهمين|جنيه|جنيها|جنيهاً|جنيهات|جنيهين|ليرة|ليرات)\s$/u;

interface Span {
  readonly start: number;
  readonly end: number;
}

function isPartOf(span: Span, word: string, amount: Span, text: string): boolean {
  if (span.start < amount.end && span.end > amount.start) return true;
  const [first, second] = span.end <= amount.start ? [span, amount] : [amount, span];
  const between = text.slice(first.end, second.start);
  if (CODES.has(word) && between.length <= 1) return true;
  return (
    span.start >= amount.end &&
    TAX.test(word) &&
    between.length <= NEAR &&
    !APART.test(between.replace(ABBREVIATION, ""))
  );
}

/** "$25 CPM CAD", "25 (CAD)", "amounts in CAD". */
function isCurrency({ start, end }: Span, text: string): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  return PRICE_BEFORE.test(before) && NO_WORD_BEHIND.test(text.slice(end, end + 2));
}

const PRICE_BEFORE =
  /(?:\p{Nd}\s?\(|\p{Nd}\s?(?:cpm|tkp|ecpm)\s?\(?|(?:amounts?|prices?|figures|currency|budgets?|cpms?|beträge|preise|währung|montants?|prix|devise|importes?|precios?|moneda|importi|prezzi|valuta|valores|preços|moeda|bedragen|prijzen|kwoty|ceny|waluta)(?:\s?:|\s(?:all |are |is )?in|\sen|\sem|\sw|\sist)?\s?)$/iu;
const NO_WORD_BEHIND = /^\s?(?:$|[^\p{L}\s])/u;

function isBesideMoney({ start, end }: Span, text: string): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)];
  const code = CODE_BEHIND.exec(behind)?.groups?.["code"] ?? "";
  return MONEY_BEFORE.test(before) || MONEY_BEHIND.test(behind) || CODES.has(code);
}
