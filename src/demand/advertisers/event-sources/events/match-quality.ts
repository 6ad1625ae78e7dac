import type { LoggedEvent } from "./event.ts";

/**
 * How well the people behind the events can be recognised, from 0 to 1. It is the mean over all events: 1 for a personal
 * identifier (a hash, a universal id, a click), ½ for an IP address with a browser, and 0 for less.
 */
export function matchQualityOf(events: readonly LoggedEvent[]): number | undefined {
  if (events.length === 0) return undefined;
  const sum = events.reduce((total, event) => total + strengthOf(event), 0);
  return Math.round((sum / events.length) * 100) / 100;
}

export function strengthOf({ userMatch }: LoggedEvent): 0 | 0.5 | 1 {
  if (!userMatch) return 0;
  const { uids, hashed_email, hashed_phone, click_id, client_ip, client_user_agent } = userMatch;
  if (uids?.length || hashed_email || hashed_phone || click_id) return 1;
  return client_ip && client_user_agent ? 0.5 : 0;
}
