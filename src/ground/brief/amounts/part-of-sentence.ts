import type { Chip } from "../chip.ts";
import { plainly } from "./word-lists.ts";

/** The part of a sentence that holds an amount, plainly: what stands before it and what stands behind it. */
export interface Part {
  readonly before: string;
  readonly behind: string;
  /** The sentence is a question. */
  readonly isAsked: boolean;
}

/** Nothing further away is said of an amount. In characters. */
const FURTHEST = 120;
/** Sentences, and what is in brackets or between dashes, are apart; "max." and "Mio." end none. */
const END =
  /[;!?\n。؛؟]|[(（](?![^()（）]{1,8}[)）])|(?<![(（][^()（）]{1,8})[)）]|\s[–—-]\s|(?<!(?:^|\P{L})(?:max|maxi|maks|máx|mio|mill|tsd|mln|tys|fr|min|incl|inkl|vs))\.(?=\s|$)/iu;
const ASKED = /^[^.;!\n。؛]*[?？؟]/u;
const COMMA = /[,،、]/u;
const ANDS = /\s(?:and|but|while|und|aber|während|et|mais|y|pero|e|ma|mentre|mas|en|maar|terwijl|a|ale|oraz)\s/iu;

/**
 * Up to the ends of the sentence, or to the comma between it and another amount: "last year we paid a CPM of 12, and this
 * year 18 is the maximum".
 */
export function partAround(amounts: readonly Chip[], place: number, text: string): Part {
  const [previous, next] = [amounts[place - 1], amounts[place + 1]];
  const span = amounts[place]?.span;
  if (!span) return { before: "", behind: "", isAsked: false };
  const from = Math.max(0, span.start - FURTHEST);
  const before = text.slice(Math.max(from, previous?.span?.end ?? 0), span.start);
  const behind = text.slice(span.end, Math.min(span.end + FURTHEST, next?.span?.start ?? text.length));
  const isBetween = [(previous?.span?.end ?? 0) > from, (next?.span?.start ?? text.length) < span.end + FURTHEST];
  return {
    before: plainly(lastOf(before, isBetween[0] === true)),
    behind: plainly(firstOf(behind, isBetween[1] === true)),
    isAsked: ASKED.test(text.slice(span.end, span.end + FURTHEST)),
  };
}

function lastOf(before: string, hasAmount: boolean): string {
  const pieces = before.split(END);
  const last = pieces.at(-1) ?? "";
  return hasAmount && pieces.length === 1 ? (splitOf(last)?.[1] ?? last) : last;
}

function firstOf(behind: string, hasAmount: boolean): string {
  const [first = "", ...others] = behind.split(END);
  return hasAmount && others.length === 0 ? (splitOf(first)?.[0] ?? first) : first;
}

/** What stands between two amounts is parted by its first comma, or else by an "and". */
function splitOf(between: string): readonly [string, string] | undefined {
  const mark = COMMA.exec(between) ?? ANDS.exec(between);
  return mark ? [between.slice(0, mark.index), between.slice(mark.index + mark[0].length)] : undefined;
}

const CLAUSE_MARK = /[,:،、]/u;

/** The same up to the commas and colons beside the amount. */
export function clauseIn({ before, behind, isAsked }: Part): Part {
  return {
    isAsked,
    before: before.split(CLAUSE_MARK).at(-1) ?? "",
    behind: behind.split(CLAUSE_MARK)[0] ?? "",
  };
}
