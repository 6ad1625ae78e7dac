import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { integerId, takeSkip } from "../../../ground/kernel/query.ts";
import { type EventMapping, MappingInput } from "./event-mapping.ts";
import { type EventSource, healthOf } from "./event-source.ts";
import { EVENT_TYPES } from "./event-type.ts";
import type { SyncOutcome } from "./sync-outcome.ts";

export const EventTypeName = z.enum(EVENT_TYPES).meta({ id: "EventType" });

const known = z.string().nullable();

const MappingView = z
  .object({
    eventIdField: known,
    eventTypeField: known,
    eventTimeField: known,
    userMatchFields: z.array(z.string()).nullable(),
    valueField: known,
    currencyField: known,
    orderIdField: known,
    contentIdsField: known,
    consentField: known,
    dedupeStrategy: known,
    notes: known,
  })
  .meta({ id: "EventSourceMapping" });

const HealthView = z
  .object({
    status: z
      .enum(["not_seen", "receiving", "needs_attention"])
      .describe("needs_attention: the last batch contained an event that was rejected"),
    lastEventAt: z.iso.datetime().nullable().describe("The latest time at which an event happened"),
    lastEventReceivedAt: z.iso.datetime().nullable(),
    lastEventType: EventTypeName.nullable(),
    lastError: z.string().nullable(),
    lastErrorAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "EventSourceHealth" });

export const EventSourceView = z
  .object({
    eventSourceId: z.string(),
    name: z.string(),
    eventTypes: z.array(EventTypeName).nullable().describe("Null: every type"),
    allowedDomains: z.array(z.string()).nullable().describe("Each includes its subdomains; null: any domain"),
    integrationPlatform: z.string().nullable(),
    mapping: MappingView.nullable(),
    testEventCode: z.string().nullable(),
    health: HealthView.describe("The events received; test events are excluded"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "EventSource" });

export const EventSourceListQuery = z.object(takeSkip);

const EventSourceInput = z.object({
  event_source_id: z.string().min(1).max(255).describe("Your own id; an existing source with this id is replaced"),
  name: z.string().min(1).max(255).optional().describe("By default, the id"),
  event_types: z.array(EventTypeName).min(1).max(100).optional().describe("By default, every type"),
  allowed_domains: z
    .array(z.string().min(1).max(2048))
    .max(250)
    .optional()
    .describe("The domains, with subdomains, from which its website events may come; by default, any"),
  integration_platform: z.string().min(1).max(128).optional(),
  mapping: MappingInput.optional().describe("Stored for whoever builds the feed; events arrive in our own fields"),
  test_event_code: z.string().max(256).optional(),
});

export const SyncEventSourcesBody = z
  .object({
    account: z.object({ account_id: integerId("account.account_id").describe("The advertiser in the path") }),
    event_sources: z.array(EventSourceInput).min(1).max(50),
    delete_missing: z
      .boolean()
      .default(false)
      .describe("Archives every source of the advertiser that is not listed here"),
  })
  .meta({ id: "SyncEventSources" });

const SetupView = z
  .object({
    snippet_type: z.enum(["javascript", "html", "pixel_url", "server_only"]),
    snippet: z.string().optional(),
    instructions: z.string(),
  })
  .meta({ id: "EventSourceSetup" });

export const SyncedView = z.object({
  event_sources: z.array(
    z.object({
      event_source_id: z.string(),
      action: z.enum(["created", "updated", "unchanged", "failed", "deleted"]),
      error: z.string().optional(),
      setup: SetupView.optional().describe("How to start sending; only for existing sources"),
    }),
  ),
});

export function eventSourceView(source: EventSource): z.input<typeof EventSourceView> {
  const { advertiserId: _, mapping, seen, createdAt, updatedAt, ...rest } = source;
  return {
    ...rest,
    eventTypes: rest.eventTypes && [...rest.eventTypes],
    allowedDomains: rest.allowedDomains && [...rest.allowedDomains],
    mapping: mapping && mappingView(mapping),
    health: {
      status: healthOf(seen),
      lastEventAt: instantOf(seen.lastEventAt),
      lastEventReceivedAt: instantOf(seen.lastEventReceivedAt),
      lastEventType: seen.lastEventType,
      lastError: seen.lastError,
      lastErrorAt: instantOf(seen.lastErrorAt),
    },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

const UNMAPPED = Object.fromEntries(Object.keys(MappingView.shape).map((name) => [name, null]));

function mappingView(mapping: EventMapping) {
  return { ...UNMAPPED, ...mapping } as z.input<typeof MappingView>;
}

/** Shows where the sources send their events: this server accepts events from other servers, and hosts no pixel. */
export function syncedView(outcomes: readonly SyncOutcome[], logEventUrl: string): z.input<typeof SyncedView> {
  return {
    event_sources: outcomes.map(({ eventSourceId, action, error }) => ({
      event_source_id: eventSourceId,
      action,
      ...(error !== undefined && { error }),
      ...(action !== "failed" && action !== "deleted" && { setup: setupOf(eventSourceId, logEventUrl) }),
    })),
  };
}

function setupOf(eventSourceId: string, logEventUrl: string): z.input<typeof SetupView> {
  return {
    snippet_type: "server_only",
    instructions:
      `From your server, POST { "event_source_id": ${JSON.stringify(eventSourceId)}, "events": [...] } to ${logEventUrl} ` +
      "with your API key. Add a test_event_code to try it: such events are validated, stored separately and not counted.",
  };
}
