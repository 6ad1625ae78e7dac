import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../../../ground/brief/languages.ts";
import { plainOf } from "../../../ground/brief/words.ts";
import { type Anchor, shareField } from "./anchor.ts";
import { isTelling, spellingsOf } from "./spellings.ts";

/** An emoji in one language. */
interface Emoji {
  readonly sign: string;
  readonly name: string;
  readonly keywords: readonly string[];
}

const FOLDER = join(fileURLToPath(import.meta.resolve("cldr-annotations-full/package.json")), "../annotations");

/**
 * The topics of a language's words: the names of a topic's emoji, and those keywords that are words of the topic in English too. Other
 * keywords only say what an emoji may be used for, such as `comfort` for a shoe.
 */
export function emojiWords(
  language: Language,
  anchors: readonly Anchor[],
  english: ReadonlyMap<string, readonly string[]>,
): Map<string, readonly string[]> {
  const topicsOf = new Map<string, Set<string>>();
  for (const { topic, emoji } of anchors)
    for (const sign of emoji)
      if (topic !== null) topicsOf.set(bare(sign), (topicsOf.get(bare(sign)) ?? new Set()).add(topic));
  const all = readEmoji(language);
  const known = new Set(all.map(({ sign }) => sign));
  for (const sign of topicsOf.keys()) if (!known.has(sign)) throw new Error(`no emoji ${sign}: correct the anchor`);
  const signsWith = Map.groupBy(
    all.flatMap(({ sign, name, keywords }) =>
      [...new Set([name, ...keywords].flatMap((text) => spellingsOf(text, language)))].map((word) => ({ word, sign })),
    ),
    ({ word }) => word,
  );
  const words = new Map<string, readonly string[]>();
  for (const { sign, name, keywords } of all) {
    const topics = [...(topicsOf.get(sign) ?? [])];
    if (topics.length === 0) continue;
    const names = spellingsOf(name, language);
    const shared = keywords
      .flatMap((keyword) => spellingsOf(keyword, language))
      .filter((word) => english.get(plainOf(word))?.some((topic) => topics.includes(topic)));
    for (const word of [...names, ...shared]) {
      if (!isTelling(word, language)) continue;
      const meant = meantBy(signsWith.get(word) ?? [], topicsOf);
      if (meant.length > 0 && shareField(meant, anchors)) words.set(word, meant);
    }
  }
  return words;
}

/** The topics of all emoji with this word; none if one of the emoji has no topic, or a different one. */
function meantBy(
  having: readonly { readonly sign: string }[],
  topicsOf: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const each = having.map(({ sign }) => [...(topicsOf.get(sign) ?? [])].toSorted());
  const [first = []] = each;
  return each.every((topics) => topics.join() === first.join()) ? first : [];
}

const COLOURED = "\u{fe0f}";

/** Lists differ in whether they include the selector for the coloured form. */
function bare(sign: string): string {
  return sign.replaceAll(COLOURED, "");
}

function readEmoji(language: Language): Emoji[] {
  const { annotations } = JSON.parse(readFileSync(join(FOLDER, language, "annotations.json"), "utf8")) as {
    readonly annotations: {
      readonly annotations: Readonly<
        Record<string, { readonly default?: readonly string[]; readonly tts?: readonly string[] }>
      >;
    };
  };
  return Object.entries(annotations.annotations).map(([sign, said]) => ({
    sign: bare(sign),
    name: said.tts?.[0] ?? "",
    keywords: said.default ?? [],
  }));
}
