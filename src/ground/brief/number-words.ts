import type { Language } from "./languages.ts";
import type { Token } from "./words.ts";

/** Up to twenty, then the tens. Without accents. "One" is an article in most of them. */
const NAMES: Readonly<Partial<Record<Language, string>>> = {
  en: "- two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
  de: "- zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
  fr: "- deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente quarante cinquante soixante septante octante nonante",
  es: "- dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  it: "- due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
  pt: "- dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
  nl: "- twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig",
  pl: "- dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie trzynascie czternascie pietnascie szesnascie siedemnascie osiemnascie dziewietnascie dwadziescia trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat dziewiecdziesiat",
  ar: "- اثنين ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره - - - - - - - - - عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين",
};

/** Other forms of the same numbers, as the others are ordered; several of one with strokes between. */
const FORMS: Readonly<Partial<Record<Language, string>>> = {
  pl: "- dwoch trzech czterech pieciu szesciu siedmiu osmiu dziewieciu dziesieciu jedenastu dwunastu trzynastu czternastu pietnastu szesnastu siedemnastu osiemnastu dziewietnastu dwudziestu trzydziestu czterdziestu piecdziesieciu szescdziesieciu siedemdziesieciu osiemdziesieciu dziewiecdziesieciu",
  pt: "- duas - - - - - - - - - - - quatorze - dezasseis dezassete - dezanove - - - - - - - -",
  ar: "- اثنان ثلاث اربع خمس ست سبع ثماني تسع عشر - - - - - - - - - عشرون ثلاثون اربعون خمسون ستون سبعون ثمانون تسعون",
};

const TENS_FROM = 20;
const ANDS: ReadonlySet<string> = new Set(["und", "et", "y", "e", "en", "and"]);

interface Numerals {
  readonly small: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
}

const known = new Map<Language, Numerals>();

function numeralsOf(language: Language): Numerals {
  const before = known.get(language);
  if (before) return before;
  const small = new Map<string, number>();
  const tens = new Map<string, number>();
  for (const names of [NAMES[language], FORMS[language]]) {
    (names ?? "").split(" ").forEach((name, index) => {
      if (name === "-" || name === "") return;
      if (index < TENS_FROM - 1) small.set(name, index + 1);
      else tens.set(name, (index - TENS_FROM + 3) * 10);
    });
  }
  const numerals = { small: withCompounds(language, small, tens), tens };
  known.set(language, numerals);
  return numerals;
}

const ONES: Readonly<Partial<Record<Language, string>>> = { de: "ein", nl: "een", it: "uno", es: "uno" };

function ones(language: Language): [name: string, value: number][] {
  const name = ONES[language];
  return name === undefined ? [] : [[name, 1]];
}

/** `fünfunddreißig`, `vijfendertig`, `trentacinque`, `veintidós`: what is one word is listed. */
function withCompounds(language: Language, small: ReadonlyMap<string, number>, tens: ReadonlyMap<string, number>) {
  const all = new Map(small);
  for (const [ten, tenValue] of tens) {
    for (const [unit, value] of [...ones(language), ...small].filter(([, one]) => one < 10)) {
      if (language === "de") all.set(`${unit}und${ten}`, tenValue + value);
      if (language === "nl") all.set(`${unit}en${ten}`, tenValue + value);
      if (language === "it")
        all.set(value === 1 || value === 8 ? ten.slice(0, -1) + unit : ten + unit, tenValue + value);
      if (language === "es" && tenValue === 20) all.set(`veinti${unit}`, tenValue + value);
    }
  }
  return all;
}

/** The same tokens, but that a number in words is one in digits: "nueve euros", "thirty-five", "خمسة وثلاثين". */
export function withNumbers(tokens: readonly Token[], languages: readonly Language[]): Token[] {
  const read: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    const found = token.kind === "word" ? numberAt(tokens, index, languages) : undefined;
    read.push(found ? { ...token, kind: "number", text: found.value, plain: found.value, end: found.end } : token);
    if (found) index += found.length - 1;
  }
  return read;
}

interface Found {
  readonly value: string;
  readonly length: number;
  readonly end: number;
}

function numberAt(tokens: readonly Token[], index: number, languages: readonly Language[]): Found | undefined {
  for (const language of languages) {
    const found = numberIn(tokens, index, language);
    if (found) return found;
  }
  return undefined;
}

function numberIn(tokens: readonly Token[], index: number, language: Language): Found | undefined {
  const { small, tens } = numeralsOf(language);
  const word = tokens[index];
  const [first, next, last] = [word, tokens[index + 1], tokens[index + 2]].map((token) =>
    token?.kind === "word" ? token.plain : "",
  );
  if (!word || !first) return undefined;
  const said = (value: number, length: number): Found => {
    return { value: String(value), length, end: tokens[index + length - 1]?.end ?? word.end };
  };
  const ten = tens.get(first);
  if (ten !== undefined) {
    const isJoined = next !== undefined && ANDS.has(next);
    const unit = small.get((isJoined ? last : next) ?? "");
    return unit !== undefined && unit < 10 ? said(ten + unit, isJoined ? 3 : 2) : said(ten, 1);
  }
  const unit = small.get(first);
  if (unit === undefined) return undefined;
  // Arabic puts the unit first, and joins the ten to it with an "and".
  const joinedTen = language === "ar" && next?.startsWith("و") ? tens.get(next.slice(1)) : undefined;
  if (joinedTen !== undefined && unit < 10) return said(joinedTen + unit, 2);
  const isTeen = language === "ar" && unit < 10 && (next === "عشر" || next === "عشره");
  return isTeen ? said(10 + unit, 2) : said(unit, 1);
}
