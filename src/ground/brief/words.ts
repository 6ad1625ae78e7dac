import { withFieldsMarked } from "./forms/marked-fields.ts";

/** A piece of a text: a word, a number, a sign that means something, or a break between clauses. */
export interface Token {
  readonly kind: "word" | "number" | "sign" | "break" | "japanese";
  /** In lower case. */
  readonly text: string;
  /** Without accents, and with one spelling of what has several. */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** Of a word: it is written with a capital letter. */
  readonly isCapital?: true;
  /** Of a word: all of it is: `DACH`. */
  readonly isAllCapitals?: true;
  /** Of a word: it was misspelt, and this is what it was meant to be. */
  readonly isMended?: true;
}

/**
 * Japanese has no spaces, so a run of it is one token and is searched character by character. Words contain single
 * digits only: `b2b` is one, and `CPM20` is two tokens, and so is 「CPM9ユーロ」.
 */
const PIECE =
  /(?<dotted>(?<![\p{L}\p{N}.])(?:(?:[A-Z]\.){1,3}[A-Z]|EE\.[ \u00a0]?UU|u\.s\.a|u\.s|u\.k|u\.a\.e|e\.u)(?![\p{L}\p{N}])(?:\.(?=[^\S\n]*[\p{Ll}\p{N},;:)\]/&-]))?)|(?<japanese>(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]|(?<=コネクテッド|スマート|リニア)TV|(?<=デジタル)OOH|(?<![A-Za-z])[eE](?=スポーツ))+)|(?<number>\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d{1,3}['’]\d\d?(?=\s?(?:€|euros?|EUR)(?!\p{L}))|\d+(?:[.,]\d+)*)|(?<word>(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々])[\p{L}\p{M}])(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々])(?:[\p{L}\p{M}]|\p{Nd}(?![\p{Nd}百千万億€£]|[.,]\p{Nd}|ユーロ|ドル|ポンド|円)))*)|(?<sign>[€$£¥%<≤]|[\u{1F1E6}-\u{1F1FF}]{2})|(?<break>:(?=\[)|(?:[.;:!?…,()[\]–—\n\r。、，；！？،؛「」・|／]|(?<=[\p{L}ー])×(?=\p{L})|(?<=^|[^\d€$£¥]\s)-(?=\s\D))+)/gu;

/** Their full stop ends no clause: "Benelux excl. NL". */
const ABBREVIATED: ReadonlySet<string> = new Set(["exkl", "excl", "escl", "inkl", "incl"]);

/** "Am 31. Oktober": a full stop of German ordinals, by the month behind it. */
const GERMAN_MONTH =
  /^\.\s(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u;
/** In characters, with what is before and behind it. */
const LONGEST_MONTH = 14;
const ORDINAL = /^(?:[12]?\d|3[01])$/;

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of withFieldsMarked(narrowed(text)).matchAll(PIECE)) {
    const { dotted, japanese, number, sign } = match.groups ?? {};
    const word = match.groups?.["word"] ?? dotted;
    // "The U.S. and Canada": the points end no clause.
    const piece = dotted ? match[0].toLowerCase().replaceAll(/[.\s]/g, "") : match[0].toLowerCase();
    const kind = japanese ? "japanese" : number ? "number" : word ? "word" : sign ? "sign" : "break";
    const plain = kind === "word" ? plainOf(piece) : piece;
    if (piece === "." && ABBREVIATED.has(tokens.at(-1)?.plain ?? "")) continue;
    if (
      piece === "." &&
      ORDINAL.test(tokens.at(-1)?.text ?? "") &&
      GERMAN_MONTH.test(text.slice(match.index, match.index + LONGEST_MONTH))
    )
      continue;
    const isCapital = kind === "word" && piece.charAt(0) !== match[0].charAt(0);
    const end = match.index + match[0].length;
    const isAllCapitals = isCapital && match[0] === match[0].toUpperCase();
    const written = { ...(isCapital && { isCapital }), ...(isAllCapitals && { isAllCapitals }) };
    tokens.push({ kind, text: piece, plain, start: match.index, end, ...written });
  }
  return tokens;
}

const HALF_WIDTH = /[\uFF61-\uFF9F]+/g;

/** ﾗｼﾞｵ as ラジオ. A mark of its own becomes part of its letter, so that what follows moves to the left. */
export function withWideKatakana(text: string): string {
  return text.replaceAll(HALF_WIDTH, (run) => run.normalize("NFKC"));
}

/** What is typed for the mark of a long vowel: 「バナ一」. */
const LONG_VOWEL = /(?<=[\p{Script=Katakana}ー])[一―－ｰ—](?![覧部定般度回位人日番点切方緒括体種時式連流例致]|\p{N})/gu;
const WIDE = /[！-．０-～٠-٩۰-۹٫٬]/g;
const FIRST_DIGITS = [0x660, 0x6f0] as const;

/** Full-width letters, and the digits of Arabic and Persian, as their ASCII forms, at the same position. */
function narrowed(text: string): string {
  return text.replaceAll(LONG_VOWEL, "ー").replaceAll(WIDE, (wide) => {
    if (wide === "٫") return ".";
    if (wide === "٬") return ",";
    const code = wide.charCodeAt(0);
    const zero = FIRST_DIGITS.find((first) => code >= first && code <= first + 9);
    return zero === undefined ? String.fromCharCode(code - 0xfee0) : String(code - zero);
  });
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  œ: "oe",
  æ: "ae",
  ø: "o",
  ł: "l",
  đ: "d",
  // The spellings of Arabic that writers use for one another.
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
  // Many say both alike.
  ظ: "ض",
  ـ: "",
};
const ASCII = /^[a-z0-9]*$/;

/** A lower-case word without its accents. */
export function plainOf(word: string): string {
  if (ASCII.test(word)) return word;
  return word
    .replaceAll(/[ßœæøłđأإآٱىةظـ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
}
