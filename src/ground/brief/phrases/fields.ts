import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";

/** A label has at most this many words: "media not wanted". */
const LONGEST_LABEL = 5;

/** `channels=[audio]`, `product = cat food`: an equals sign behind a label. */
const EQUALS = /(?<=[\p{L}"'])(?: ?)=(?= ?["'[(\p{L}\p{N}])/gu;
/** "Budget: 40k / excluded: radio", 「媒体:ラジオ/除外:検索」: a slash before the next label. */
const SLASHES = /(?<=[\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])\/\/?(?= ?[\p{L}_][\p{L}\p{N}_ ]{0,29}[:：=])/gu;
/** "• excluded: radio", "- market: undecided": a bullet before the next label. */
const BULLETS = /(?<=^|\s)[•·▪*–-](?= ?[\p{L}_][\p{L}\p{N}_' ]{0,29}[:：])/gu;
/** `"media":["radio"],"excluded":["print"]`: a comma before the next key. */
const COMMAS = /,(?=\s{0,9}"[^"\n]{1,40}" ?:)/g;

/** 「【除外媒体】ラジオ」: a title in brackets. */
const BRACKETS = /【([^【】\n]{1,30})】/gu;

/** The same text in which labels end with a colon and fields with a semicolon, at the same positions. */
export function withFieldsMarked(text: string): string {
  const titled = text.includes("【") ? text.replaceAll(BRACKETS, ";$1:") : text;
  const labelled = titled.includes("=") ? titled.replaceAll(EQUALS, (sign) => sign.replace("=", ":")) : titled;
  if (!labelled.includes(":") && !labelled.includes("：")) return labelled;
  return labelled
    .replaceAll(SLASHES, (slashes) => ";".repeat(slashes.length))
    .replaceAll(BULLETS, ";")
    .replaceAll(COMMAS, ";");
}

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
