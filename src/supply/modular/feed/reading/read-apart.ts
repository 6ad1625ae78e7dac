import { createHash } from "node:crypto";
import { storableJson } from "../../../../ground/db/storable-json.ts";
import type { NewAvail } from "../../avails/avail.ts";
import { groupKeyOf, wordsOf } from "../../avails/group.ts";
import type { FeedReading } from "./feed-reading.ts";
import { type FeedToRead, readFeed } from "./read-feed.ts";

/**
 * A feed as a worker thread returns it. What is to be stored is already serialised, so that no other thread has to hold
 * the rows.
 */
export type FeedResult =
  | ({ readonly kind: "read"; readonly inputSource: string } & FeedContent)
  | { readonly kind: "unreadable"; readonly reason: string };

export interface FeedContent extends Omit<FeedReading, "avails"> {
  readonly availCount: number;
  /** The first avails, to be shown. */
  readonly shown: readonly NewAvail[];
  /** All avails, as JSON lists of rows to store. */
  readonly batches: readonly string[];
  /** The digest of what would be stored. */
  readonly digest: string;
}

const MOST_SHOWN = 2_000;
const ROWS_A_BATCH = 1_000;

/** The part of reading a feed that runs in a worker thread. */
export function readApart(asked: FeedToRead): FeedResult {
  const read = readFeed(asked);
  if (read.kind === "unreadable") return read;
  const { avails, ...reported } = read.reading;
  const [availCount, shown] = [avails.length, avails.slice(0, MOST_SHOWN)];
  const batches: string[] = [];
  // Removed as they are written out, so that they are not in memory twice.
  while (avails.length > 0) batches.push(storableJson(avails.splice(0, ROWS_A_BATCH).map(storedOf)));
  const digest = createHash("sha256");
  for (const batch of batches) digest.update(batch);
  return {
    kind: "read",
    inputSource: read.format,
    ...reported,
    availCount,
    shown,
    batches,
    digest: digest.digest("hex"),
  };
}

/** Keyed by the columns of `modular_upload_rows`. */
function storedOf(avail: NewAvail): Readonly<Record<string, unknown>> {
  return {
    avail_id: avail.availId,
    name: avail.name,
    collection_id: avail.collectionId,
    collection_name: avail.collectionName,
    collection_description: avail.collectionDescription,
    channel: avail.channel,
    start_time: avail.startTime,
    end_time: avail.endTime,
    impressions_capacity: avail.impressionsCapacity,
    upstream_booked_impressions: avail.upstreamBookedImpressions,
    cpm: avail.cpm,
    currency: avail.currency,
    targeting: avail.targeting,
    source_metadata: avail.sourceMetadata,
    format_options: avail.formatOptions,
    publisher_properties: avail.publisherProperties,
    group_key: groupKeyOf(avail),
    words: wordsOf(avail),
  };
}
