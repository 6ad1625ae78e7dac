import { after, DAY_MS, HOUR_MS } from "../../../../ground/kernel/clock.ts";
import { bareDomain } from "../../../../ground/kernel/domain.ts";
import type { EventSource } from "../event-source.ts";
import type { LoggedEvent } from "./event.ts";
import type { Refusal } from "./logged-batch.ts";

/** The period in which an event must have happened to be accepted. */
export interface TimeWindow {
  readonly now: Date;
  readonly retentionDays: number;
}

/** How far the sender's clock may be ahead of ours. */
const SKEW_MS = HOUR_MS;

/** Why this source's event is refused; undefined if it is not. */
export function refusalOf(event: LoggedEvent, source: EventSource, window: TimeWindow): Refusal | undefined {
  return wrongType(event, source) ?? wrongPlace(event, source) ?? wrongTime(event, window);
}

function wrongType({ eventType }: LoggedEvent, { eventTypes, eventSourceId }: EventSource): Refusal | undefined {
  if (!eventTypes || eventTypes.includes(eventType)) return undefined;
  return {
    code: "EVENT_TYPE_NOT_ALLOWED",
    message: `event_type: ${eventSourceId} is registered for ${eventTypes.join(", ")}: sync it with ${eventType} too`,
  };
}

function wrongPlace({ actionSource, eventSourceUrl }: LoggedEvent, source: EventSource): Refusal | undefined {
  if (eventSourceUrl === null) {
    if (actionSource !== "website") return undefined;
    return { code: "URL_REQUIRED", message: "event_source_url: a website event must say on which page it happened" };
  }
  const { allowedDomains } = source;
  const host = bareDomain(new URL(eventSourceUrl).hostname);
  if (!allowedDomains || allowedDomains.some((domain) => host === domain || host?.endsWith(`.${domain}`))) {
    return undefined;
  }
  return {
    code: "DOMAIN_NOT_ALLOWED",
    message: `event_source_url: ${source.eventSourceId} may send events of ${allowedDomains.join(", ")} and its subdomains`,
  };
}

/**
 * An event's id is only remembered as long as the event is stored. An older event could therefore be counted twice, so it is
 * refused.
 */
function wrongTime({ eventTime }: LoggedEvent, { now, retentionDays }: TimeWindow): Refusal | undefined {
  if (eventTime > after(now, SKEW_MS)) {
    return { code: "EVENT_IN_FUTURE", message: `event_time: it is ${now.toISOString()}, and this is in the future` };
  }
  if (eventTime >= after(now, -retentionDays * DAY_MS)) return undefined;
  return { code: "EVENT_TOO_OLD", message: `event_time: events are accepted for ${retentionDays} days` };
}
