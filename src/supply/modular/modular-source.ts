import type { JsonRecord } from "./avails/avail.ts";

/** The additional data of a source that is a modular one. */
export interface ModularSource {
  readonly customerId: number;
  readonly inventorySourceId: number;
  readonly storefrontId: number;
  readonly sourceId: string;
  readonly name: string;
  readonly status: string;
  readonly agentId: string | null;
  /** What its seller stated about the systems behind it; it contains no secrets. */
  readonly setup: JsonRecord;
  readonly feed: Feed;
}

/** How avails arrive, and what arrived last. */
interface Feed {
  /** The number of the latest commit; 0 before the first. */
  readonly revision: number;
  readonly digest: string | null;
  /** When it was last committed or confirmed, in the time of the seller's clock. */
  readonly confirmedAt: Date | null;
  readonly schedule: FeedSchedule | null;
  /** Why the latest fetch could not be read. */
  readonly error: string | null;
  readonly etag: string | null;
}

export interface FeedSchedule {
  readonly url: string;
  readonly everyHours: number;
  /** The values for fields that a row leaves out. */
  readonly defaults: JsonRecord;
}

/** Identifies a source in stores; the customer is the tenant. */
export interface ModularSourceRef {
  readonly customerId: number;
  readonly inventorySourceId: number;
}
