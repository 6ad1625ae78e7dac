import { stripVTControlCharacters } from "node:util";

/** Makes somebody else's text safe for one line of a terminal: it cannot move the cursor or change colours. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ");
}
