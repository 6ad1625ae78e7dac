import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";
import { clauseOf, isIn, isRefusing, type Sentences } from "./clause.ts";
import { refusalsOfOthers } from "./other-channels.ts";

/** Praise begins at most this many tokens behind its negator: "do not do the things by halves". */
const PRAISED = 3;

/** Negators that refuse nothing that the text names. */
export function idleNegators(sentences: Sentences): ReadonlySet<Mention> {
  const { tokens, scope } = sentences;
  const idle = new Set<Mention>(refusalsOfOthers(sentences));
  const praises = scope.filter((one) => has(one, "scope", "praise"));
  const corrections = scope.filter((one) => has(one, "scope", "correction"));
  const denials = scope.filter((one) => has(one, "scope", "denial"));
  for (const one of scope) {
    if (!isRefusing(one) && !has(one, "scope", "never")) continue;
    // "No better place than podcasts", "with radio one cannot go wrong".
    const isPraise = ({ from }: Mention) => from >= one.to && from - one.to <= PRAISED;
    const isPraised = praises.some((praise) => isPraise(praise) && isIn(clauseOf(one, tokens), praise));
    // "Podcasts, no, wait, radio."
    const isTakenBack = corrections.some(
      ({ from }) => from === one.to || (from === one.to + 1 && isComma(one, sentences)),
    );
    if (isPraised || isTakenBack || denials.some((denial) => isDenied(one, denial, tokens))) idle.add(one);
  }
  return idle;
}

/** "Nobody can say that radio did not work", "nicht, dass uns Podcasts nichts gebracht hätten". */
function isDenied(one: Mention, denial: Mention, tokens: readonly Token[]): boolean {
  if (one === denial) return true;
  if (one.from < denial.to) return false;
  const comma = tokens[denial.to];
  const next = tokens[denial.to + 1];
  const from = comma?.kind === "break" && comma.text === "," && next ? denial.to + 1 : denial.from;
  return isIn(clauseOf({ ...denial, from, to: Math.max(from + 1, denial.to) }, tokens), one);
}

function isComma({ to }: Mention, { tokens }: Sentences): boolean {
  return tokens[to]?.kind === "break";
}
