export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** A piece of markup that begins with `<`, and where it ends. */
export type Markup =
  | { readonly kind: "comment"; readonly end: number }
  | { readonly kind: "end"; readonly name: string; readonly end: number }
  | {
      readonly kind: "start";
      readonly name: string;
      readonly attributes: readonly Attribute[];
      readonly isSingle: boolean;
      readonly end: number;
    };

const END_TAG = /<\/(\w+)\s*>/y;
const START_TAG = /<(\w+)/y;
const ATTRIBUTE = /\s+([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END_OF_TAG = /\s*(\/?)>/y;

/** Reads one tag or comment, in which each part must begin where the previous one ended; undefined if it is neither. */
export function markupAt(text: string, at: number): Markup | undefined {
  if (text.startsWith("<!--", at)) {
    // Two dashes either end a comment or make it invalid (XML 1.0, production 15).
    const end = text.indexOf("--", at + 4);
    return end !== -1 && text[end + 2] === ">" ? { kind: "comment", end: end + 3 } : undefined;
  }
  const [closing, closed] = read(END_TAG, text, at);
  if (closing !== undefined) return { kind: "end", name: closed ?? "", end: at + closing.length };
  const [opening, name = ""] = read(START_TAG, text, at);
  return opening === undefined ? undefined : startTag(text, name, at + opening.length);
}

function startTag(text: string, name: string, begin: number): Markup | undefined {
  const attributes: Attribute[] = [];
  let at = begin;
  for (;;) {
    const [whole, attribute = "", double, single] = read(ATTRIBUTE, text, at);
    if (whole === undefined) break;
    attributes.push({ name: attribute, value: double ?? single ?? "" });
    at += whole.length;
  }
  const [end, slash] = read(END_OF_TAG, text, at);
  if (end === undefined) return undefined;
  return { kind: "start", name, attributes, isSingle: slash === "/", end: at + end.length };
}

function read(pattern: RegExp, text: string, at: number): readonly (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}
