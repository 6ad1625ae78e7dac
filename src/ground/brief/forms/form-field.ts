import type { Span } from "../polarity/clause.ts";
import { type LabelMeaning, readLabel } from "./labels.ts";

/** A label of a form, a table, a list or a program, and what stands behind it. */
export interface FormField extends LabelMeaning {
  readonly label: Span;
  readonly values: readonly Span[];
  /** Its values stand in lines below it, or in cells. */
  readonly isList: boolean;
  /** It is set or not: `radio: false`. */
  readonly flag?: "yes" | "no" | "none";
  /** It is a program's: no words stand in it but names. */
  readonly isJson?: true;
}

export function fieldOf(text: string, label: Span, values: readonly Span[], isList = false): FormField {
  return { ...readLabel(text.slice(label.start, label.end)), label, values, isList };
}

const NO =
  /^(?:false|no|none|never|off|disabled|excluded|0(?:[.,]0{1,2})?\s?%?|[€$£]\s?0(?:[.,]0{1,2})?|0(?:[.,]0{1,2})?\s?(?:€|\$|£|eur|usd|gbp|euros?)|nein|non|nee|nie|não|なし|無し|不可|لا|[❌✗✘✖×🚫⛔👎✕☒])\uFE0F?$/iu;
const YES = /^(?:true|yes|on|enabled|included|ja|oui|あり|可|نعم|sí|si|sì|sim|tak|[✅✔✓☑👍○◯⭕◎])\uFE0F?$/iu;
const NONE = /^(?:null|nil|n\/a|undefined)$/iu;

/** What a value says that is nothing but a yes or a no. */
export function flagIn(value: string): FormField["flag"] {
  const bare = value.trim();
  if (bare.length > 12) return undefined;
  return NO.test(bare) ? "no" : YES.test(bare) ? "yes" : NONE.test(bare) ? "none" : undefined;
}
