import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";

/** Codes that buyers write beside a medium; the others are more often something else there: "HR podcast", "radio AM", "PE, CR". */
const MARKETS: ReadonlySet<string> = new Set(
  "DE FR ES NL BE AT CH GB IE PT PL SE DK FI JP US AU NZ BR MX CZ HU RO GR LU SK BG AE SA EG KR SG HK TW ZA EU UE NO".split(
    " ",
  ),
);
/** A personal trainer's podcast, "SE" for software engineering: they only follow the medium. */
const ONLY_BEHIND: ReadonlySet<string> = new Set(["PT", "SE", "SA", "NO"]);

/** All that stands between a medium and its market: "podcast DE", "podcast, ES", "dooh in FR", "display (NL)". */
const BEHIND_MEDIUM = /^(?:\s|\s?[,:;|/(]\s?|\s[-–—·|]\s|\s(?:in|en|em|w|für|for|pour|para|per|voor|dla)\s)$/u;
/** "NL: podcast", "GB podcast". */
const BEFORE_MEDIUM = /^(?:\s|\s?[,:;|/)]\s?|\s[-–—·|]\s)$/u;
const CLAUSE_START = /(?:^|[.,;:|\n])\s?$|\s[-–—]\s$/u;
/** Its clause ends there, or an amount follows. */
const CLAUSE_END = /^(?:\s?(?:$|[.,;:!?)|/&+\n–—])|\s-\s|\s\d|\s?[€$£¥])/u;
/** "Display AT 5 euros". */
const CLAUSE_ENDS = /^\s?(?:$|[.,;:!?)|/&+\n–—])/u;
/** In characters. */
const LONGEST_JOINT = 6;
const LONGEST_EXCEPTION = 24;

/** "Podcast DE", "DOOH, FR", "NL: display": the market that a medium is bought for, by its code alone. */
export function isBesideMedium({ start, end }: Mention, text: string, content: readonly Mention[]): boolean {
  const code = text.slice(start, end);
  if (!MARKETS.has(code)) return false;
  const behind = text.slice(end);
  if (!(code === "AT" ? CLAUSE_ENDS : CLAUSE_END).test(behind) && !startsClause(start, text)) return false;
  return content.some((one) => {
    if (!one.senses.some(({ kind, isHint }) => kind === "channel" && !isHint)) return false;
    if (one.end <= start && start - one.end <= LONGEST_JOINT)
      return CLAUSE_END.test(behind) && BEHIND_MEDIUM.test(text.slice(one.end, start));
    const isNext = one.start >= end && one.start - end <= LONGEST_JOINT && !ONLY_BEHIND.has(code);
    return isNext && startsClause(start, text) && BEFORE_MEDIUM.test(text.slice(end, one.start));
  });
}

function startsClause(start: number, text: string): boolean {
  return CLAUSE_START.test(text.slice(Math.max(0, start - 3), start));
}

/** "GB ohne Schottland": behind it a part of the country is left out. */
export function hasPartLeftOut({ start, end }: Mention, text: string, { scope, content }: Mentions): boolean {
  const code = text.slice(start, end);
  const part = content.find((one) => one.start > end && has(one, "city"));
  if (!part || part.start - end > LONGEST_EXCEPTION) return false;
  const isOfIt = part.senses.some(({ kind, id }) => kind === "city" && lineOf(kind, id)?.values.includes(code));
  const leavesOut = (one: Mention) => ["negator", "other-than", "without"].some((id) => has(one, "scope", id));
  return isOfIt && scope.some((one) => one.start >= end && one.end <= part.start && leavesOut(one));
}

/** "DOOH in NO": Norway, and no refusal. */
export function isLocated({ start, end }: Mention, text: string): boolean {
  return LOCATED.test(text.slice(Math.max(0, start - 4), start)) && CLAUSE_ENDS.test(text.slice(end));
}

const LOCATED = /(?:^|\s)in\s$/u;

/** "KW 48", "KW12/13": a German week. */
const WEEK = /^\s?\d/u;
/** "TZ EST", "TZ: Europe/Berlin". */
const ZONE = /^\s?[:=]?\s?["']?(?:[A-Z]{3,4}\b|UTC|\p{Lu}\p{Ll}+\/)/u;
/** "Podcasts IN the UK": in capitals because it is stressed. */
const STRESSED = /^\s(?!(?:and|or|und|oder|et|ou|y|e|en|i)\s)\p{L}/u;

/** Capitals that are part of a date or a time, or a stressed word. */
export function isOtherwise(code: string, behind: string): boolean {
  return (
    (code === "KW" && WEEK.test(behind)) ||
    (code === "TZ" && ZONE.test(behind)) ||
    (code === "IN" && STRESSED.test(behind))
  );
}
