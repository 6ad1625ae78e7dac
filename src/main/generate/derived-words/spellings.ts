import { type Language, STOP_WORDS } from "../../../ground/brief/languages.ts";
import { plainOf, tokensOf } from "../../../ground/brief/words.ts";

const LONGEST_PHRASE = 4;
const SHORTEST = 4;
/** Lower for Arabic, which is written without most of its vowels. */
const SHORTEST_ARABIC = 3;

const ARABIC = /^\p{Script=Arabic}/u;

/** Turns `Koch/Köchin` and `cuisinier (tous genres)` into spellings that occur in texts. Accents are kept, because stemmers need them. */
export function spellingsOf(text: string, language: Language): string[] {
  return text
    .replaceAll(/\([^()]*\)/g, "")
    .split("/")
    .map((one) => phraseIn(one, language))
    .filter(Boolean);
}

function phraseIn(text: string, language: Language): string {
  const tokens = tokensOf(text.trim());
  if (tokens.length > LONGEST_PHRASE || tokens.some(({ kind }) => kind !== (language === "ja" ? "japanese" : "word")))
    return "";
  if (language === "ar" && tokens.some((token) => !ARABIC.test(token.text))) return "";
  return tokens.map((token) => token.text).join(language === "ja" ? "" : " ");
}

/** Whether a word is long enough, and more than a function word. */
export function isTelling(word: string, language: Language): boolean {
  if (STOP_WORDS.get(language)?.has(plainOf(word))) return false;
  // A single character is part of many other words.
  if (language === "ja") return word.length > 2 || /^[\p{Script=Han}\p{Script=Katakana}]{2}$/u.test(word);
  return word.length >= (language === "ar" ? SHORTEST_ARABIC : SHORTEST);
}
