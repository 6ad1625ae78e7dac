import type { Sense } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { clauseOf, isIn } from "../polarity/clause.ts";
import type { Stance } from "../polarity/state.ts";
import type { Token } from "../words.ts";

/** Too little for a demand: what people at work read on the subject stays. */
const OF_PEOPLE = 0.5;

interface Page {
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
}

/** "Not those who bake at home" refuses people, and not all that is about baking. */
export function peopleShare({ kind }: Sense, mention: Mention, stance: Stance | undefined, page: Page): number {
  return kind === "topic" && stance?.negated && isDoneByPeople(mention, page) ? OF_PEOPLE : 1;
}

/** "Who" stands before it in its clause, and people before "who". */
function isDoneByPeople(mention: Mention, { tokens, mentions: { scope, content } }: Page): boolean {
  const clause = clauseOf(mention, tokens);
  const isPeople = (one: Mention) => has(one, "scope", "people") || has(one, "audience");
  const isBehindPeople = ({ from }: Mention) => {
    const at = tokens[from - 1]?.text === "," ? from - 1 : from;
    return [...scope, ...content].some((one) => one.to === at && isPeople(one));
  };
  return scope.some(
    (one) =>
      one.to <= mention.from &&
      isIn(clause, one) &&
      (has(one, "scope", "those-who") || (has(one, "scope", "relative") && isBehindPeople(one))),
  );
}

/** "No titles for doctors": of a calling its trade is refused, and not what it is about. */
export function isOfCalling({ kind, id }: Sense, { senses }: Mention): boolean {
  const isTrade = (name: string) => name.endsWith("-trade");
  return kind === "topic" && !isTrade(id) && senses.some((one) => one.kind === "topic" && isTrade(one.id));
}
