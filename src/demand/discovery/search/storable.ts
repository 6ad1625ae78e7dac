/**
 * A copy that the database can keep as JSON, and its size: PostgreSQL refuses NUL and halves of surrogate pairs, which
 * nothing keeps a seller from sending.
 */
export function storable<T>(value: T): { readonly copy: T; readonly characters: number } {
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? cleanText(part) : part));
  return { copy: JSON.parse(text) as T, characters: text.length };
}

function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
