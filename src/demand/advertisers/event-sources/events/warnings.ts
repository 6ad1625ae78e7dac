import type { EventSource } from "../event-source.ts";
import type { LoggedEvent } from "./event.ts";
import { strengthOf } from "./match-quality.ts";

interface WarningContext {
  /** How many of the events had already been logged. */
  readonly repeated: number;
  readonly testCode: string | undefined;
  readonly source: EventSource;
}

/** Problems that are no reason to refuse an event, but worth checking. */
export function warningsOf(
  events: readonly LoggedEvent[],
  { repeated, testCode, source: { testEventCode } }: WarningContext,
): string[] {
  const warnings: string[] = [];
  const warn = (count: number, message: string) => {
    if (count > 0) warnings.push(`${message}: ${count} of ${events.length} events`);
  };
  const countOf = (is: (event: LoggedEvent) => boolean) => events.filter(is).length;
  warn(repeated, "logged before, and counted once");
  warn(
    countOf((event) => strengthOf(event) === 0),
    "nothing to match a person by, such as user_match.hashed_email or user_match.click_id",
  );
  warn(
    countOf(({ customData }) => customData?.value !== undefined && customData.currency === undefined),
    "custom_data.value without custom_data.currency",
  );
  warn(
    countOf(({ eventType, customEventName }) => eventType === "custom" && !customEventName),
    "event_type custom without custom_event_name",
  );
  if (testCode !== undefined && testEventCode !== null && testCode !== testEventCode) {
    warnings.push("test_event_code: it is not the one that this source is registered with");
  }
  return warnings;
}
