import type { EventMapping } from "./event-mapping.ts";
import type { EventType } from "./event-type.ts";

/** A channel that sends an advertiser's events: a pixel, an SDK, a CRM's export. */
export interface EventSource extends NewEventSource {
  readonly advertiserId: number;
  readonly seen: LastEvents;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewEventSource {
  /** Chosen by the buyer, and unique for the advertiser. */
  readonly eventSourceId: string;
  readonly name: string;
  /** Null if every event type is accepted. */
  readonly eventTypes: readonly EventType[] | null;
  /** Bare domains, each including its subdomains; null if any domain is allowed. */
  readonly allowedDomains: readonly string[] | null;
  readonly integrationPlatform: string | null;
  readonly mapping: EventMapping | null;
  /** The code that identifies the source's test events. */
  readonly testEventCode: string | null;
}

/** The latest that is known of a source's events; test events do not count. */
export interface LastEvents {
  readonly lastEventAt: Date | null;
  readonly lastEventReceivedAt: Date | null;
  readonly lastEventType: EventType | null;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

/** Refused events make a source worth checking until a batch arrives without any. */
export function healthOf({
  lastEventReceivedAt: received,
  lastErrorAt: failed,
}: LastEvents): "not_seen" | "receiving" | "needs_attention" {
  if (failed && (!received || failed >= received)) return "needs_attention";
  return received ? "receiving" : "not_seen";
}
