/** A JSON value whose numbers are the texts that stood in it: 64-bit ids and long amounts come through whole. */
export type Lossless = null | boolean | Digits | string | readonly Lossless[] | { readonly [name: string]: Lossless };

/** A number as it was written. */
export class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Undefined where it is no JSON. */
export function readLossless(text: string): Lossless | undefined {
  try {
    return JSON.parse(text, (_, value: unknown, context?: { source?: string }) =>
      typeof value === "number" ? new Digits(context?.source ?? String(value)) : value,
    ) as Lossless;
  } catch {
    return undefined;
  }
}

/** What may be written: a `bigint`, or `Digits`, is a number with every digit. */
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

/** JSON in which no number loses a digit. */
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
