import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn, type Span, wantedIn } from "../polarity/clause.ts";
import { isAnd, isPlace } from "../polarity/lists.ts";
import { isStrict, withdraw } from "../stance.ts";

const HAVING = ["have", "in-hand", "self", "produces", "makes", "of-writer"] as const;
const SEEKING = ["seeks", "aim", "aim-now", "wants", "advertising"] as const;

/** "We have a hotel in Rimini and want to advertise in Poland": in one clause, the place before the "and" is where the firm is. */
export function leaveSeats(before: Before): void {
  const { tokens, scope } = before;
  for (const having of scope.filter((one) => HAVING.some((id) => has(one, "scope", id)))) {
    const clause = clauseOf(having, tokens);
    const seeking = scope.find((one) => isSeeking(one, having, clause, before));
    if (!seeking) continue;
    const places = wantedIn(clause, before).filter((one) => isPlace(one) && one.start >= having.end);
    const sought = places.filter(({ start }) => start >= seeking.end);
    if (sought.length === 0) continue;
    for (const one of places) if (one.end <= seeking.start && !isStrict(one, before)) withdraw(one, before);
  }
}

/** Behind an "and" of its own. */
function isSeeking(one: Mention, having: Mention, clause: Span, { tokens }: Before): boolean {
  const isOfSeeking = SEEKING.some((id) => has(one, "scope", id));
  if (!isOfSeeking || !isIn(clause, one) || one.start < having.end) return false;
  return [tokens[one.from - 1], tokens[one.from]].some((token) => token !== undefined && isAnd(token.plain));
}
