import type { Span } from "../polarity/clause.ts";
import { type FormField, fieldOf, flagIn } from "./form-field.ts";
import { readLabel } from "./labels.ts";

const KEY = /["'][^"'\n]{1,40}["']\s?:/;
const PIECES = /"[^"\n]{0,400}"|[{}[\],:]/g;
/** In a program's text the apostrophe may be what quotes: `{'exclude': ['radio']}`. */
const SINGLE = /[{,]\s?'[^'"\n]{1,40}'\s?:/;

const ENABLED = /^(?:is_?)?(?:enabled|active|used?|on|included?|allowed|selected|wanted)$/i;
/** `{"field": "channel", "op": "not_in", "values": ["radio"]}`: an object that denies all of it. */
const OPERATOR = /^(?:op|operator|operation|comparison|condition|match|mode|action|rule|type|polarity|kind|status)$/i;
const NAMELESS = { side: "refused", isKnown: true, isList: true } as const;

/** A key whose value is not yet at its end. */
interface Open {
  /** `"radio": {"enabled": false}` is set within it. */
  flag?: FormField["flag"];
  readonly label: Span;
  readonly from: number;
  /** How many brackets are open around it. */
  readonly depth: number;
}

/** Keys and values of JSON, also of pieces of it: `"media":["radio"],"excluded":["print"]`. */
export function jsonFields(text: string): FormField[] {
  if (!KEY.test(text)) return [];
  const written = SINGLE.test(text) ? text.replaceAll("'", '"') : text;
  const fields: FormField[] = [];
  const open: Open[] = [];
  const starts: number[] = [];
  let [depth, last] = [0, undefined as Span | undefined];
  let denied: number | undefined;
  const close = (end: number, isWithin: (one: Open) => boolean) => {
    for (let one = open.at(-1); one && isWithin(one); one = open.at(-1)) {
      open.pop();
      const field = ended(text, one, end);
      fields.push(field);
      const [around, label] = [open.at(-1), text.slice(one.label.start, one.label.end)];
      if (around && field.flag && ENABLED.test(label)) around.flag = field.flag;
      if (OPERATOR.test(label) && readLabel(text.slice(one.from, end)).side === "refused") denied = starts.at(-1);
    }
  };
  for (const { index, 0: piece } of written.matchAll(PIECES)) {
    if (piece.startsWith('"')) {
      last = { start: index + 1, end: index + piece.length - 1 };
      continue;
    }
    if (piece === ":" && last && text.slice(last.end + 1, index).trim() === "")
      open.push({ label: last, from: index + 1, depth });
    else if (piece === ",") close(index, (one) => one.depth === depth);
    else if (piece === "{" || piece === "[") {
      depth++;
      starts.push(index);
    } else if (piece === "}" || piece === "]") {
      close(index, (one) => one.depth === depth);
      depth--;
      const start = starts.pop() ?? 0;
      if (start !== denied) continue;
      fields.push({ ...NAMELESS, label: { start, end: start }, values: [{ start, end: index }] });
      denied = undefined;
    }
    last = undefined;
  }
  close(text.length, () => true);
  return fields;
}

function ended(text: string, { label, from, flag: within }: Open, end: number): FormField {
  const flag = within ?? flagIn(text.slice(from, end).replaceAll('"', ""));
  return { ...fieldOf(text, label, [{ start: from, end }]), isJson: true, ...(flag && { flag }) };
}
