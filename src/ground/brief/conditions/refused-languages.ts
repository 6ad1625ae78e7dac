import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isChoosable, isIn, isMedium, isRefusing } from "../polarity/clause.ts";
import { PREFERRED, REFUSED } from "../stance.ts";

/** "Podcasts in English", "English podcasts": at most this many tokens are between a medium and its language. */
const BESIDE = 1;
/** "Aren't in English": so near a negation is of the language that follows. */
const GOVERNED = 2;
/** "Nothing that is not in German", "in no language other than German" refuse all others. */
const TURNING = ["other-than", "one-exception", "undoer", "exclusive", "leaves-out"] as const;

/** "English-language podcasts are out", "the content must not be in English": a language is refused, and no medium for it. */
export function refuseLanguages(before: Before): void {
  const { content, stances, tokens, scope } = before;
  for (const one of content) {
    const stance = stances.get(one);
    if (!has(one, "language") || stance?.exclusive || stance?.insisted || before.excepted.has(one)) continue;
    const clause = clauseOf(one, tokens);
    if (scope.some((little) => isIn(clause, little) && TURNING.some((id) => has(little, "scope", id)))) continue;
    const medium = content.find((other) => isMedium(other) && isIn(clause, other) && areBeside(one, other));
    if (medium && stances.get(medium)?.negated) {
      stances.set(one, REFUSED);
      stances.set(medium, PREFERRED);
    } else if (!stance?.negated && isForbidden(one, before)) stances.set(one, REFUSED);
  }
}

function areBeside(one: Mention, other: Mention): boolean {
  // "Englische Podcasts" as a whole is a language.
  if (other.from >= one.from && other.to <= one.to) return true;
  const gap = one.from >= other.to ? one.from - other.to : other.from - one.to;
  return gap >= 0 && gap <= BESIDE;
}

/** By a word of its clause that refuses, and that nothing else is refused by. */
function isForbidden(one: Mention, { content, scope, stances, tokens }: Before): boolean {
  const clause = clauseOf(one, tokens);
  const isOther = content.some(
    (other) => other !== one && isIn(clause, other) && isChoosable(other) && stances.get(other)?.negated,
  );
  if (isOther) return false;
  return scope.some((little) => {
    if (!isIn(clause, little)) return false;
    if (has(little, "scope", "forbids") || has(little, "scope", "drops") || has(little, "scope", "rejection"))
      return true;
    const gap = little.to <= one.from ? one.from - little.to : GOVERNED + 1;
    return isRefusing(little) && gap <= GOVERNED;
  });
}
