import { z } from "zod";

const LONGEST = 35;

/** The tag as BCP 47 spells it, `de-AT` for `de-at`; undefined if it is invalid. */
function languageTag(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** Those of the texts that are valid: values stored before validation existed are not passed on. */
export function languageTags(texts: readonly string[]): string[] {
  return texts.flatMap((text) => languageTag(text) ?? []);
}

export const languageInput = z.string().transform((text, context) => {
  const tag = languageTag(text);
  if (tag) return tag;
  context.addIssue({ code: "custom", message: "a language must be a BCP 47 tag, such as de or pt-BR" });
  return z.NEVER;
});
