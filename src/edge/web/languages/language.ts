import type { Html } from "../html.ts";
import type { english } from "./en.ts";

/** All texts of the pages. English defines them; every other language must have all of them. */
export type Words = {
  readonly [Word in keyof typeof english.words]: (typeof english.words)[Word] extends (...given: infer Given) => Html
    ? (...given: Given) => Html
    : string;
};

/** A language in which the pages are available. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** The language's name in the language itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly words: Words;
}
