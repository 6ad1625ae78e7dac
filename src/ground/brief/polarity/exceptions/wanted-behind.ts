import type { Mention } from "../../mention.ts";
import { isSensitive } from "../../sides/sensitive.ts";

/** "Podcasts on football", and not "podcasts on politics", which may well be refused as well. */
export function hasSubject(medium: Mention, clause: readonly Mention[]): boolean {
  const subjects = clause.filter((one) => one !== medium && isPlainSubject(one));
  return subjects.length > 0 && !subjects.some(isSensitive);
}

export function isPlainSubject({ senses }: Mention): boolean {
  return senses.every(({ kind, isHint }) => (kind === "topic" || kind === "audience") && !isHint);
}
