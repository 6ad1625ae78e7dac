/** What JSON says NUL and halves of surrogate pairs with; a backslash that is escaped itself may look like it, which does no harm. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** As JSON that PostgreSQL keeps: it refuses NUL and halves of surrogate pairs, which nothing keeps a seller from sending. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!UNSTORABLE.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? cleaned(part) : part));
}

function cleaned(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
