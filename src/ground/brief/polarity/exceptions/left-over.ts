import { lineOf } from "../../lexicon/lexicon.ts";
import { has, type Mention } from "../../mention.ts";
import { LEFT } from "../../stance.ts";
import { type Before, isIn, sentenceOf } from "../clause.ts";

/** An article and a preposition may stand between "except" and what it takes out. */
const NEAR = 2;

/** "L'audio lo escludo, tranne i podcast", "no video except on TV": what is taken out of a refused whole is left, and neither refused nor asked for. */
export function leaveExcepted(before: Before): void {
  const { tokens, content, scope, stances } = before;
  for (const little of scope) {
    if (!has(little, "scope", "except")) continue;
    const sentence = sentenceOf(little, tokens);
    const whole = content.findLast((one) => one.end <= little.start && isIn(sentence, one));
    const values = whole && stances.get(whole)?.negated ? valuesOf(whole) : [];
    if (values.length < 2) continue;
    let until = little.to;
    for (const one of content) {
      if (one.from < until || !isIn(sentence, one)) continue;
      const own = valuesOf(one);
      const isPart = own.length > 0 && own.length < values.length && own.every((value) => values.includes(value));
      if (!isPart || one.from - until > NEAR || !stances.get(one)?.negated) break;
      stances.set(one, LEFT);
      until = one.to;
    }
  }
}

/** The media of a word, or of the widest of its meanings. */
function valuesOf({ senses }: Mention): readonly string[] {
  return senses.flatMap(({ kind, id, isHint }) =>
    kind === "channel" && !isHint ? (lineOf(kind, id)?.values ?? []) : [],
  );
}
