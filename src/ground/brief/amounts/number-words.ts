import type { Language } from "../languages.ts";
import { plainOf, type Token } from "../words.ts";
import { mixedNumberAt, withKanjiNumbers } from "./kanji-numbers.ts";
import { frenchBelowHundred } from "./spoken/french-numbers.ts";
import { isOneBehindTens } from "./spoken/one-behind-tens.ts";
import { withParts } from "./spoken/parts.ts";

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

/** What is written as one word: `zweihundert`, `doscientos`. By hundreds, from the first. */
const HUNDREDS: Readonly<Partial<Record<Language, string>>> = {
  en: "hundred",
  fr: "cent/cents",
  es: "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas",
  pt: "cem/cento duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas",
  pl: "sto/stu dwiescie/dwustu trzysta/trzystu czterysta/czterystu piecset/pieciuset szescset/szesciuset siedemset/siedmiuset osiemset/osmiuset dziewiecset/dziewieciuset",
  ar: "مئه/مائه مئتين/مئتان/مائتين/مائتان ثلاثمئه/ثلاثمائه اربعمئه/اربعمائه خمسمئه/خمسمائه ستمئه/ستمائه سبعمئه/سبعمائه ثمانمئه/ثمانمائه تسعمئه/تسعمائه",
};
/** Where a unit stands before the hundred: "deux cents". */
const COUNTED: ReadonlySet<Language> = new Set(["en", "fr"]);
/** Where all of it is one word, `duecentocinquanta`, the forms of a hundred, the longest first. */
const GLUED: Readonly<Partial<Record<Language, readonly string[]>>> = {
  de: ["hundertund", "hundert"],
  nl: ["honderden", "honderd"],
  it: ["cento", "cent"],
};

const hundreds = new Map<Language, ReadonlyMap<string, number>>();

function hundredsOf(language: Language): ReadonlyMap<string, number> {
  const before = hundreds.get(language);
  if (before) return before;
  const names = (HUNDREDS[language] ?? "").split(" ").filter(Boolean);
  const made = new Map(
    names.flatMap((name, index) => name.split("/").map((form) => [plainOf(form), (index + 1) * 100] as const)),
  );
  hundreds.set(language, made);
  return made;
}

/** Large amounts without a number in them, as they are said before a currency. Without accents. */
const ROUND: Readonly<Partial<Record<Language, Readonly<Record<string, number>>>>> = {
  en: {
    "half a million": 500_000,
    "half million": 500_000,
    "a quarter of a million": 250_000,
    "quarter of a million": 250_000,
    "quarter million": 250_000,
    "three quarters of a million": 750_000,
    "a million": 1_000_000,
    "one million": 1_000_000,
    "one and a half million": 1_500_000,
    "a million and a half": 1_500_000,
  },
  de: {
    "halbe million": 500_000,
    "halben million": 500_000,
    viertelmillion: 250_000,
    dreiviertelmillion: 750_000,
    "eine million": 1_000_000,
    "einer million": 1_000_000,
    "anderthalb millionen": 1_500_000,
    "eineinhalb millionen": 1_500_000,
  },
  fr: {
    "demi million": 500_000,
    "quart de million": 250_000,
    "un million": 1_000_000,
    "un million et demi": 1_500_000,
  },
  es: {
    "medio millon": 500_000,
    "cuarto de millon": 250_000,
    "un millon": 1_000_000,
    "un millon y medio": 1_500_000,
    "millon y medio": 1_500_000,
  },
  it: {
    "mezzo milione": 500_000,
    "quarto di milione": 250_000,
    "un milione": 1_000_000,
    "un milione e mezzo": 1_500_000,
  },
  pt: {
    "meio milhao": 500_000,
    "um quarto de milhao": 250_000,
    "um milhao": 1_000_000,
    "um milhao e meio": 1_500_000,
  },
  nl: {
    "half miljoen": 500_000,
    "halve miljoen": 500_000,
    "kwart miljoen": 250_000,
    "een miljoen": 1_000_000,
    "anderhalf miljoen": 1_500_000,
  },
  pl: {
    "pol miliona": 500_000,
    "polowa miliona": 500_000,
    "cwierc miliona": 250_000,
    "jeden milion": 1_000_000,
    "poltora miliona": 1_500_000,
  },
  ar: {
    مليون: 1_000_000,
    مليوني: 2_000_000,
    مليونين: 2_000_000,
    الف: 1_000,
    الفي: 2_000,
    الفين: 2_000,
    "نصف مليون": 500_000,
    "ربع مليون": 250_000,
    "مليون ونصف": 1_500_000,
    "مليون ونصف المليون": 1_500_000,
  },
};
/** Alone they are one of them, and behind a number that many. */
const ROUND_SCALES: ReadonlySet<string> = new Set(["الف", "مليون"]);
const ROUND_BY_FIRST = new Map(
  Object.entries(ROUND).map(([language, named]) => [
    language,
    Map.groupBy(
      Object.entries(named).map(([phrase, value]) => ({ words: phrase.split(" "), value })),
      ({ words: [first] }) => first,
    ),
  ]),
);

/** The longest that begins here. */
function roundIn(words: readonly string[], language: Language): Found | undefined {
  const [longest] = (ROUND_BY_FIRST.get(language)?.get(words[0]) ?? [])
    .filter((one) => one.words.every((word, index) => words[index] === word))
    .toSorted((a, b) => b.words.length - a.words.length);
  return longest && { value: longest.value, length: longest.words.length };
}

/** The same tokens, but that a number in words is one in digits: "nueve euros", "thirty-five", "خمسة وثلاثين", 九百. */
export function withNumbers(tokens: readonly Token[], languages: readonly Language[]): Token[] {
  const read: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    const mixed = mixedNumberAt(index, tokens);
    if (mixed) {
      read.push(mixed.token, ...(mixed.rest ? [mixed.rest] : []));
      index = mixed.last;
      continue;
    }
    if (token.kind === "japanese") {
      read.push(...withKanjiNumbers(token, tokens[index - 1]));
      continue;
    }
    const isScale = token.kind !== "word" || (ROUND_SCALES.has(token.plain) && read.at(-1)?.kind === "number");
    const found = isScale ? undefined : numberAt(tokens, index, languages);
    const text = String(found?.value);
    const end = tokens[index + (found?.length ?? 1) - 1]?.end ?? token.end;
    read.push(found ? { ...token, kind: "number", text, plain: text, end } : token);
    if (found) index += found.length - 1;
  }
  return withParts(read);
}

interface Found {
  readonly value: number;
  /** In words. */
  readonly length: number;
}

/** No number has more words: "neuf cent quatre vingt dix sept". */
const MOST_WORDS = 6;

function numberAt(tokens: readonly Token[], index: number, languages: readonly Language[]): Found | undefined {
  const words = tokens.slice(index, index + MOST_WORDS).map(({ kind, plain }) => (kind === "word" ? plain : ""));
  for (const language of languages) {
    const found = roundIn(words, language) ?? numberIn(words, language);
    if (found) return found;
  }
  return undefined;
}

function numberIn(words: readonly string[], language: Language): Found | undefined {
  const hundred = hundredIn(words, language);
  if (!hundred) return belowHundred(words, language);
  const next = words[hundred.length] ?? "";
  const skipped = ANDS.has(next) ? 1 : 0;
  const rest = words.slice(hundred.length + skipped);
  // Arabic writes its "and" with the word behind it.
  if (language === "ar" && rest[0]?.startsWith("و")) rest[0] = rest[0].slice(1);
  const more = belowHundred(rest, language);
  return more && more.value < 100
    ? { value: hundred.value + more.value, length: hundred.length + skipped + more.length }
    : hundred;
}

function hundredIn([first = "", second = ""]: readonly string[], language: Language): Found | undefined {
  const names = hundredsOf(language);
  const { small, tens } = numeralsOf(language);
  const value = names.get(first);
  if (value !== undefined) return { value, length: 1 };
  const unit = small.get(first);
  const counted = COUNTED.has(language) && unit !== undefined ? names.get(second) : undefined;
  if (counted !== undefined && unit !== undefined) return { value: unit * counted, length: 2 };
  const hundred = GLUED[language]?.find((form) => first.includes(form));
  if (hundred === undefined) return undefined;
  const at = first.indexOf(hundred);
  const [before, behind] = [first.slice(0, at), first.slice(at + hundred.length)];
  const count = before === "" || before === ONES[language] ? 1 : small.get(before);
  const rest = behind === "" ? 0 : (small.get(behind) ?? tens.get(behind));
  return count === undefined || rest === undefined ? undefined : { value: count * 100 + rest, length: 1 };
}

function belowHundred(words: readonly string[], language: Language): Found | undefined {
  const { small, tens } = numeralsOf(language);
  if (language === "fr") return frenchBelowHundred(words, { small, tens });
  const [first = "", next = "", last = ""] = words;
  const ten = tens.get(first);
  if (ten !== undefined) {
    const isJoined = ANDS.has(next);
    const joined = isJoined ? last : next;
    const unit = small.get(joined) ?? (isOneBehindTens(joined, isJoined) ? 1 : undefined);
    return unit !== undefined && unit < 10
      ? { value: ten + unit, length: isJoined ? 3 : 2 }
      : { value: ten, length: 1 };
  }
  const unit = small.get(first);
  if (unit === undefined) return undefined;
  // Arabic puts the unit first, and joins the ten to it with an "and".
  const joinedTen = language === "ar" && next.startsWith("و") ? tens.get(next.slice(1)) : undefined;
  if (joinedTen !== undefined && unit < 10) return { value: joinedTen + unit, length: 2 };
  const isTeen = language === "ar" && unit < 10 && (next === "عشر" || next === "عشره");
  return isTeen ? { value: 10 + unit, length: 2 } : { value: unit, length: 1 };
}
