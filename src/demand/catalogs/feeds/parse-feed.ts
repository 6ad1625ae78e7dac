import { z } from "zod";
import { illFormed } from "../../../ground/kernel/well-formed.ts";
import type { CatalogType } from "../catalog.ts";
import { fromItem } from "../offerings/item.ts";
import type { Item, NewOffering } from "../offerings/offering.ts";
import { readSeparatedValues } from "./separated-values.ts";

/** As many as a sync takes. */
const MOST_ITEMS = 10_000;

/** What a feed says; null offerings where it could not be read at all, and then the warning says why. */
export interface FeedReading {
  readonly offerings: readonly NewOffering[] | null;
  readonly warning: string | null;
}

const Items = z.array(z.record(z.string(), z.unknown()));
const Wrapped = z.union([
  Items,
  z.object({ items: Items }).transform(({ items }) => items),
  z.object({ offerings: Items }).transform(({ offerings }) => offerings),
  z.object({ products: Items }).transform(({ products }) => products),
]);

/** Reads JSON, CSV or TSV: which of them, a feed's first character and its header say. */
export function parseFeed(text: string, type: CatalogType): FeedReading {
  const body = text.replace(/^\uFEFF/, "").trim();
  if (body.startsWith("<")) return unread("it is XML, which we do not read: offer it as JSON, CSV or TSV");
  try {
    const items = /^[[{]/.test(body) ? Wrapped.parse(JSON.parse(body)) : readSeparatedValues(body);
    return readingOf(items, type);
  } catch (error) {
    if (error instanceof z.ZodError) return unread("it is JSON without a list of items");
    if (error instanceof SyntaxError) return unread(`it is neither JSON, CSV nor TSV: ${error.message.slice(0, 200)}`);
    throw error;
  }
}

function readingOf(items: readonly Item[], type: CatalogType): FeedReading {
  const [flaw] = illFormed(items);
  if (flaw) return unread(`item ${flaw.path} ${flaw.message}`);
  const offerings = new Map<string, NewOffering>();
  let left = 0;
  for (const item of items) {
    const read = fromItem(item, type);
    if (typeof read === "string" || offerings.has(read.offeringId) || offerings.size === MOST_ITEMS) left += 1;
    else offerings.set(read.offeringId, read);
  }
  if (offerings.size === 0 && left > 0) return unread("none of its items has an id");
  const warning =
    left === 0
      ? null
      : `url: ${left} of ${items.length} items were left out: they have no id, one that is there already, or stand behind the first ${MOST_ITEMS}`;
  return { offerings: [...offerings.values()], warning };
}

function unread(reason: string): FeedReading {
  return { offerings: null, warning: `url: the feed was not read: ${reason}` };
}
