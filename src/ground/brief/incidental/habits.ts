import { has, type Mention } from "../mention.ts";
import type { Spoken } from "./incidental-words.ts";
import { clauseAround, isBreak, isSaidAt, isWithin, type Named, type Page, saidOf } from "./page.ts";

const VERB_LAST: ReadonlySet<string> = new Set(["de", "nl"]);
/** In tokens, between people, what they do, and the medium: "guarda il Giro in tv". */
const NEAR = 4;
/** In letters. */
const ARTICLE = 2;
/** Who does what. */
const HABITS = [
  ["folk", "uses"],
  ["folk", "spends"],
  ["they", "spends"],
  ["boss", "uses"],
] as const;
/** What says by itself that people do it. */
const HABIT = "habit";
/** With these, they are sought, and not only spoken of. */
const SEEKING = ["seeks", "wants", "aim", "aim-now", "advertising"] as const;

/** "Our customers listen to the radio a lot": what people do by themselves asks for nothing, though it hints at where they are. */
export function isHabit(named: Named, page: Page, scope: readonly Mention[]): boolean {
  if (named.chip.negated || isSaidAt(named.to, "ads", page)) return false;
  if (scope.some((one) => isThere(one, named, page))) return false;
  const clause = clauseAround(named, page);
  const isSought = scope.some(
    (one) => isWithin(one, clause) && SEEKING.some((id) => has(one, "scope", id)) && !has(one, "scope", "people"),
  );
  if (isSought) return false;
  if (saidOf(HABIT, page).some((verb) => isBeside(verb, named, page))) return true;
  return HABITS.some(([people, doing]) =>
    saidOf(doing, page).some(
      (verb) =>
        isBeside(verb, named, page) &&
        saidOf(people, page).some((who) => isWithin(who, clause) && isSubject(who, verb, named)),
    ),
  );
}

/** "Our customers watch TV, so we want to be there." French `la` is an article. */
function isThere(one: Mention, { to }: Named, { tokens }: Page): boolean {
  return has(one, "scope", "there") && one.from >= to && (tokens[one.from]?.plain ?? "").length > ARTICLE;
}

function isBeside(verb: Spoken, { from, to }: Named, page: Page): boolean {
  const [first, last] = verb.to <= from ? [verb.to, from] : [to, verb.from];
  if (first > last || last - first > NEAR || (verb.to > from && !VERB_LAST.has(verb.language))) return false;
  for (let at = first; at < last; at++) if (isBreak(at, page)) return false;
  return true;
}

/** Before the verb, or behind one that stands before them both. */
function isSubject(who: Spoken, verb: Spoken, { from }: Named): boolean {
  return who.to <= verb.from ? verb.from - who.to <= NEAR : who.from >= verb.to && who.to <= from;
}
