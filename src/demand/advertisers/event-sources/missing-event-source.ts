import type { Context } from "../../../ground/kernel/context.ts";
import { findEventSources } from "./store.ts";

/** The first of these ids that does not name an event source of the advertiser. */
export async function missingEventSource(
  { db, viewer }: Pick<Context, "db" | "viewer">,
  advertiserId: number,
  eventSourceIds: readonly string[],
): Promise<string | undefined> {
  if (eventSourceIds.length === 0) return undefined;
  const sources = await findEventSources(db, viewer.customerId, advertiserId, eventSourceIds);
  const known = new Set(sources.map(({ eventSourceId }) => eventSourceId));
  return eventSourceIds.find((id) => !known.has(id));
}
