import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn, type Span } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";

/** "We build bikes in Ghent", "flights from Oslo", and not "flights from £39". */
export function isOrigin(one: Mention, { tokens }: Pick<Before, "tokens">): boolean {
  if (!has(one, "scope", "produces") && !has(one, "scope", "held-at")) return false;
  const { kind } = tokens[one.to] ?? {};
  return kind !== "sign" && kind !== "number";
}

/** "Fabricamos muebles, podcasts en Francia": behind a comma, beside a medium of its own. */
export function isWhereToAdvertise(place: Mention, { end }: Mention, { tokens, content }: Before): boolean {
  const clause = clauseOf(place, tokens);
  return clause.start >= end && content.some((one) => isIn(clause, one) && has(one, "channel"));
}

/** "We have 35k for Canada": what a budget is for is the market. */
export function isPaidFor(clause: Span, { content, scope }: Pick<Before, "content" | "scope">): boolean {
  const isMoney = scope.some((one) => isIn(clause, one) && has(one, "money"));
  return (
    isMoney &&
    content.some(
      (one) =>
        isIn(clause, one) &&
        isPlace(one) &&
        scope.some(({ to, senses }) => to === one.from && senses.some(({ id }) => id === "closer")),
    )
  );
}

/** "Warehouse managers, UK": the premises are those of people who are sought. */
export function isOfPeople({ from, to }: Pick<Mention, "from" | "to">, { content }: Pick<Before, "content">): boolean {
  return content.some((one) => one.from === from && one.to > to);
}
