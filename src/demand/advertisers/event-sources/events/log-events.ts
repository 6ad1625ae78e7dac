import type { output } from "zod";
import { type Context, wallOf } from "../../../../ground/kernel/context.ts";
import { Invalid } from "../../../../ground/kernel/errors.ts";
import { getAdvertiser } from "../../get-advertiser.ts";
import type { EventSource } from "../event-source.ts";
import { findEventSources, recordSeen } from "../store.ts";
import { fromAdcpEvent, type LoggedEvent } from "./event.ts";
import type { LoggedBatch, RefusedEvent } from "./logged-batch.ts";
import { matchQualityOf } from "./match-quality.ts";
import { refusalOf } from "./refusal.ts";
import type { LogEventBody } from "./schema.ts";
import { insertEvents } from "./store.ts";
import { warningsOf } from "./warnings.ts";

/**
 * Accepts a batch of events from one source. Each event is stored once, however often it is sent, and a refused event does not
 * hold up the others.
 */
export async function logEvents(
  ctx: Context,
  advertiserId: number,
  { event_source_id, events, test_event_code: testCode }: output<typeof LogEventBody>,
): Promise<LoggedBatch> {
  const { db, viewer, now, installation } = ctx;
  const source = await registeredSource(ctx, advertiserId, event_source_id);
  const window = { now, retentionDays: installation.eventRetentionDays };
  const taken: LoggedEvent[] = [];
  const refused: RefusedEvent[] = [];
  for (const event of events.map(fromAdcpEvent)) {
    const refusal = refusalOf(event, source, window);
    if (refusal) refused.push({ eventId: event.eventId, ...refusal });
    else taken.push(event);
  }
  const written = await insertEvents(db, viewer.customerId, source, taken, { testCode, receivedAt: wallOf(ctx) });
  if (testCode === undefined) await note(ctx, source, taken, refused);
  return {
    received: events.length,
    written,
    refused,
    warnings: warningsOf(taken, { repeated: taken.length - written, testCode, source }),
    matchQuality: matchQualityOf(taken),
  };
}

async function registeredSource(ctx: Context, advertiserId: number, eventSourceId: string): Promise<EventSource> {
  await getAdvertiser(ctx, advertiserId);
  const [source] = await findEventSources(ctx.db, ctx.viewer.customerId, advertiserId, [eventSourceId]);
  if (source) return source;
  throw new Invalid(
    `event_source_id: advertiser ${advertiserId} has no event source ${eventSourceId}: register it with event-sources/sync`,
    { field: "event_source_id" },
  );
}

async function note(
  { db, viewer, now }: Context,
  source: EventSource,
  taken: readonly LoggedEvent[],
  refused: readonly RefusedEvent[],
): Promise<void> {
  const latest = taken.reduce<LoggedEvent | undefined>(
    (latest, event) => (latest && latest.eventTime > event.eventTime ? latest : event),
    undefined,
  );
  const failed = refused.at(-1);
  await recordSeen(db, viewer.customerId, source, {
    lastEventAt: latest?.eventTime ?? null,
    lastEventType: latest?.eventType ?? null,
    lastEventReceivedAt: latest ? now : null,
    lastError: failed ? `${failed.code}: ${failed.message}` : null,
    lastErrorAt: failed ? now : null,
  });
}
