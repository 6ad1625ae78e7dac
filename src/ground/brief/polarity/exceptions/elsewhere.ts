import { has, type Mention } from "../../mention.ts";
import { INSISTED, withdraw } from "../../stance.ts";
import { type Before, clauseOf, isIn } from "../clause.ts";
import { isPlace } from "../lists.ts";

/** "In the" is at most between a medium and where it is refused. */
const BETWEEN = 2;
/** In tokens: a longer clause tells more than where else. */
const SHORT = 9;

/** "No podcasts in the UK, but podcasts in Germany are fine": the medium is refused in one country alone, and asked for in another. */
export function keepElsewhere(before: Before): void {
  const { content, stances, scope, tokens } = before;
  for (const medium of content) {
    if (!has(medium, "channel") || !stances.get(medium)?.negated) continue;
    const clause = clauseOf(medium, tokens);
    const place = content.find((one) => one.start >= medium.end);
    if (!place || !isPlace(place) || !stances.get(place)?.negated || !isIn(clause, place)) continue;
    if (place.from - medium.to > BETWEEN || place.from === medium.to) continue;
    if (!scope.some((one) => has(one, "scope", "locator") && one.from === medium.to)) continue;
    const others = content.filter((one) => !isIn(clause, one) && !stances.get(one)?.negated);
    const isAlike = (one: Mention) => one.senses.some(({ kind, id }) => kind === "channel" && has(medium, kind, id));
    if (others.some((one) => isAlike(one) && hasPlace(one, before))) withdraw(medium, before);
    else if (isWantedNext(place, before)) {
      if (content.some((one) => has(one, "channel") && stances.get(one)?.negated === false)) withdraw(medium, before);
      else stances.set(medium, INSISTED);
    }
  }
}

function hasPlace(medium: Mention, { content, stances, tokens }: Before): boolean {
  const clause = clauseOf(medium, tokens);
  return content.some((one) => isPlace(one) && isIn(clause, one) && !stances.get(one)?.negated);
}

/** "…, but in Germany": the next clause names another country, and no medium. */
function isWantedNext({ to }: Mention, { content, scope, stances, tokens }: Before): boolean {
  if (tokens[to]?.kind !== "break") return false;
  const clause = clauseOf({ from: to + 1, to: to + 2 }, tokens);
  const here = content.filter((one) => isIn(clause, one));
  const isBut = scope.some((one) => one.from === to + 1 && has(one, "scope", "contrast"));
  const words = tokens.filter((one) => isIn(clause, one));
  return (
    isBut &&
    words.length <= SHORT &&
    here.some((one) => !stances.get(one)?.negated) &&
    here.every((one) => isPlace(one))
  );
}
