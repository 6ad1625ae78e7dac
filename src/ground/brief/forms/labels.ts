import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lazily } from "../../caches/index.ts";
import { plainOf } from "../words.ts";

/** How what stands behind a label is meant. */
type Side = "refused" | "wanted" | "soft" | "past";
/** What stands behind a label: whoever advertises and what, or what of a plan. */
type Matter = "origin" | "ware" | "interests" | "topics" | "places" | "languages" | "media" | "aside" | "amounts";

export interface LabelMeaning {
  readonly side?: Side;
  readonly matter?: Matter;
  /** All of its words are such as forms have in labels, so that it names nothing itself. */
  readonly isKnown: boolean;
  /** In sentences one of its words says something else: "Policy", "Events". */
  readonly isHomonym?: true;
  /** It is a "no" with something behind it, as sentences have as well: "no sites". */
  readonly isDenial?: true;
}

const SIDES = ["refused", "past", "soft", "wanted"] as const;
const PARTS = ["interests", "topics", "places", "languages", "media", "aside", "amounts"] as const;
const LONGEST_PHRASE = 5;
/** In words, and in characters. */
const MOST_WORDS = 8;
const LONGEST_LABEL = 60;
const UNKNOWN: LabelMeaning = { isKnown: false };
/** "No restrictions" restricts nothing. */
const NO =
  /^(?:no|not|none of|without|non|sans|pas de|sin|senza|sem|zonder|geen|bez|zadnych|ohne|keine?n?|niente|nada de|zadna|zadne|nie|pas|ni)$/u;
const NUMBER = /^\d{1,4}$/;
const JAPANESE = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u;

/** What each phrase is for, whatever language it is of: forms mix languages. */
const roles = lazily(() => {
  const known = new Map<string, Set<string>>();
  for (const line of readFileSync(join(import.meta.dirname, "label-words.txt"), "utf8").split("\n")) {
    const [role = "", columns] = line.split(" : ");
    if (line.startsWith("#") || columns === undefined) continue;
    for (const phrase of columns.split(/[|,]/)) {
      const key = wordsOf(phrase).join(" ");
      if (key !== "") known.set(key, (known.get(key) ?? new Set()).add(role));
    }
  }
  return known;
});

/** `excludedChannels`, `channels_excluded`, "Channels (excluded)". */
export function readLabel(label: string): LabelMeaning {
  if (label.length > LONGEST_LABEL) return UNKNOWN;
  const open = label.indexOf("(");
  if (open <= 0) return meaningOf(wordsOf(label));
  const main = meaningOf(wordsOf(label.slice(0, open)));
  const bracketed = meaningOf(wordsOf(label.slice(open)));
  return bracketed.isKnown && bracketed.side ? { ...main, side: main.side ?? bracketed.side } : main;
}

function meaningOf(words: readonly string[]): LabelMeaning {
  if (words.length === 0 || words.length > MOST_WORDS) return UNKNOWN;
  const phrases: { readonly text: string; readonly roles: ReadonlySet<string> }[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    while (length > 0 && !roles().has(words.slice(at, at + length).join(" "))) length--;
    const text = words.slice(at, at + Math.max(length, 1)).join(" ");
    if (length === 0 && !NUMBER.test(text)) return UNKNOWN;
    phrases.push({ text, roles: roles().get(text) ?? new Set(["little"]) });
    at += Math.max(length, 1);
  }
  const telling = phrases.filter(
    ({ text, roles: those }) => !those.has("little") || phrases.length === 1 || NO.test(text),
  );
  if (telling.length === 0) return UNKNOWN;
  const has = (role: string) => telling.some((one) => one.roles.has(role));
  const isTurned = telling.length > 1 && NO.test(telling[0]?.text ?? "") && telling[1]?.roles.has("refused");
  const part = PARTS.find(has);
  const side = isTurned ? undefined : SIDES.find((one) => has(one) && !(one === "past" && has("wanted")));
  const own =
    !part &&
    telling.every(
      (one) => one.roles.has("origin") || one.roles.has("ware") || one.roles.has("form") || one.roles.has("homonym"),
    );
  const matter = own && has("origin") ? "origin" : own && has("ware") ? "ware" : part;
  // "Product: …" may name what is to be bought, and "Home office" is not about offices.
  const isOwn = matter === "origin" || matter === "ware";
  const isHomonym = telling.some((one) => one.roles.has("homonym"));
  const isDenial = phrases.length > 1 && NO.test(phrases[0]?.text ?? "");
  return {
    ...(side && !isOwn && { side }),
    ...(matter && { matter }),
    ...(isHomonym && { isHomonym }),
    ...(isDenial && { isDenial }),
    isKnown: true,
  };
}

function wordsOf(label: string): string[] {
  const spaced = label.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").toLowerCase();
  const words = spaced.replaceAll(/['’]/g, "").match(/[\p{L}\p{M}ー]+|\d+/gu) ?? [];
  return words.map((word) => (JAPANESE.test(word) ? word : plainOf(word)));
}
