import { Digits, type Lossless } from "./lossless.ts";

/**
 * Functions that read what a provider sent: anything that is absent or of the wrong type is undefined, and never an
 * exception.
 */

export function at(value: Lossless | undefined, ...path: readonly (string | number)[]): Lossless | undefined {
  let found = value;
  for (const step of path) {
    if (Array.isArray(found)) found = typeof step === "number" ? found[step] : undefined;
    else if (isRecord(found)) found = found[step];
    else return undefined;
  }
  return found;
}

export function isRecord(value: Lossless | undefined): value is { readonly [name: string]: Lossless } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Digits);
}

export function listAt(value: Lossless | undefined, ...path: readonly (string | number)[]): readonly Lossless[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A text, or a number in the form in which it was written. */
export function textAt(value: Lossless | undefined, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === "string") return found;
  return found instanceof Digits ? found.text : undefined;
}

/** A count; 0 if it is absent, or written as a dash. */
export function countAt(value: Lossless | undefined, ...path: readonly (string | number)[]): number {
  const count = Number(textAt(value, ...path));
  return Number.isFinite(count) && count > 0 ? Math.round(count) : 0;
}

export function truthAt(value: Lossless | undefined, ...path: readonly (string | number)[]): boolean {
  return at(value, ...path) === true;
}
