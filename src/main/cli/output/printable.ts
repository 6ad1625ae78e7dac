import { stripVTControlCharacters } from "node:util";

/** Text of somebody else's for a terminal, on one line: it moves no cursor, and changes no colours. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ");
}
