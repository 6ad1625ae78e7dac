import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn, isRefusing } from "../polarity/clause.ts";
import { REFUSED, withdraw } from "../stance.ts";

const FORBIDDING = ["never", "forbids", "nothing", "unpaid", "refused-label"] as const;

/** "Nobody under 18 may be reached", "minors must not see this": refused in whatever order, and wanted by no brief. */
export function refuseMinors(before: Before): void {
  const { tokens, content, scope, stances } = before;
  const forbidding = scope.filter((one) => isRefusing(one) || FORBIDDING.some((id) => has(one, "scope", id)));
  for (const minors of scope.filter((one) => has(one, "scope", "minors"))) {
    const clause = clauseOf(minors, tokens);
    const isRefused = forbidding.some((one) => isIn(clause, one));
    for (const one of content.filter((other) => isAt(minors, other))) {
      if (isRefused) stances.set(one, REFUSED);
      else if (!stances.get(one)?.negated) withdraw(one, before);
    }
  }
}

function isAt({ start, end }: Mention, other: Mention): boolean {
  return other.start >= start && other.end <= end;
}
