import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { dutch } from "./nl.ts";
import type { MailWords } from "./words.ts";

/** The languages in which mail is available, by BCP 47 tag. */
export const LANGUAGES: Readonly<Record<string, MailWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  ar: arabic,
};

/** The texts for a reader of `language`: `de-AT` uses `de` (RFC 4647 §3.4), and unknown languages use English. */
export function speak(language: string): { readonly tag: string; readonly words: MailWords } {
  const [tag = ""] = language.toLowerCase().split(/[-_]/, 1);
  const words = Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined;
  return words ? { tag, words } : { tag: "en", words: english };
}
