/** A value as PostgreSQL reads it, or bytes; null for none. */
export function textOf(value: unknown): string | Buffer | null {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value instanceof Date) return instantText(value);
  if (Array.isArray(value)) return arrayText(value);
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return JSON.stringify(value);
}

/** In UTC. JavaScript writes years beyond four digits with a sign, and counts those before the first as zero and less. */
function instantText(instant: Date): string {
  const text = instant.toISOString();
  const year = instant.getUTCFullYear();
  if (year > 0) return year < 10_000 ? text : text.replace(/^\+0*/, "");
  return `${String(1 - year).padStart(4, "0")}${text.slice(text.indexOf("-", 1))} BC`;
}

function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(",")}}`;
}

function elementText(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (Array.isArray(value)) return arrayText(value);
  const text = textOf(value);
  return `"${typeof text === "string" ? text.replace(/["\\]/g, "\\$&") : `\\\\x${text?.toString("hex")}`}"`;
}
