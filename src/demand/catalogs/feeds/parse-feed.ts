import { z } from "zod";
import { illFormed } from "../../../ground/kernel/texts/well-formed.ts";
import type { CatalogType } from "../catalog.ts";
import { fromItem } from "../offerings/item.ts";
import type { Item, NewOffering } from "../offerings/offering.ts";
import { type OfferingPage, pagesOf } from "../offerings/page.ts";
import { checkJson } from "./outline.ts";
import { readSeparatedValues } from "./separated-values.ts";

/** The same maximum as for a sync; further items are not read. */
const MOST_ITEMS = 10_000;
/** Refers to their stored size, in which each item repeats the field names that separated values contain only once. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

export interface UnreadFeed {
  readonly bytes: Uint8Array;
  readonly type: CatalogType;
}

/** The content of a feed. `pages` is null if the feed could not be read at all; the warning says why. */
export interface FeedReading {
  readonly pages: readonly OfferingPage[] | null;
  readonly warning: string | null;
}

const Items = z.array(z.record(z.string(), z.unknown()));

/** Reads JSON, CSV or TSV; the feed's first character and its header tell which. Runs in a worker thread. */
export async function parseFeed({ bytes, type }: UnreadFeed): Promise<FeedReading> {
  const [first = ""] = Buffer.from(bytes.subarray(0, 1024))
    .toString()
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (first === "<") return unread("it is XML, which we do not read: provide it as JSON, CSV or TSV");
  try {
    return await readingOf("[{".includes(first) && first !== "" ? itemsIn(bytes) : readSeparatedValues(bytes), type);
  } catch (error) {
    if (error instanceof z.ZodError) return unread("it is JSON without a list of items");
    if (error instanceof SyntaxError) return unread(`it is neither JSON, CSV nor TSV: ${error.message.slice(0, 200)}`);
    throw error;
  }
}

function itemsIn(bytes: Uint8Array): Item[] {
  checkJson(bytes);
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const { items, offerings, products } = (json ?? {}) as Readonly<Record<string, unknown>>;
  const list = [json, items, offerings, products].find(Array.isArray);
  return Items.parse(list?.slice(0, MOST_ITEMS + 1));
}

/** Reads items one at a time, and stops after the last one that is kept. */
async function readingOf(items: Iterable<Item> | AsyncIterable<Item>, type: CatalogType): Promise<FeedReading> {
  const offerings = new Map<string, NewOffering>();
  let [count, left] = [0, 0];
  for await (const item of items) {
    if (count === MOST_ITEMS) return completed(offerings, `items after the first ${MOST_ITEMS} were not read`);
    const [flaw] = illFormed(item);
    if (flaw) return unread(`item ${count}${flaw.path && `.${flaw.path}`} ${flaw.message}`);
    count += 1;
    const read = fromItem(item, type);
    if (typeof read === "string" || offerings.has(read.offeringId)) left += 1;
    else offerings.set(read.offeringId, read);
  }
  if (offerings.size === 0 && left > 0) return unread("none of its items has an id");
  const why = `${left} of ${count} items were left out: they have no id, or one that is used already`;
  return completed(offerings, left === 0 ? null : why);
}

function completed(offerings: ReadonlyMap<string, NewOffering>, warning: string | null): FeedReading {
  const pages: OfferingPage[] = [];
  let characters = 0;
  for (const page of pagesOf(offerings.values())) {
    characters += page.rows.length;
    if (characters > MOST_CHARACTERS) return unread(`its items have more than ${MOST_CHARACTERS} characters`);
    pages.push(page);
  }
  return { pages, warning: warning && `url: ${warning}` };
}

function unread(reason: string): FeedReading {
  return { pages: null, warning: `url: the feed was not read: ${reason}` };
}
