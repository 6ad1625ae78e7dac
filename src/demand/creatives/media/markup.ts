/** Where a document's root element begins, and which of the expected ones it is. */
export interface Root {
  readonly name: "svg" | "vast";
  readonly at: number;
}

const INK = /\S/g;
const ROOT = /<(svg|vast)[\s>]/iy;

/**
 * Skips a byte order mark, declarations, comments and the document type, which an XML file may have before its root.
 * One pass for any content: each part is skipped by looking for its end.
 */
export function rootOf(text: string): Root | undefined {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    INK.lastIndex = at;
    const ink = INK.exec(text);
    if (!ink) return undefined;
    const end = endOfPrologue(text, ink.index);
    if (end === undefined) return rootAt(text, ink.index);
    if (end === -1) return undefined;
    at = end;
  }
}

function rootAt(text: string, at: number): Root | undefined {
  ROOT.lastIndex = at;
  const name = ROOT.exec(text)?.[1]?.toLowerCase();
  return name === "svg" || name === "vast" ? { name, at } : undefined;
}

/**
 * The end of the construct that begins here, if it may precede a root element; -1 if it never ends, undefined if no such
 * construct begins here.
 */
function endOfPrologue(text: string, at: number): number | undefined {
  const [, end] = PROLOGUE.find(([begin]) => text.slice(at, at + begin.length).toLowerCase() === begin) ?? [];
  if (end === undefined) return undefined;
  const found = text.indexOf(end, at);
  return found === -1 ? -1 : found + end.length;
}

const PROLOGUE = [
  ["<?xml", ">"],
  ["<!--", "-->"],
  ["<!doctype svg", ">"],
] as const;
