import type { Html } from "../html.ts";

/** A wording for each of the language's plural categories that it has (Unicode CLDR); `other` always. */
type Wordings = Partial<Record<Intl.LDMLPluralRule, Html>> & { readonly other: Html };

export function plural(tag: string, count: number, wordings: Wordings): Html {
  return wordings[new Intl.PluralRules(tag).select(count)] ?? wordings.other;
}
