import { plainOf, tokensOf } from "../../brief/index.ts";
import type { Product } from "../../seller-agent/index.ts";

/** Of a publisher's name. */
const MOST_WORDS = 6;

/** Names of several words, without their spaces: a newspaper called "Gare et Cie" is not about stations. */
export function publisherNamesOf(sellerName: string, { publisherProperties }: Product): ReadonlySet<string> {
  const domains = publisherProperties.flatMap(({ publisherDomain }) => publisherDomain.toLowerCase().split("."));
  const names = [sellerName, ...domains].map(lettersOf);
  return new Set(names.filter((name) => name.length >= 5));
}

/** If a product has only its property's name, like a podcast, this name is its subject. */
export function calledByItself(name: string, names: ReadonlySet<string>, sellerName: string): ReadonlySet<string> {
  const own = lettersOf(name);
  return own === lettersOf(sellerName) ? names : new Set([...names].filter((one) => one !== own));
}

function lettersOf(name: string): string {
  return plainOf(name.toLowerCase()).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

export function withoutNames(text: string, names: ReadonlySet<string>): string {
  if (names.size === 0) return text;
  const tokens = tokensOf(text).filter(({ kind }) => kind === "word" || kind === "number" || kind === "japanese");
  let kept = text;
  for (let from = 0; from < tokens.length; from++) {
    let joined = "";
    for (let to = from; to < Math.min(tokens.length, from + MOST_WORDS); to++) {
      joined += tokens[to]?.plain ?? "";
      if (to === from || !names.has(joined)) continue;
      const [start, end] = [tokens[from]?.start ?? 0, tokens[to]?.end ?? 0];
      kept = kept.slice(0, start) + "_".repeat(end - start) + kept.slice(end);
    }
  }
  return kept;
}
