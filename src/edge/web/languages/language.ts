import type { Html } from "../html.ts";
import type { english } from "./en.ts";

/** All texts of the pages. English defines them; the others must have them all. */
export type Words = {
  readonly [Word in keyof typeof english.words]: (typeof english.words)[Word] extends (...given: infer Given) => Html
    ? (...given: Given) => Html
    : string;
};

/** A language the pages are written in. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** Its name in itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  readonly words: Words;
}
