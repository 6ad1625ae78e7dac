import type { Measured } from "./statistics.ts";

/** `1,234` for large numbers, three digits for small ones. */
export function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-GB");
  return String(Number(value.toPrecision(3)));
}

/** The median round, and in brackets the range of the rounds. */
export function spread({ median, low, high }: Measured, unit = ""): string {
  return `${figure(median)}${unit} (${figure(low)}–${figure(high)})`;
}
