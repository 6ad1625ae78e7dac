import type { output } from "zod";
import type { EventType } from "../event-type.ts";
import type { CustomData, EventInput, UserMatch } from "./schema.ts";

/** Something that a person did at the advertiser, online or offline. Its source, type and id together identify it. */
export interface LoggedEvent {
  readonly eventId: string;
  readonly eventType: EventType;
  readonly eventTime: Date;
  readonly actionSource: string | null;
  readonly eventSourceUrl: string | null;
  readonly customEventName: string | null;
  /** `userMatch` and `customData` are stored in AdCP's spelling. */
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
