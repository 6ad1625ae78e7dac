import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";
import { clauseOf, isIn } from "./clause.ts";

/** "Other media than" has at most this many tokens between its ends. */
const APART = 3;

/** What refuses all that does not follow it: "other than", "other media than". */
export function exceptionsIn(tokens: readonly Token[], scope: readonly Mention[]): ReadonlySet<Mention> {
  const others = scope.filter((one) => OTHERS.some((id) => has(one, "scope", id)));
  const isExcepting = (one: Mention) =>
    has(one, "scope", "other-than") ||
    (has(one, "scope", "than") && others.some((other) => isBehind(one, other) && isIn(clauseOf(one, tokens), other)));
  return new Set(scope.filter(isExcepting));
}

const OTHERS = ["other", "other-media", "other-places"] as const;

function isBehind({ from }: Mention, { to }: Mention): boolean {
  return from >= to && from - to <= APART;
}
