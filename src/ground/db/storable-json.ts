/** JSON's escapes for NUL and lone surrogates; an escaped backslash may look like one, which does no harm. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** As JSON that PostgreSQL accepts: it refuses NUL and lone surrogates, which sellers may send. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes("\\u") || !UNSTORABLE.test(text)) return text;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? cleaned(part) : part));
}

function cleaned(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
