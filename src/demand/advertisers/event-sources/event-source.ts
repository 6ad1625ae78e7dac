import type { EventMapping } from "./event-mapping.ts";
import type { EventType } from "./event-type.ts";

/** A channel that sends an advertiser's events: a pixel, an SDK, a CRM's export. */
export interface EventSource extends NewEventSource {
  readonly advertiserId: number;
  readonly seen: Seen;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewEventSource {
  /** Chosen by the buyer, and unique for the advertiser. */
  readonly eventSourceId: string;
  readonly name: string;
  /** Null for every type. */
  readonly eventTypes: readonly EventType[] | null;
  /** Bare domains, each with everything below it; null for anywhere. */
  readonly allowedDomains: readonly string[] | null;
  readonly integrationPlatform: string | null;
  readonly mapping: EventMapping | null;
  /** The code that its test events are expected under. */
  readonly testEventCode: string | null;
}

/** What was last seen of a source, except tests. */
export interface Seen {
  readonly lastEventAt: Date | null;
  readonly lastEventReceivedAt: Date | null;
  readonly lastEventType: EventType | null;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

/** A refused event is a reason to check, until a batch without one arrives. */
export function healthOf({
  lastEventReceivedAt: received,
  lastErrorAt: failed,
}: Seen): "not_seen" | "receiving" | "needs_attention" {
  if (failed && (!received || failed >= received)) return "needs_attention";
  return received ? "receiving" : "not_seen";
}
