import { has, type Mention } from "../mention.ts";
import { SENTENCE_END } from "./clause.ts";
import type { Page } from "./lists.ts";
import type { State } from "./state.ts";

/** "As long as we do not appear next to politics": whatever the verb is, it is the neighbour that is refused. */
export function isBesideRefused(little: Mention, { tokens, scopeAt }: Page): boolean {
  if (!has(little, "scope", "beside")) return false;
  for (let at = little.from - 1; at >= 0 && tokens[at]?.kind !== "break"; at--) {
    const said = scopeAt.get(at) ?? [];
    if (said.some((one) => has(one, "scope", "affirmer"))) return false;
    if (said.some((one) => has(one, "scope", "never") || has(one, "scope", "negator"))) return true;
  }
  return false;
}

/** "Excluded is political content", "queda excluido el contenido político": nothing precedes it that it could refuse. */
export function isInverted(little: Mention, { tokens, contentAt, scopeAt }: Page): boolean {
  if (!has(little, "scope", "postnegator") || has(little, "scope", "affirmer")) return false;
  if (tokens[little.from]?.kind === "japanese") return false;
  for (let at = little.from - 1; at >= 0; at--) {
    if (contentAt.has(at)) return false;
    const { kind, text } = tokens[at] ?? { kind: "break", text: "." };
    if (kind === "break" && SENTENCE_END.test(text)) break;
  }
  for (let at = little.to; at < little.to + INVERTED; at++) {
    if (contentAt.has(at)) return true;
    const isColon = tokens[at]?.kind === "break" && tokens[at]?.text === ":" && at - little.to <= 1;
    const isEnd = tokens[at]?.kind === "break" && !isColon;
    if (isEnd || scopeAt.get(at)?.some((one) => has(one, "scope", "closer") || has(one, "scope", "contrast")))
      return false;
  }
  return false;
}

/** What is refused is named at most this many tokens behind an inverted verb. */
const INVERTED = 4;

const COMMA = /^[,،、]$/;

/** "Podcast inventory only for this, host-read": a clause that ends without an object had it before. */
export function isOnlyOfBefore(index: number, { exclusiveFrom }: State, { tokens, contentAt }: Page): boolean {
  if (exclusiveFrom < 0 || index <= exclusiveFrom || !COMMA.test(tokens[index]?.text ?? "")) return false;
  for (let at = exclusiveFrom; at < index; at++) if (contentAt.has(at)) return false;
  return true;
}
