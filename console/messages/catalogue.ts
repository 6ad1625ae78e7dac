import { language } from "./language.ts";
import { pseudo } from "./pseudo.ts";

/** Sentences, sentences with placeholders, and groups of both. */
export interface Messages {
  readonly [name: string]: string | ((...given: never[]) => string) | Messages;
}

/** Names for the API's codes; some codes may not have a name here yet. */
export function byCode(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return words;
}

/** A part of the catalogue in the chosen language. */
export function catalogue<Part extends Messages>(english: Part): Part {
  return language === "en" ? english : (translated(english) as Part);
}

function translated(part: Messages): Messages {
  return Object.fromEntries(Object.entries(part).map(([name, message]) => [name, translatedOne(message)]));
}

function translatedOne(message: Messages[string]): Messages[string] {
  if (typeof message === "string") return pseudo(message);
  if (typeof message === "function") return (...given: never[]) => pseudo(message(...given));
  return translated(message);
}
