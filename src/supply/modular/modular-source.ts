import type { JsonRecord } from "./avails/avail.ts";

/** What a modular source is beyond being a source. */
export interface ModularSource {
  readonly customerId: number;
  readonly inventorySourceId: number;
  readonly storefrontId: number;
  readonly sourceId: string;
  readonly name: string;
  readonly status: string;
  readonly agentId: string | null;
  /** What its seller said about the systems behind it; nothing secret. */
  readonly setup: JsonRecord;
  readonly feed: Feed;
}

/** How avails come, and what came last. */
interface Feed {
  /** Each commit has the next number; 0 before the first. */
  readonly revision: number;
  readonly digest: string | null;
  /** When it was committed or confirmed last, by the seller's clock. */
  readonly confirmedAt: Date | null;
  readonly schedule: FeedSchedule | null;
  /** Why it could not be read when it was fetched last. */
  readonly error: string | null;
  readonly etag: string | null;
}

export interface FeedSchedule {
  readonly url: string;
  readonly everyHours: number;
  /** What stands where a row says nothing. */
  readonly defaults: JsonRecord;
}

/** Which source, for stores: the customer is the tenant's wall. */
export interface Place {
  readonly customerId: number;
  readonly inventorySourceId: number;
}
