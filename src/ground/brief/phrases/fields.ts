import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";

/** A label has at most this many words: "media not wanted". */
const LONGEST_LABEL = 5;

/** A text's tokens, and what is found at each of them. */
interface Found {
  readonly tokens: readonly Token[];
  readonly contentAt: ReadonlyMap<number, readonly Mention[]>;
  readonly scopeAt: ReadonlyMap<number, readonly Mention[]>;
}

const BORDER = /[.;!?…|{\n\r。؛؟！？]/;

/** The function words of the label that ends with this colon; undefined if it is none, because it is long or names something. */
export function labelBefore(colon: number, { tokens, contentAt, scopeAt }: Found): Mention[] | undefined {
  if (!tokens[colon]?.text.startsWith(":")) return undefined;
  const said: Mention[] = [];
  for (let at = colon - 1; at >= colon - LONGEST_LABEL; at--) {
    const token = tokens[at];
    if (!token || token.kind === "break") return !token || BORDER.test(token.text) ? said : undefined;
    // "Excluded topics", "exclusiones geográficas": a subject may be what the label is about.
    if (contentAt.get(at)?.some(({ senses }) => senses.some(({ kind }) => kind !== "topic"))) return undefined;
    said.push(...(scopeAt.get(at) ?? []));
  }
  const token = tokens[colon - LONGEST_LABEL - 1];
  return !token || (token.kind === "break" && BORDER.test(token.text)) ? said : undefined;
}

/** What is said in labels: it has no effect on what stands before it. */
export function saidInLabels(found: Found): ReadonlySet<Mention> {
  return new Set(found.tokens.flatMap((_, index) => labelBefore(index, found) ?? []));
}

const REFUSING = ["refused-label", "postnegator", "forbids", "drops", "rejection"] as const;

/** `media_blocked`, "hors périmètre", 「除外媒体」. */
export function isLabelOfRefused(label: readonly Mention[]): boolean {
  return label.some((one) => REFUSING.some((id) => has(one, "scope", id))) && !label.some(isAffirming);
}

function isAffirming(one: Mention): boolean {
  return has(one, "scope", "affirmer");
}
