import { z } from "zod";
import { after, DAY_MS, startOfDay } from "../../ground/kernel/clock.ts";
import { integerId, queryList, takeSkip, wholeNumber } from "../../ground/kernel/query.ts";
import { ACTIONS, describeEntry, type LogEntry } from "./log/log-entry.ts";
import type { LogFilter } from "./log/store.ts";

const Instant = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

export const LogQuery = z.object({
  ...takeSkip,
  take: wholeNumber("take", 1, 500).optional().describe("By default 50, at most 500"),
  startDate: Instant.optional().describe("From this time on; a date begins at midnight UTC"),
  endDate: Instant.optional().describe("Up to this time; a date includes the whole day"),
  advertiserId: integerId("advertiserId")
    .optional()
    .describe("An advertiser, its campaigns, and what happened in them"),
  campaignId: z.string().max(64).optional().describe("A campaign and what happened in it"),
  resourceTypes: queryList(z.string().regex(/^[A-Z_]{1,40}$/, "a kind of resource in capitals, such as CAMPAIGN"))
    .optional()
    .describe(
      "ADVERTISER, CAMPAIGN, CREATIVE, MEDIA_BUY, STOREFRONT, INVENTORY_SOURCE and others, separated by commas",
    ),
  resourceId: z.string().max(255).optional(),
  inventorySourceId: z.string().max(255).optional().describe("A source, for storefronts"),
  actions: queryList(z.enum(ACTIONS)).optional(),
  outcome: z.enum(["succeeded", "denied", "failed"]).default("succeeded"),
  actorOrigin: z
    .enum(["human", "agent", "autonomous", "system"])
    .optional()
    .describe("human: with a key or a browser; agent: through a connected application"),
  actorUserId: integerId("actorUserId").optional(),
  actorUserEmail: z.string().max(254).optional(),
});

export const LogEntryView = z
  .object({
    id: z.int().describe("The entry's number in your organisation's log, starting at 1"),
    timestamp: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    action: z.string(),
    operation: z.string().describe("The operation or job that did it"),
    resourceType: z.string(),
    resourceId: z.string().nullable(),
    resourceName: z.string().nullable(),
    parentType: z.string().nullable(),
    advertiserId: z.int().nullable(),
    campaignId: z.string().nullable(),
    userId: z.int().nullable(),
    userEmail: z.string().nullable(),
    userName: z.string().nullable(),
    sessionId: z.string().nullable().describe("The browser session used; null for a key or a job"),
    serviceTokenId: z.int().nullable(),
    serviceTokenName: z.string().nullable(),
    application: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe("The connected application that acted for the person"),
    actingGrantId: z.string().nullable().describe("The grant of an operator who acted for the organisation"),
    actorOrigin: z.enum(["human", "agent", "system"]),
    outcome: z.string(),
    parameters: z.record(z.string(), z.unknown()).nullable(),
    changes: z.record(z.string(), z.unknown()).nullable().describe("By field, {from, to}; never contains secrets"),
    description: z.string().describe("The entry as a sentence"),
  })
  .meta({ id: "AuditLog" });

export const VerificationView = z
  .object({
    intact: z.boolean(),
    entries: z.int().describe("How many entries are intact, from the first on"),
    brokenAt: z.int().nullable().describe("The first entry that was changed, removed or inserted"),
  })
  .meta({ id: "AuditLogVerification" });

/** Names under which sellers' clients know some kinds of resources. */
const ALSO: Readonly<Record<string, string>> = { STOREFRONT_INVENTORY_SOURCE: "INVENTORY_SOURCE" };

export function filterOf(query: z.output<typeof LogQuery>): LogFilter {
  const { startDate, endDate, inventorySourceId, resourceTypes, ...same } = query;
  const kinds = resourceTypes?.map((kind) => ALSO[kind] ?? kind);
  return {
    ...same,
    from: startDate === undefined ? undefined : new Date(startDate),
    until: endDate === undefined ? undefined : endOf(endDate),
    resourceTypes: inventorySourceId === undefined ? kinds : ["INVENTORY_SOURCE"],
    resourceId: inventorySourceId ?? same.resourceId,
    userId: query.actorUserId,
    userEmail: query.actorUserEmail,
  };
}

function endOf(endDate: string): Date {
  return endDate.includes("T") ? new Date(endDate) : after(startOfDay(endDate), DAY_MS - 1);
}

export function viewOf(entry: LogEntry): z.input<typeof LogEntryView> {
  const { sequence, at, ...rest } = entry;
  const time = at.toISOString();
  return {
    ...rest,
    id: sequence,
    timestamp: time,
    createdAt: time,
    resourceName: null,
    parentType: null,
    serviceTokenId: null,
    serviceTokenName: null,
    actorOrigin: originOf(entry),
    parameters: null,
    description: describeEntry(entry),
  };
}

export function lineOf(entry: LogEntry) {
  const { sequence, at, operation, action, resourceType, resourceId, outcome } = entry;
  const by = entry.userName ?? entry.userEmail;
  return [sequence, at.toISOString(), by, operation, action, resourceType, resourceId, outcome, describeEntry(entry)];
}

function originOf({ application, userId }: LogEntry): "human" | "agent" | "system" {
  if (application) return "agent";
  return userId === null ? "system" : "human";
}
