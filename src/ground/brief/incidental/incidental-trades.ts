import type { Spoken } from "./incidental-words.ts";
import {
  clauseAround,
  isBreak,
  isJustBehind,
  isLinked,
  isSaidAt,
  isSentenceEnd,
  isWithin,
  type Named,
  type Page,
  saidOf,
} from "./page.ts";

/** Languages in which what something is of stands before it: "radio dealer". */
const HEAD_LAST: ReadonlySet<string> = new Set(["en", "de", "nl"]);
const VERB_LAST: ReadonlySet<string> = new Set(["de", "nl"]);
/** In tokens, from where a sentence begins to who seeks something in it, and from there to the verb. */
const OPENING = 3;
const SEEKING = 6;
/** In tokens, from people to what they do. */
const DOING = 4;

/** Goods that are named by a medium: "cinema chairs", "réparation de télévisions", "LED-Wände zum Verkauf". */
export function isOfGoods(named: Named, page: Page): boolean {
  const isSold = saidOf("for-sale", page).some(({ from }) => from === named.to);
  return isSold || isBesideNoun(named, "goods", page) || isInside(named, "goods", page) || hasHead(named, GOODS, page);
}

/** Firms and people that are: "influencer agency", "podcast listeners", "fans de radio". */
export function isOfTrade(named: Named, page: Page): boolean {
  return (
    ["trade", "audience"].some((id) => isBesideNoun(named, id, page)) ||
    isInside(named, "audience", page) ||
    hasHead(named, TRADES, page) ||
    isLike(named, page) ||
    isWebShop(named, page)
  );
}

/** "Radio-style ads", "TV-quality video". */
function isLike({ to, chip }: Named, page: Page): boolean {
  return isSaidAt(to, "suffix", page) && page.text.charAt(chip.span?.end ?? 0) === "-";
}

/** "Dog food, online shop, podcasts", and not "ads in online shops". */
function isWebShop({ from, chip }: Named, page: Page): boolean {
  const isNamed =
    isSaidAt(from, "web-shop", page) || ONLINE_SHOP.test(page.text.slice(chip.span?.start, chip.span?.end));
  if (chip.value !== "retail_media" || !isNamed) return false;
  return !saidOf("in-it", page).some(({ to }) => to === from);
}

/** "Online shoe shop". */
const ONLINE_SHOP = /^online [\p{L} ]{1,30}(?:shop|store)$/iu;

function isBesideNoun({ from, to }: Named, id: string, page: Page): boolean {
  return saidOf(id, page).some((one) => {
    if (HEAD_LAST.has(one.language) && one.from === to) return !isSaidAt(one.to, "ads", page);
    return (!HEAD_LAST.has(one.language) || OF.has(page.tokens[one.to - 1]?.plain ?? "")) && isOfIt(one, from, page);
  });
}

/** "Fabricant de radios", "naprawa telewizorów". */
function isOfIt(one: Spoken, from: number, page: Page): boolean {
  // A name may begin with the preposition: "d'emailing".
  if (one.from < from && one.to === from + 1) return OF.has(page.tokens[from]?.plain ?? "");
  return one.to <= from && from - one.to <= 1 && isLinked(one.to, from, ["link"], page);
}

const OF: ReadonlySet<string> = new Set(["van", "d", "de", "di", "para"]);

/** The medium's own name has it: "cinema goers", "auditeurs de podcasts". */
function isInside({ from, to }: Named, id: string, page: Page): boolean {
  return saidOf(id, page).some(
    (one) =>
      ((one.from > from && one.to === to) || (one.from === from && one.to < to && !HEAD_LAST.has(one.language))) &&
      !isSaidAt(to, "ads", page),
  );
}

/** A German or Dutch compound, by what it is in the end. */
function hasHead({ from, to, chip }: Named, heads: RegExp, { tokens }: Page): boolean {
  return to - from === 1 && chip.value !== "retail_media" && heads.test(tokens[from]?.plain ?? "");
}

const GOODS =
  /(?:hersteller|handler|handlerin|handel|gerate?|sessel|stuhle?|techniker|reparatur|reparaturen|werkstatt|gutscheine?|karten?|tickets?|kaartjes|zubehor|mobel|tische?|schranke?|halterung|halterungen|wecker|konsolen?|tassen?|kissen|lampen?|maker|makers|fabrikant|handelaar|stoel|stoelen|meubels?|(?<!pod)kast|kasten|reparatie|bonnen|cadeaubonnen|wekkers?|consoles?)$/u;
const TRADES =
  /(?:agentur|agenturen|studios?|laden|marke|software|apps?|horer|horerin|horerinnen|zuschauer|leser|leserinnen|nutzer|nutzerinnen|besucher|fans|verein|museum|luisteraars?|kijkers?|lezers?|bezoekers?|bureau|winkel|fan)$/u;

/** "For our podcast", "launch of our radio station". */
export function isOwn(named: Named, page: Page): boolean {
  return (
    saidOf("for-own", page).some(({ to }) => to <= named.from && isLinked(to, named.from, ["own"], page)) &&
    !isSaidAt(named.to, "ads", page)
  );
}

/** "A cinema in Ulm is looking for visitors", "notre podcast cherche des auditeurs": who begins a sentence and seeks something. */
export function isSeeking(named: Named, page: Page): boolean {
  const clause = clauseAround(named, page);
  if (!isSentenceEnd(clause.from - 1, page) || named.from - clause.from > OPENING) return false;
  if (page.named.some((one) => one.from < named.from && one.from >= clause.from && one.chip.kind === "channel"))
    return false;
  if (isSaidAt(named.to, "ads", page)) return false;
  return saidOf("seeks", page).some((one) => {
    if (one.from < named.to || one.to > clause.to || one.from - named.to > SEEKING) return false;
    const isBetween = ({ from, chip }: Named) => chip.kind === "channel" && from >= named.to && from < one.from;
    return ![one.from - 1, one.to].some((at) => isSaidAt(at, "we", page)) && !page.named.some(isBetween);
  });
}

/** "People who listen to podcasts", "die Podcasts hören". */
export function isUsed(named: Named, page: Page): boolean {
  return usesOf(named, page).length > 0;
}

/** "They never watch TV", "nobody reads newspapers". */
export function isNeverUsed(named: Named, page: Page): boolean {
  return usesOf(named, page).some((one) => {
    const clause = clauseAround(one, page);
    return saidOf("never", page).some((never) => isWithin(never, clause) && never.from <= one.from);
  });
}

/** Verbs of people, right beside what they hear or see. */
function usesOf({ from, to }: Named, page: Page): Spoken[] {
  return saidOf("uses", page).filter(
    (one) =>
      (isJustBehind(one.to, from, page) || (one.from === to && VERB_LAST.has(one.language))) &&
      saidOf("people", page).some(
        (who) =>
          who.to <= one.from &&
          one.from - who.to <= DOING &&
          clauseAround(who, page).from === clauseAround(one, page).from,
      ),
  );
}

/** "Reply by email", "social housing", "presse-agrumes". */
export function isOrdinary(named: Named, page: Page): boolean {
  return saidOf("ordinary", page).some((one) => isWithin(named, one));
}

/** "Like TV, but cheaper". */
export function isCompared({ from, to }: Named, page: Page): boolean {
  const isLikened = saidOf("like", page).some(
    (one) => one.to <= from && isLinked(one.to, from, ["link"], page) && !isSaidAt(one.from - 1, "we", page),
  );
  const next = isBreak(to, page) && page.tokens[to] ? to + 1 : to;
  return isLikened && isSaidAt(next, "but", page);
}

/** "Subject: Re: Fwd: radio plan": what a mail was about that is answered or passed on. */
export function isForwarded(named: Named, page: Page): boolean {
  const { from } = clauseAround(named, page);
  return page.tokens[from - 1]?.text.startsWith(":") === true && PASSED_ON.has(page.tokens[from - 2]?.plain ?? "");
}

const PASSED_ON: ReadonlySet<string> = new Set("re fwd fw aw wg tr rv rif antw odp enc".split(" "));

/** "After radio, now podcasts", "ergänzend zur TV-Kampagne". */
export function isBeside({ from, to }: Named, page: Page): boolean {
  return saidOf("beside", page).some(
    (one) => (one.to <= from && isLinked(one.to, from, ["link", "ads"], page)) || (one.from >= from && one.to < to),
  );
}

/** "Move budget from radio to podcasts", "von TV zu Podcasts umschichten". */
export function isLeft(named: Named, page: Page): boolean {
  const clause = clauseAround(named, page);
  return (
    saidOf("moves", page).some((one) => isWithin(one, clause)) &&
    saidOf("from", page).some((one) => one.to <= named.from && isLinked(one.to, named.from, ["link"], page))
  );
}
