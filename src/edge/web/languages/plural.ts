import type { Html } from "../html.ts";

/** A wording for each plural category of the language (Unicode CLDR); `other` is always present. */
type Wordings = Partial<Record<Intl.LDMLPluralRule, Html>> & { readonly other: Html };

export function plural(tag: string, count: number, wordings: Wordings): Html {
  return wordings[new Intl.PluralRules(tag).select(count)] ?? wordings.other;
}
