import { createHash } from "node:crypto";
import type { NewAvail } from "./avail.ts";
import { termsOf } from "./terms.ts";

/** Avails that share collection, formats and price can be bought as one: this names what they share. */
export function groupKeyOf({ collectionId, formatOptions, publisherProperties, cpm, currency, channel }: NewAvail) {
  const shared = [collectionId, channel, cpm, currency, formatOptions, publisherProperties];
  return createHash("sha256").update(JSON.stringify(shared)).digest("hex").slice(0, 20);
}

const MOST_WORDS = 18;

/** What a brief may say to find it. */
export function wordsOf({ name, collectionName, collectionDescription, channel }: NewAvail): string[] {
  const text = [name, collectionName, channel ?? "", collectionDescription ?? ""].join(" ");
  // Nobody searches for a number, and a feed is full of them.
  return [...termsOf(text).keys()].filter((term) => !/^\d+$/.test(term)).slice(0, MOST_WORDS);
}
