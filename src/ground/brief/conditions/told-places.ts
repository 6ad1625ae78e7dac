import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn, type Span } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";

/** "We build bikes in Ghent", "flights from Oslo", and not "flights from £39". */
export function isOrigin(one: Mention, { tokens }: Pick<Before, "tokens">): boolean {
  if (!has(one, "scope", "produces") && !has(one, "scope", "held-at")) return false;
  const { kind } = tokens[one.to] ?? {};
  return kind !== "sign" && kind !== "number";
}

/** In tokens: an article, and "the north of". */
const RIGHT_BEHIND = 2;

/** "Sewn in Portugal, and we want women": what is told of a ware with its place at once, and not of people, who "come from Spain". */
export function isMade(one: Mention, { tokens, content, scope }: Before): boolean {
  if (!has(one, "scope", "background")) return false;
  const place = content.find((other) => other.from >= one.to && isPlace(other));
  if (!place || place.from - one.to > RIGHT_BEHIND) return false;
  if (tokens.slice(one.to, place.from).some(({ kind }) => kind === "break")) return false;
  const ahead = { start: clauseOf(one, tokens).start, end: one.start };
  return (
    !content.some((other) => isIn(ahead, other) && (has(other, "audience") || has(other, "channel"))) &&
    !scope.some((other) => isIn(ahead, other) && WHO.some((id) => has(other, "scope", id)))
  );
}

const WHO = ["people", "seeks", "aim", "aim-now", "exclusive", "negator", "wants"] as const;

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

/** "Produced in Spain for Dutch consumers". */
export function isForOthers(first: Mention, { start }: Mention, scope: readonly Mention[]): boolean {
  return scope.some((one) => one.start >= first.end && one.end <= start && has(one, "scope", "closer"));
}
