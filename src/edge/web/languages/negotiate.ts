import { arabic } from "./ar.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import type { Language } from "./language.ts";
import { dutch } from "./nl.ts";

export const LANGUAGES: readonly Language[] = [english, german, french, spanish, dutch, arabic];

/** A reader's language preferences, in descending order of precedence. */
export interface SearchCriteria {
  /** `?lang=`, which the reader chose on the page. */
  readonly asked?: string | undefined;
  /** The reader's choice on an earlier page. */
  readonly remembered?: string | undefined;
  /** The `Accept-Language` header. */
  readonly accepted?: string | undefined;
}

/** The languages that a storefront offers, in its order; all of them if it states none, or none that we support. */
export function offeredOf(supported: readonly string[] | null): readonly Language[] {
  const offered = (supported ?? []).flatMap((tag) => spoken(tag, LANGUAGES) ?? []);
  return offered.length > 0 ? [...new Set(offered)] : LANGUAGES;
}

/** The offered language that the reader prefers; the first one if none matches. */
export function negotiate(offered: readonly Language[], { asked, remembered, accepted }: SearchCriteria): Language {
  const wanted = [asked, remembered, ...rangesOf(accepted ?? "")];
  for (const tag of wanted) {
    const language = tag && (tag === "*" ? offered[0] : spoken(tag, offered));
    if (language) return language;
  }
  return offered[0] ?? english;
}

/** RFC 4647 §3.4, lookup: `de-AT` matches `de`. */
function spoken(tag: string, languages: readonly Language[]): Language | undefined {
  const [first = ""] = tag.trim().toLowerCase().split(/[-_]/);
  return languages.find((language) => language.tag === first);
}

const MOST_RANGES = 20;

/** What an `Accept` or `Accept-Language` header lists (RFC 9110 §12.5), ordered by weight, then by position; a weight of zero means never. */
export function rangesOf(header: string): readonly string[] {
  return header
    .split(",", MOST_RANGES)
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
      const weight = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0 && weight <= 1)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
