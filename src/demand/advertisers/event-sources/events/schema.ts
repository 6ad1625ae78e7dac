import { z } from "zod";
import { EventTypeName } from "../schema.ts";
import type { EventSummary } from "./event-summary.ts";
import type { LoggedBatch } from "./logged-batch.ts";

/** No personal data in clear text: AdCP 3.1 uses hashes instead. */
const refused = (instead: string) =>
  z
    .never({ error: `personal data in clear text is refused: ${instead}` })
    .optional()
    .describe(`Refused: ${instead}`);

/** A generated identifier, not an address. */
const opaque = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => !text.includes("@"), "this looks like an e-mail address: send its SHA-256 as hashed_email");

const hash = z.string().regex(/^[a-f0-9]{64}$/, "a SHA-256, as 64 lower-case hexadecimal digits");

export const UserMatch = z
  .object({
    uids: z
      .array(z.object({ type: z.string().min(1).max(64), value: opaque(512) }))
      .max(50)
      .optional(),
    hashed_email: hash.optional().describe("SHA-256 of the email address, trimmed and in lower case"),
    hashed_phone: hash.optional().describe("SHA-256 of the phone number in E.164"),
    click_id: opaque(512).optional(),
    click_id_type: z.string().max(64).optional().describe("The click identifier's type, such as gclid"),
    client_ip: z.string().max(45).optional(),
    client_user_agent: z.string().max(512).optional(),
    email: refused("send hashed_email"),
    phone: refused("send hashed_phone"),
    phone_number: refused("send hashed_phone"),
    name: refused("leave it out"),
    first_name: refused("leave it out"),
    last_name: refused("leave it out"),
    address: refused("leave it out"),
    date_of_birth: refused("leave it out"),
  })
  .meta({ id: "UserMatch" });

export const CustomData = z
  .object({
    value: z.number().optional().describe("In major units of the currency"),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "an ISO-4217 code, such as USD")
      .optional(),
    order_id: z.string().max(256).optional(),
    content_ids: z.array(z.string().max(256)).max(1000).optional(),
    content_type: z.string().max(128).optional(),
    content_name: z.string().max(512).optional(),
    content_category: z.string().max(512).optional(),
    num_items: z.int().min(0).optional(),
    search_string: z.string().max(512).optional(),
    progress_percent: z.number().min(0).max(100).optional(),
    progress_seconds: z.number().min(0).optional(),
    contents: z
      .array(
        z.object({
          id: z.string().max(256),
          quantity: z.int().min(1).optional(),
          price: z.number().optional(),
          brand: z.string().max(256).optional(),
        }),
      )
      .max(1000)
      .optional(),
  })
  .meta({ id: "EventCustomData" });

export const EventInput = z
  .object({
    event_id: z
      .string()
      .min(1)
      .max(256)
      .describe("Your own id; with the source and the type it identifies the event permanently"),
    event_type: EventTypeName,
    event_time: z.iso.datetime({ offset: true }),
    user_match: UserMatch.optional().describe("The person, as hashes and identifiers; never in clear text"),
    custom_data: CustomData.optional(),
    action_source: z.enum(["website", "app", "in_store", "phone_call", "system_generated", "other"]).optional(),
    event_source_url: z
      .url()
      .max(4096)
      .optional()
      .describe("Required if action_source is website; stored without its query string"),
    custom_event_name: z.string().max(256).optional().describe("The name of a custom event"),
  })
  .meta({ id: "LoggedEvent" });

export const LogEventBody = z
  .object({
    event_source_id: z.string().min(1).max(256),
    events: z.array(EventInput).min(1).max(10_000),
    test_event_code: z
      .string()
      .min(1)
      .max(256)
      .optional()
      .describe("Marks the events as tests: they are validated and stored separately under this code, and not counted"),
  })
  .meta({ id: "LogEvent" });

export const LoggedView = z.object({
  events_received: z.int(),
  events_processed: z
    .int()
    .describe("How many this request stored, not counting those that failed or had already been logged"),
  partial_failures: z.array(z.object({ event_id: z.string(), code: z.string(), message: z.string() })),
  warnings: z.array(z.string()),
  match_quality: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      "How well the people in the accepted events can be matched: 1 for an event with a hash, a universal id or a " +
        "click, half for an IP address with a user agent",
    ),
});

const hour = z.iso
  .datetime({ offset: true })
  .max(32)
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:00:00(Z|[+-]\d{2}:\d{2})$/,
    "the beginning of an hour, such as 2026-03-27T14:00:00Z",
  );

const SummaryType = z.enum(["conversion", "click", "impression", "measurement", "mmp"]);

export const EventSummaryQuery = z.object({
  eventType: SummaryType.optional(),
  startHour: hour.optional().describe("Inclusive; by default, an hour before the end"),
  endHour: hour.optional().describe("Exclusive; by default, the end of the last full UTC hour"),
});

export const EventSummaryView = z
  .object({
    periodStart: z.iso.datetime(),
    periodEnd: z.iso.datetime(),
    entries: z.array(z.object({ eventHour: z.iso.datetime(), eventType: SummaryType, eventCount: z.int() })),
    totalEventCount: z.int(),
  })
  .meta({ id: "EventSummary" });

export function loggedView({
  received,
  written,
  refused,
  warnings,
  matchQuality,
}: LoggedBatch): z.input<typeof LoggedView> {
  return {
    events_received: received,
    events_processed: written,
    partial_failures: refused.map(({ eventId, code, message }) => ({ event_id: eventId, code, message })),
    warnings: [...warnings],
    ...(matchQuality !== undefined && { match_quality: matchQuality }),
  };
}

export function summaryView({ from, to, counts }: EventSummary): z.input<typeof EventSummaryView> {
  return {
    periodStart: from.toISOString(),
    periodEnd: to.toISOString(),
    entries: counts.map(({ hour, count }) => ({
      eventHour: hour.toISOString(),
      eventType: "conversion" as const,
      eventCount: count,
    })),
    totalEventCount: counts.reduce((total, { count }) => total + count, 0),
  };
}
