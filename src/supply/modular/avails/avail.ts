import type { Decimal } from "../../../ground/kernel/money.ts";

/** A piece of inventory with a window and a capacity, normalised from whatever a feed called it. */
export interface NewAvail {
  readonly availId: string;
  readonly name: string;
  readonly collectionId: string;
  readonly collectionName: string;
  readonly collectionDescription: string | null;
  readonly channel: string | null;
  readonly startTime: Date;
  readonly endTime: Date;
  /** Net: what may be sold here. */
  readonly impressionsCapacity: number;
  /** For information: it is subtracted already. */
  readonly upstreamBookedImpressions: number | null;
  /** Null where the feed says no price: then it is not offered to buyers. */
  readonly cpm: Decimal | null;
  readonly currency: string | null;
  readonly targeting: JsonRecord;
  readonly sourceMetadata: JsonRecord;
  /** In AdCP's spelling, as the feed or its defaults say; never inferred from the channel. */
  readonly formatOptions: readonly JsonRecord[];
  readonly publisherProperties: readonly JsonRecord[];
}

export type JsonRecord = Readonly<Record<string, unknown>>;

/** An avail as the ledger has it. */
export interface Avail extends NewAvail {
  /** Avails of one key share collection, formats and price, and are sold together as well. */
  readonly groupKey: string;
  readonly held: number;
  readonly booked: number;
  readonly withdrawn: boolean;
}

/** L2: what is left to sell. After a capacity cut more may be taken than there is, and then nothing is left. */
export function freeOf({ impressionsCapacity, held, booked }: Pick<Avail, "impressionsCapacity" | "held" | "booked">) {
  return Math.max(0, impressionsCapacity - held - booked);
}

/** The canonical formats of AdCP 3.1. */
export const FORMAT_KINDS: ReadonlySet<string> = new Set([
  "image",
  "html5",
  "display_tag",
  "image_carousel",
  "video_hosted",
  "video_vast",
  "audio_hosted",
  "audio_daast",
  "sponsored_placement",
  "native_in_feed",
  "responsive_creative",
  "agent_placement",
  "custom",
]);
