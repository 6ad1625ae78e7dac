import type { Sense } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";

/** "My colleague, who is on maternity leave", "three brothers and an aunt in accounting": who writes is not who is sought. */
const OF_SENDER = 0.3;
const SUBJECTS: ReadonlySet<Sense["kind"]> = new Set(["topic", "audience"]);
/** "We are a family business": whatever they sell, it is not this. */
const SELF: ReadonlySet<string> = new Set(["family", "business", "small-business"]);
const CLAUSE_END = /[.,;:!?\n。、؛،؟！？–—(]/;

/** What counts of a subject that a writer's own people or firm are said to have. */
export function senderShare(
  { kind, id }: Sense,
  { from, start, end }: Mention,
  text: string,
  { scope }: Mentions,
): number {
  if (!SUBJECTS.has(kind)) return 1;
  const isOfSender = scope.some(
    (one) =>
      (has(one, "scope", "sender") || (SELF.has(id) && has(one, "scope", "self"))) &&
      ((one.start <= start && one.end >= end) ||
        (one.to <= from && one.end <= start && !CLAUSE_END.test(text.slice(one.end, start)))),
  );
  return isOfSender ? OF_SENDER : 1;
}
