import { Html } from "../html.ts";
import { english } from "./en.ts";
import type { Language, Words } from "./language.ts";

const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
};

/** An English that no catalogue contains: each sentence is accented, longer, and enclosed in brackets with its name. */
export const PSEUDO: Language = {
  tag: "en-XA",
  name: "Pseudo",
  direction: "ltr",
  words: Object.fromEntries(
    Object.entries(english.words).map(([word, said]) => [
      word,
      typeof said === "string"
        ? bracketed(word, accented(said))
        : (...given: never[]) =>
            new Html(bracketed(word, accentedMarkup((said as (...given: never[]) => Html)(...given)))),
    ]),
  ) as Words,
};

function bracketed(word: string, text: string): string {
  return `⟦${word}: ${text}⟧`;
}

function accentedMarkup({ text }: Html): string {
  return text.replaceAll(/(<bdi.*?<\/bdi>|<code.*?<\/code>|<[^>]*>|&[^;]*;|⟦\w+:)|([^<&⟦]+)/g, (all, kept?: string) =>
    kept === undefined ? accented(all) : all,
  );
}

function accented(text: string): string {
  return text.replaceAll(/[aeiouAEIO]/g, (letter) => ACCENTS[letter] ?? letter);
}
