import { type Chip, isFirm } from "../chip.ts";
import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";

/** In Arabic "already" stands behind what somebody has: 「لدينا الراديو بالفعل ونريد بودكاست」. */
const ALREADY: ReadonlySet<string> = new Set("بالفعل قائمة قائم جارية جار حالية حاليا".split(" "));
/** In tokens. */
const MOST_BETWEEN = 8;
/** What is wanted besides is said behind these. */
const WANTING = ["seeks", "wants", "aim"] as const;
const HINT = 0.3;

/** What is read of a text, in which tokens. */
interface Said {
  readonly tokens: readonly Token[];
  readonly scope: readonly Mention[];
}

/** "We already have radio, now we want podcasts": of media, what somebody has is not what they ask for. */
export function withoutRunning(chips: readonly Chip[], said: Said): readonly Chip[] {
  const parts = said.scope.flatMap((one) => partOf(one, said));
  if (parts.length === 0) return chips;
  const isHad = ({ span }: Chip) =>
    span !== null && parts.some(({ start, end }) => span.start >= start && span.end <= end);
  const isDemanded = (chip: Chip) => chip.kind === "channel" && !chip.negated && isFirm(chip);
  if (!chips.some((chip) => isDemanded(chip) && !isHad(chip))) return chips;
  return chips.map((chip) => (isDemanded(chip) && isHad(chip) ? { ...chip, certainty: HINT } : chip));
}

/** From the words that say so to the end of the clause, or to what is wanted. */
function partOf(little: Mention, { tokens, scope }: Said): { readonly start: number; readonly end: number }[] {
  const isBefore = (at: number) => tokens.slice(little.to, at).every(({ kind }) => kind !== "break");
  if (has(little, "scope", "have")) {
    const at = tokens.findIndex(({ text }, index) => index >= little.to && ALREADY.has(text));
    if (at >= 0 && at - little.to <= MOST_BETWEEN && isBefore(at))
      return [{ start: little.end, end: tokens[at]?.start ?? 0 }];
  }
  if (!has(little, "scope", "had")) return [];
  const wanting = scope.find((one) => one.from >= little.to && WANTING.some((id) => has(one, "scope", id)));
  const end = tokens.find(({ kind }, index) => index >= little.to && kind === "break");
  return [{ start: little.end, end: Math.min(wanting?.start ?? Infinity, end?.start ?? Infinity) }];
}
