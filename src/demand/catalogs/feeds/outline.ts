/**
 * Estimates the size that a text will have once parsed, before it is parsed, because a parser that runs out of memory can bring
 * down more than its own thread. Makes one pass over the bytes, which are ASCII-compatible in UTF-8.
 */
const [QUOTE, ESCAPE, COMMA, NEWLINE] = [0x22, 0x5c, 0x2c, 0x0a];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

const MOST_VALUES = 1_000_000;
const DEEPEST = 64;
const MOST_COLUMNS = 1_000;

/** Throws `SyntaxError` if the JSON has more values, or is nested deeper, than any list of items. */
export function checkJson(bytes: Uint8Array): void {
  let [values, depth, isText] = [0, 0, false];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) isText = !isText;
    else if (isText) at += byte === ESCAPE ? 1 : 0;
    else if (CLOSING.has(byte)) depth -= 1;
    else if (byte === COMMA || OPENING.has(byte)) {
      values += 1;
      if (byte !== COMMA) depth += 1;
      if (values > MOST_VALUES) throw new SyntaxError(`it has more than ${MOST_VALUES} values`);
      if (depth > DEEPEST) throw new SyntaxError(`it is nested deeper than ${DEEPEST} levels`);
    }
  }
}

/** Throws `SyntaxError` for a row with more columns than a feed may have. Keeps counting across the parts of a text. */
export function columnCheck(separator: "," | "\t"): (part: Uint8Array) => void {
  const separating = separator.charCodeAt(0);
  let [columns, isQuoted] = [1, false];
  return (part) => {
    for (const byte of part) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (isQuoted) continue;
      else if (byte === NEWLINE) columns = 1;
      else if (byte === separating) columns += 1;
      if (columns > MOST_COLUMNS) throw new SyntaxError(`it has a row of more than ${MOST_COLUMNS} columns`);
    }
  };
}
