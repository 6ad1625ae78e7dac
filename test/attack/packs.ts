import { withValue } from "../sample.ts";
import type { TextField } from "./text-fields.ts";

/** A field and what is to stand in it. */
export interface Text {
  readonly field: TextField;
  readonly text: string;
  /** As JSON. */
  readonly bytes: number;
}

type Made = Pick<Text, "text" | "bytes">;
const made = new Map<(length: number) => string, Map<number, Made>>();

/** The text for a field in this shape, which is made once for each length: some are of a million characters. */
export function textFor(field: TextField, shape: (length: number) => string): Text {
  const ofShape = made.get(shape) ?? new Map<number, Made>();
  made.set(shape, ofShape);
  const known = ofShape.get(field.length) ?? measured(shape(field.length));
  ofShape.set(field.length, known);
  return { field, ...known };
}

const measured = (text: string): Made => ({ text, bytes: Buffer.byteLength(JSON.stringify(text)) });

/** Texts that one body holds. */
type Pack = readonly Text[];

/** As few packs as hold each of these texts, of so many bytes at most. */
export function packsOf(texts: readonly Text[], mostBytes: number): Pack[] {
  const packs: { texts: Text[]; bytes: number }[] = [];
  for (const text of texts) {
    const fits = (pack: (typeof packs)[number]) =>
      pack.bytes + text.bytes <= mostBytes && !pack.texts.some((other) => isOfOneField(text.field, other.field));
    const roomy = packs.find(fits);
    if (roomy) Object.assign(roomy, { texts: [...roomy.texts, text], bytes: roomy.bytes + text.bytes });
    else packs.push({ texts: [text], bytes: text.bytes });
  }
  return packs.map((pack) => pack.texts);
}

/** A body with each of these texts in its field. */
export function spoiltBy(body: unknown, pack: Pack): unknown {
  return pack.reduce((whole, { field, text }) => withValue(whole, field.path, text), body);
}

/** Where either a text or an object may stand, a body has room for one of them. */
function isOfOneField(one: TextField, other: TextField): boolean {
  const [outer, inner] = one.path.length < other.path.length ? [one, other] : [other, one];
  return outer.path.every((name, at) => name === inner.path[at]);
}
