import type { Language } from "../languages.ts";
import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";
import { isMedium } from "./clause.ts";
import { hasSubject } from "./exceptions/wanted-behind.ts";

/** What follows a comma belongs to the list before it if it is at most this short. */
const LONGEST_ITEM = 3;
/** And its last item if it is at most this long. */
const LONGEST_CLAUSE = 9;
/** Where a list ends. */
const ENDS = [
  "negator",
  "outside",
  "contrast",
  "exclusive",
  "closer",
  "affirmer",
  "hedge",
  "sells",
  "wants",
  "rather",
] as const;
/** The maximum length of a parenthesis within a list, in tokens. */
const LONGEST_PARENTHESIS = 6;

const PLACES = ["country", "region", "city"] as const;

/** A text's tokens, and what begins at each of them. */
export interface Page {
  readonly languages: readonly Language[];
  readonly tokens: readonly Token[];
  readonly contentAt: ReadonlyMap<number, readonly Mention[]>;
  /** The tokens behind mentions. */
  readonly contentUntil: ReadonlySet<number>;
  readonly scopeAt: ReadonlyMap<number, readonly Mention[]>;
  /** Negators that refuse all that does not follow them. */
  readonly exceptions: ReadonlySet<Mention>;
  /** What followed them. */
  readonly excepted: Set<Mention>;
}

/** What has been refused since the negator, and whether it is a label. */
interface Refusal {
  readonly taken: readonly Mention[];
  readonly isLabelled: boolean;
  readonly isWithout: boolean;
}

/** Whether what is refused before a comma goes on behind it. */
export function continuesList(index: number, { taken, isLabelled, isWithout }: Refusal, page: Page): boolean {
  const { tokens, contentAt, scopeAt } = page;
  if (isParenthesis(index, tokens)) return true;
  const next = tokens[index + 1]?.plain ?? "";
  if (WHOLE.has(next) || VIA.has(next) || ANEW.has(next) || isPartitive(index, page)) return false;
  const item = itemBehind(index, contentAt);
  if (item && hasTopic(item, tokens)) return false;
  if (isLabelled && isBareItem(item, taken, index, tokens)) return true;
  if (item && (isWithout || isBareNo(taken, page)) && isAllThatIsLeft(item, taken, page)) return false;
  // A list continues as long as its items are short and are only items.
  let [words, mentioned, mentionedUntil] = [0, false, index];
  for (let at = index + 1; at < tokens.length && tokens[at]?.kind !== "break"; at++) {
    words++;
    const little = at < mentionedUntil ? [] : (scopeAt.get(at) ?? []);
    // "No weapons, horror nor betting": another negator continues the list.
    if (little.some((one) => has(one, "scope", "negator")) && isLike(item, taken)) return true;
    for (const { to } of contentAt.get(at) ?? []) [mentioned, mentionedUntil] = [true, Math.max(mentionedUntil, to)];
    if (little.some((one) => ENDS.some((id) => has(one, "scope", id)))) return false;
    // "No betting, yes to fashion".
    if (words === 1 && little.some((one) => has(one, "scope", "postaffirmer"))) return false;
    if (words > LONGEST_CLAUSE) return false;
  }
  if (isAnotherMatter(item, taken, index, page) || isWantedInstead(item, taken, index, page)) return false;
  const isItem = mentioned && words <= LONGEST_ITEM + (contentAt.get(index + 1) ? 2 : 0);
  const isAlike = isLike(item, taken) || (item !== undefined && taken.some((one) => areOfOneMatter(item, one)));
  return isItem || (isAlike && ANDS.has(tokens[item?.to ?? 0]?.plain ?? ""));
}

/**
 * "No radio, in Belgium", "except Qatar, podcasts": where and in what language is no item of a list of what is refused, nor the
 * other way round. A medium, a season and a subject are items of one list only if an "or" ends it: "instead of radio, wine lovers".
 */
function isAnotherMatter(item: Mention | undefined, taken: readonly Mention[], index: number, page: Page): boolean {
  const { tokens, scopeAt } = page;
  const last = taken.at(-1);
  if (!item) return false;
  // "No Nespresso, CTV", "no rush, Germany": what was refused is not known, and is neither medium nor place.
  if (!last)
    return (has(item, "channel") || isPlace(item)) && COMMA.test(tokens[index]?.text ?? "") && !endsWithOr(index, page);
  const [one, other] = [mattersOf(last), mattersOf(item)];
  if (one.some((matter) => other.includes(matter))) return false;
  const isOfPlaces = [...one, ...other].some((matter) => matter === "place" || matter === "language");
  if (isOfPlaces) return true;
  // "Avoid politics, radio and print": what the verb governs is of all kinds.
  const opening = taken[0]?.from ?? 0;
  const isOfVerb = [opening - 1, opening - 2].some((at) =>
    scopeAt.get(at)?.some((word) => has(word, "scope", "refused-label") && word.to <= opening),
  );
  return !(endsWithOr(index, page) || (isOfVerb && endsWith(ANDS, index, tokens)));
}

/**
 * "No radio, podcasts in Germany", "no TV, a podcast on football": a medium with its place or its subject is what is wanted. So is one without a negator, where each of those before
 * it has its own: "no radio, no print, podcasts".
 */
function isWantedInstead(item: Mention | undefined, taken: readonly Mention[], index: number, page: Page): boolean {
  const { tokens, contentAt, scopeAt } = page;
  if (!item || endsWithOr(index, page)) return false;
  const isBreak = (at: number) => (tokens[at]?.kind ?? "break") === "break";
  const behind: Mention[] = [];
  for (let at = index + 1; !isBreak(at); at++) behind.push(...(contentAt.get(at) ?? []));
  const isMediumAndPlace = behind.some((one) => has(one, "channel")) && behind.some(isPlace);
  if (isMediumAndPlace && (taken.every(isPlace) || !taken.some(isPlace))) return true;
  if (!has(item, "channel") || taken.some(isPlace)) return false;
  if (hasSubject(item, behind) && taken.every(isMedium)) return true;
  // "No crime podcasts, podcasts on cooking".
  if (taken.some((one) => one.senses[0]?.kind === "channel" && one.senses[0].id === item.senses[0]?.id)) return true;
  const begins = (end: number) => {
    let at = end;
    while (!isBreak(at - 1)) at--;
    return at;
  };
  const isRefused = (at: number) => scopeAt.get(at)?.some((one) => has(one, "scope", "negator")) ?? false;
  const own = begins(index);
  return isRefused(own) && own > 1 && COMMA.test(tokens[own - 1]?.text ?? "") && isRefused(begins(own - 1));
}

const COMMA = /^[,،、]+$/;

/** Arabic joins the last item of a list by "and": what a clause that begins with "without" leaves is wanted, as in دون اللجوء إلى الراديو، بودكاست. */
function isAllThatIsLeft({ from, to }: Mention, taken: readonly Mention[], { languages, tokens, contentAt }: Page) {
  const [first] = taken;
  const isEnd = !tokens[to] || (tokens[to]?.kind === "break" && !COMMA.test(tokens[to]?.text ?? ""));
  if (languages[0] !== "ar" || !first || taken.length > 1 || !isEnd || /^[وأ]/u.test(tokens[from]?.text ?? ""))
    return false;
  for (let at = first.from - 1; at >= 0 && tokens[at]?.kind !== "break"; at--) if (contentAt.has(at)) return false;
  const opening = tokens.slice(0, first.from).findLast(({ kind }) => kind === "break");
  return !opening || !COMMA.test(opening.text);
}

/** لا راديو، بودكاست: nothing but "no" stands before what is refused. */
function isBareNo([first]: readonly Mention[], { tokens }: Page): boolean {
  const [before, opening] = [tokens[(first?.from ?? 0) - 1], tokens[(first?.from ?? 0) - 2]];
  return before?.plain === "لا" && (!opening || opening.kind === "break");
}

/** "Excluded: gambling, radio, print": what is nothing but an item; a place among them may be where to advertise. */
function isBareItem(
  item: Mention | undefined,
  taken: readonly Mention[],
  index: number,
  tokens: readonly Token[],
): boolean {
  const next = tokens[item?.to ?? 0];
  const last = taken.at(-1);
  if (item?.from !== index + 1 || (next && next.kind !== "break") || !last || !COMMA.test(tokens[index]?.text ?? ""))
    return false;
  return [item, last].every((one) => !isPlace(one) && !has(one, "language"));
}

/** 「NG：ラジオ、媒体はポッドキャスト」: behind the comma something else begins. */
function hasTopic({ from, start }: Mention, tokens: readonly Token[]): boolean {
  const { kind, text, start: since } = tokens[from] ?? { kind: "break", text: "", start: 0 };
  return kind === "japanese" && /^.{1,8}は/u.test(text.slice(0, start - since));
}

function endsWithOr(index: number, { tokens, languages }: Pick<Page, "tokens" | "languages">): boolean {
  // Polish "o" is "about".
  return endsWith(languages[0] === "pl" ? POLISH_ORS : ORS, index, tokens);
}

const POLISH_ORS: ReadonlySet<string> = new Set(["lub", "albo", "ani", "czy"]);

function endsWith(words: ReadonlySet<string>, index: number, tokens: readonly Token[]): boolean {
  for (let at = index + 1; at < tokens.length; at++) {
    const { kind, plain, text } = tokens[at] ?? { kind: "break", plain: "", text: "." };
    if (kind === "break" && !COMMA.test(text)) return false;
    if (words.has(plain)) return true;
  }
  return false;
}

export function mattersOf({ senses }: Mention): string[] {
  return senses.map(({ kind }) => {
    if (kind === "language") return kind;
    if ((PLACES as readonly string[]).includes(kind)) return "place";
    if (kind === "season") return kind;
    return kind === "channel" || kind === "format" ? "medium" : "subject";
  });
}

export function areOfOneMatter(one: Mention, other: Mention): boolean {
  return mattersOf(one).some((matter) => mattersOf(other).includes(matter));
}

export function isPlace(mention: Mention): boolean {
  return PLACES.some((kind) => has(mention, kind));
}

/** "Pas de radio, du podcast": what is refused has no article in French, and what is wanted has one. */
function isPartitive(index: number, { tokens, languages }: Page): boolean {
  return languages[0] === "fr" && PARTITIVE.has(tokens[index + 1]?.plain ?? "");
}

const PARTITIVE: ReadonlySet<string> = new Set(["du", "des"]);

/** "Leaving out the Canaries, all of Spain". */
const WHOLE: ReadonlySet<string> = new Set([
  "all",
  "whole",
  "ganz",
  "toute",
  "tout",
  "toda",
  "todo",
  "tutta",
  "tutto",
  "heel",
  "cala",
  "caly",
  "cale",
]);

/** "No longer Germany, now France", "ohne die Schweiz, also Deutschland und Österreich". */
const ANEW: ReadonlySet<string> = new Set(
  "now jetzt nun also sprich maintenant desormais ahora adesso ora agora nu voortaan teraz".split(" "),
);

/** Only articles may precede an item: `à l'horreur`. */
function itemBehind(index: number, contentAt: Page["contentAt"]): Mention | undefined {
  return [1, 2, 3].flatMap((step) => contentAt.get(index + step) ?? [])[0];
}

/** Behind the comma Arabic says by which medium: "those who do not watch television, via games". */
const VIA: ReadonlySet<string> = new Set(["عبر", "بواسطه", "وعبر"]);

/** Items of a list are of one kind. */
function isLike(item: Mention | undefined, taken: readonly Mention[]): boolean {
  const kind = taken.at(-1)?.senses[0]?.kind;
  return item !== undefined && item.senses[0]?.kind === kind;
}

export function isOr(plain: string): boolean {
  return ORS.has(plain);
}

/** "Less sports, more coffee": more of a thing is no further item of what is refused. */
export function isMoreOfAnother(little: Mention, { tokens, contentAt }: Page): boolean {
  const before = tokens[little.from - 1];
  const word = before?.plain ?? "";
  const isApart = before?.kind === "break" || (isAnd(word) && !isOr(word));
  return has(little, "scope", "more") && isApart && contentAt.has(little.to);
}

export function isAnd(plain: string): boolean {
  return ANDS.has(plain);
}

const ORS: ReadonlySet<string> = new Set([
  "or",
  "nor",
  "oder",
  "ou",
  "ni",
  "o",
  "ne",
  "nem",
  "of",
  "noch",
  "ani",
  "lub",
  "albo",
  "او",
  "ولا",
]);

const ANDS: ReadonlySet<string> = new Set([
  "and",
  "or",
  "und",
  "oder",
  "et",
  "ou",
  "y",
  "e",
  "o",
  "en",
  "of",
  "i",
  "lub",
  "oraz",
]);

/** "No television (of any sort), cinema or radio": the list continues after the parenthesis. */
function isParenthesis(index: number, tokens: readonly Token[]): boolean {
  if (!tokens[index]?.text.includes("(")) return false;
  const next = tokens.slice(index + 1, index + 2 + LONGEST_PARENTHESIS).find(({ kind }) => kind === "break");
  return next?.text.startsWith(")") ?? false;
}
