/** A provider's JSON. Integers that a double cannot represent are bigints. */
export type Wire = string | number | boolean | null | bigint | readonly Wire[] | WireObject;

export interface WireObject {
  readonly [key: string]: Wire | undefined;
}

/** Available in every supported Node.js, but not yet in the compiler's own types: tc39/proposal-json-parse-with-source. */
interface SourceJson {
  parse(text: string, revive: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
  rawJSON(text: string): unknown;
}

const json = JSON as unknown as SourceJson;

/** Parses JSON without losing precision in ids above 2^53. Throws a SyntaxError if the text is not JSON. */
export function parseJson(text: string): Wire {
  return json.parse(text, (_, value, { source }) =>
    typeof value === "number" && source !== undefined && !Number.isSafeInteger(value) && /^-?\d+$/.test(source)
      ? BigInt(source)
      : value,
  ) as Wire;
}

export function writeJson(value: Wire): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? json.rawJSON(one.toString()) : one));
}

export function isObject(value: unknown): value is WireObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns strings unchanged, and numbers and booleans as in JSON; empty for everything else. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" ? String(value) : "";
}
