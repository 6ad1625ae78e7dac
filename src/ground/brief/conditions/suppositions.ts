import { has, type Mention } from "../mention.ts";
import {
  type Before,
  clauseOf,
  isDemandable,
  isIn,
  isRefusing,
  sentenceOf,
  spanOf,
  wantedIn,
} from "../polarity/clause.ts";
import { DEMANDED_ALONE, INSISTED, WANTED, withdraw } from "../stance.ts";
import { isMeant } from "./times.ts";

/** "If the grant comes, we may add cinema": what is added on a condition is not asked for. */
export function leaveSupposed(little: Mention, before: Before): void {
  const sentence = sentenceOf(little, before.tokens);
  if (!before.scope.some((one) => has(one, "scope", "if") && isIn(sentence, one))) return;
  for (const one of wantedIn(sentence, before)) if (!isMeant(one, before)) withdraw(one, before);
}

/** "Leave it", "lasst es", "inutile". */
const CURT = 3;

const TO_BE_HAD =
  /^(?:available|possible|feasible|verfugbar|moglich|disponibles?|disponibil[ei]|possibil[ei]|disponive(?:l|is)|possive(?:l|is)|posibles?|beschikbaar|mogelijk|dostepn[yae]|mozliw[yae])$/;

const THERE_IS = /(?:hay|houver)$/iu;

/** "If it is not video, we are not interested": both clauses refuse, so that what the first one names is demanded. */
export function demandIfNot(little: Mention, before: Before): void {
  const { tokens, content, scope, stances } = before;
  const clause = clauseOf(little, tokens);
  const named = content.filter((one) => isIn(clause, one) && one.start >= little.end && isDemandable(one));
  const isNegated = scope.some((one) => isIn(clause, one) && isRefusing(one));
  if (!isNegated || named.length === 0 || !named.every((one) => stances.get(one)?.negated)) return;
  // "If podcasts are not available, radio": the first choice is wanted, and so is the second.
  if (tokens.some((token) => isIn(clause, token) && TO_BE_HAD.test(token.plain))) {
    for (const one of named) stances.set(one, WANTED);
    return;
  }
  const next = tokens.find(({ kind, start }) => kind !== "break" && start >= clause.end);
  if (!next || next.start >= sentenceOf(little, tokens).end) return;
  const answer = spanOf(next, tokens);
  const isRefusal = scope.some((one) => isIn(answer, one) && isRefusing(one));
  // "Si no hay podcasts, radio".
  const second = content.filter((one) => isIn(answer, one) && isDemandable(one));
  if (!isRefusal && second.length > 0 && THERE_IS.test(before.text.slice(little.start, little.end))) {
    for (const one of [...named, ...second]) stances.set(one, INSISTED);
    return;
  }
  const isShort = tokens.filter((one) => one.start >= answer.start && one.end <= answer.end).length <= CURT;
  if (!(isRefusal || isShort) || content.some((one) => isIn(answer, one) && isDemandable(one))) return;
  for (const one of content) if (isIn(clause, one) && stances.get(one)?.negated) stances.set(one, DEMANDED_ALONE);
}
