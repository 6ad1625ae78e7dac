import type { output } from "zod";
import type { EventType } from "../event-type.ts";
import type { CustomData, EventInput, UserMatch } from "./schema.ts";

/** Something that somebody did at the advertiser, online or off. Known by its source, its type and its id together. */
export interface LoggedEvent {
  readonly eventId: string;
  readonly eventType: EventType;
  readonly eventTime: Date;
  readonly actionSource: string | null;
  readonly eventSourceUrl: string | null;
  readonly customEventName: string | null;
  /** This and `customData` are stored as AdCP spells them. */
  readonly userMatch: output<typeof UserMatch> | null;
  readonly customData: output<typeof CustomData> | null;
}

export function fromAdcpEvent(event: output<typeof EventInput>): LoggedEvent {
  return {
    eventId: event.event_id,
    eventType: event.event_type,
    eventTime: new Date(event.event_time),
    actionSource: event.action_source ?? null,
    eventSourceUrl: event.event_source_url === undefined ? null : bareUrl(event.event_source_url),
    customEventName: event.custom_event_name ?? null,
    userMatch: event.user_match ?? null,
    customData: event.custom_data ?? null,
  };
}

/** Query strings contain what visitors typed, including email addresses: places are stored without them. */
function bareUrl(text: string): string {
  const url = new URL(text);
  for (const part of ["search", "hash", "username", "password"] as const) url[part] = "";
  return url.href;
}
