import { Invalid, NotFound } from "../../../../ground/kernel/errors.ts";
import { operation } from "../../../../ground/kernel/operation.ts";
import { AdvertiserPath } from "../../schema.ts";
import { logEvents } from "./log-events.ts";
import { EventSummaryQuery, EventSummaryView, LogEventBody, LoggedView, loggedView, summaryView } from "./schema.ts";
import { summariseEvents } from "./summarise-events.ts";

/** Ten thousand events of eight hundred bytes. */
const LARGEST_BATCH_BYTES = 8 * 1024 * 1024;

export const logEvent = operation({
  id: "logEvent",
  share: "sync",
  api: "buyer",
  method: "post",
  path: "/advertisers/{advertiserId}/log-event",
  summary: "Log up to 10,000 events of a registered event source: AdCP's log_event",
  description:
    "Fields are spelt as in AdCP. An event is identified by its source, event_type and event_id, and counts once " +
    "however often it is sent. A batch may have up to 8 MiB. Returns 200 even if single events failed: " +
    "`partial_failures` says which (EVENT_TYPE_NOT_ALLOWED, URL_REQUIRED, DOMAIN_NOT_ALLOWED, EVENT_TOO_OLD, " +
    "EVENT_IN_FUTURE), and `warnings` what could be better. If an event is malformed or contains unhashed personal " +
    "data, the whole request fails and nothing is stored. Events are counted in events/summary; they are not " +
    "attributed to campaigns and do not change delivery reports.",
  tag: "Event sources",
  access: "write",
  params: AdvertiserPath,
  body: LogEventBody,
  bodyLimitBytes: LARGEST_BATCH_BYTES,
  answer: LoggedView,
  errors: [Invalid, NotFound],
  refs: { "params.advertiserId": "advertiser", "body.event_source_id": "eventSource" },
  audit: { resource: "EVENTS", action: "CREATE" },
  handle: async ({ params, body }, ctx) => loggedView(await logEvents(ctx, params.advertiserId, body)),
});

export const getEventSummary = operation({
  id: "getEventSummary",
  api: "buyer",
  method: "get",
  path: "/advertisers/{advertiserId}/events/summary",
  summary: "Count an advertiser's events by the hour",
  description:
    "Every event logged by log-event is a `conversion`, whatever its event_type, counted in the UTC hour in which " +
    "it happened; test events are excluded, and there is no lag. An hour without events has no entry. `impression` " +
    "and `click` never appear here, because sellers report those by day: see reporting/metrics. Neither do " +
    "`measurement` and `mmp`, because this server accepts no such feeds.",
  tag: "Reporting",
  access: "read",
  params: AdvertiserPath,
  query: EventSummaryQuery,
  answer: EventSummaryView,
  errors: [Invalid, NotFound],
  refs: { "params.advertiserId": "advertiser" },
  handle: async ({ params, query }, ctx) => summaryView(await summariseEvents(ctx, params.advertiserId, query)),
});
