import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Catalog, CatalogContent } from "../catalog.ts";
import { catalogIdOf, numberIn } from "../catalog-id.ts";
import { canRead } from "../feeds/formats.ts";
import { fromItem } from "../offerings/item.ts";
import type { NewOffering } from "../offerings/offering.ts";
import type { CatalogInput } from "./schema.ts";

/** What a sync will do with one of the catalogs sent. */
export interface Plan {
  /** The id as it was sent. */
  readonly id: string;
  readonly action: "created" | "updated" | "unchanged" | "failed";
  /** The existing catalog, archived or not. */
  readonly known: Catalog | undefined;
  readonly content: CatalogContent;
  /** Null for a catalog that is read from a feed. */
  readonly offerings: readonly NewOffering[] | null;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly string[];
  readonly error?: string;
}

interface Rejection {
  readonly item: string;
  readonly reason: string;
}

/** After this many items, other requests get a turn, because ten thousand items would block them for too long. */
const ITEMS_A_TURN = 500;

/** Compares what was sent with what exists. With `strict`, no item may be invalid. */
export async function planCatalog(input: CatalogInput, known: Catalog | undefined, strict: boolean): Promise<Plan> {
  const { accepted, rejected } = await readItems(input);
  const content = await contentOf(input, known, accepted);
  const error = refusalOf(input, known) ?? (strict ? firstOf(rejected) : undefined);
  return {
    id: input.catalog_id,
    action: error !== undefined ? "failed" : actionFor(content, known),
    known,
    content,
    offerings: content.feed ? null : accepted,
    rejected,
    warnings: warningsFor(content),
    ...(error !== undefined && { error }),
  };
}

function refusalOf({ catalog_id, type, url, items }: CatalogInput, known: Catalog | undefined): string | undefined {
  if (!known && numberIn(catalog_id) !== undefined)
    return `there is no catalog ${catalog_id}: choose an id that does not begin with cat_`;
  if (url !== undefined && items !== undefined) return "send url or items, not both";
  if (url === undefined && items === undefined) return "send url or items";
  if (known && known.type !== type && !known.isArchived)
    return `type: catalog ${catalogIdOf(known.catalogId)} keeps its type, ${known.type}`;
  return undefined;
}

async function readItems({ items = [], type }: CatalogInput) {
  const accepted = new Map<string, NewOffering>();
  const rejected: Rejection[] = [];
  for (const [index, item] of items.entries()) {
    if (index % ITEMS_A_TURN === 0) await nextTurn();
    const read = fromItem(item, type);
    const reason = typeof read === "string" ? read : accepted.has(read.offeringId) ? "its id appears twice" : undefined;
    if (typeof read === "string" || reason !== undefined)
      rejected.push({ item: typeof read === "string" ? `items[${index}]` : read.offeringId, reason: reason ?? "" });
    else accepted.set(read.offeringId, read);
  }
  return { accepted: [...accepted.values()], rejected };
}

function firstOf([first, ...others]: readonly Rejection[]): string | undefined {
  if (!first) return undefined;
  return `${first.item}: ${first.reason}${others.length > 0 ? ` (and ${others.length} more like it)` : ""}`;
}

async function contentOf(
  input: CatalogInput,
  known: Catalog | undefined,
  accepted: readonly NewOffering[],
): Promise<CatalogContent> {
  const { catalog_id, type, name = catalog_id, url, feed_format, update_frequency, conversion_events = [] } = input;
  const said = {
    externalId: numberIn(catalog_id) === undefined ? catalog_id : (known?.externalId ?? null),
    name,
    type,
    feed: url === undefined ? null : { url, format: feed_format ?? null, updateFrequency: update_frequency ?? null },
    conversionEvents: conversion_events,
  };
  // The digest of `[said, items]` as JSON, computed in parts.
  const hash = createHash("sha256").update(`[${JSON.stringify(said)},[`);
  for (const [index, { item }] of accepted.entries()) {
    if (index % ITEMS_A_TURN === 0) await nextTurn();
    hash.update(`${index === 0 ? "" : ","}${JSON.stringify(item)}`);
  }
  return { ...said, description: known?.description ?? null, contentHash: hash.update("]]").digest("hex") };
}

function actionFor({ contentHash }: CatalogContent, known: Catalog | undefined): Plan["action"] {
  if (!known || known.isArchived) return "created";
  return known.contentHash === contentHash ? "unchanged" : "updated";
}

function warningsFor({ feed }: CatalogContent): string[] {
  if (!feed || canRead(feed.format)) return [];
  return [`url: we cannot read ${feed.format} feeds: sales agents get the address, and its items are not counted`];
}
