import { kindsOf } from "../closeness.ts";

/** Who is spoken to at work. */
let keys: ReadonlySet<string> | undefined;

export function tradeKeys(): ReadonlySet<string> {
  keys ??= new Set([...kindsOf("topic:business"), ...kindsOf("audience:decision-makers"), "topic:it-professionals"]);
  return keys;
}
