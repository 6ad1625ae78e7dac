/** A JSON value whose numbers are kept as text, so that 64-bit ids and long amounts lose no digits. */
export type Lossless = null | boolean | Digits | string | readonly Lossless[] | { readonly [name: string]: Lossless };

/** A number as it was written. */
export class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Undefined if the text is not JSON. */
export function readLossless(text: string): Lossless | undefined {
  try {
    return JSON.parse(text, (_, value: unknown, context?: { source?: string }) =>
      typeof value === "number" ? new Digits(context?.source ?? String(value)) : value,
    ) as Lossless;
  } catch {
    return undefined;
  }
}

/** A value to write; a `bigint` or `Digits` becomes a number with all of its digits. */
export type Writable =
  | null
  | boolean
  | number
  | bigint
  | string
  | Digits
  | undefined
  | readonly Writable[]
  | { readonly [name: string]: Writable };

/** Serialises JSON without losing digits of any number. */
export function jsonText(value: Writable): string {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map((one) => jsonText(one ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const named = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{${named.map(([name, one]) => `${JSON.stringify(name)}:${jsonText(one)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}
