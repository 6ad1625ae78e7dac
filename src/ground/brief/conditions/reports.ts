import { has } from "../mention.ts";
import { type Before, clauseOf, type Span, sentenceOf, wantedIn } from "../polarity/clause.ts";
import { withdraw } from "../stance.ts";

const WHOLE: Span = { start: 0, end: Number.POSITIVE_INFINITY };

/**
 * "The wrap-up is attached: cinema did well", "nothing to plan yet, the brief follows": a report tells of a campaign that has run, and
 * who has nothing to order yet demands nothing.
 */
export function leaveReports(before: Before): void {
  const { scope, tokens, stances } = before;
  const withdrawIn = (span: Span) => {
    for (const one of wantedIn(span, before)) if (!stances.get(one)?.exclusive) withdraw(one, before);
  };
  if (scope.some((one) => has(one, "scope", "no-order"))) return withdrawIn(WHOLE);
  for (const report of scope.filter((one) => has(one, "scope", "report"))) {
    const { end } = sentenceOf(report, tokens);
    withdrawIn({ start: report.end, end });
  }
  for (const praise of scope.filter((one) => has(one, "scope", "went"))) withdrawIn(clauseOf(praise, tokens));
}
