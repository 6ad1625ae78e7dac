import { has, type Mention } from "../mention.ts";
import { type Before, isIn, type Span, wantedIn } from "../polarity/clause.ts";
import { withdraw } from "../stance.ts";

/** What ends a field of a form. */
const FIELD_END = /[;|\n\r]/;

/** "Notes: retailers run ads in local papers": what a form says aside demands nothing. */
export function leaveNotes(before: Before): void {
  for (const label of before.scope.filter((one) => has(one, "scope", "note-label"))) {
    const field = fieldBehind(label, before);
    if (!field) continue;
    for (const one of wantedIn(field, before)) if (!before.stances.get(one)?.exclusive) withdraw(one, before);
    for (const one of before.content)
      if (isIn(field, one) && has(one, "language") && !before.stances.get(one)?.negated) withdraw(one, before);
  }
}

/** The label stands alone before its colon, in a form; in a letter a note may say what matters most. */
function fieldBehind({ from, to }: Mention, { tokens }: Before): Span | undefined {
  const [previous, colon] = [tokens[from - 1], tokens[to]];
  const isLabel = colon?.kind === "break" && colon.text.startsWith(":") && FIELD_END.test(previous?.text ?? "");
  if (!isLabel) return undefined;
  const end = tokens.slice(to + 1).find(({ kind, text }) => kind === "break" && FIELD_END.test(text));
  return { start: colon.end, end: end?.start ?? tokens.at(-1)?.end ?? colon.end };
}
