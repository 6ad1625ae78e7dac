import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { domainInput } from "../../ground/kernel/domain.ts";
import type { Publisher } from "./publisher.ts";

export const PublishersBody = z
  .object({
    publishers: z
      .array(domainInput)
      .max(5000)
      .transform((domains) => [...new Set(domains)])
      .describe("Domains, or URLs on them"),
  })
  .meta({ id: "Publishers" });

export const PublisherBody = z
  .object({ domain: domainInput.describe("The publisher's domain, or a URL on it") })
  .meta({ id: "NewPublisher" });

export const PublisherPath = z.object({ domain: domainInput });

const PublisherView = z.object({
  domain: z.string(),
  provenance: z
    .enum(["declared", "crawled", "discovered"])
    .describe("declared: by you; discovered: an agent behind one of your sources says that it sells for the publisher"),
  adagentsStatus: z
    .enum(["resolved", "no_adagents", "invalid", "error", "pending"])
    .nullable()
    .describe("The result of reading the publisher's adagents.json; null before the first attempt"),
  authorizationStatus: z
    .enum(["authorized", "unauthorized", "unknown"])
    .nullable()
    .describe("unauthorized: its file does not allow your agent to sell for it, and buyers are not shown it as yours"),
  authorizationReason: z
    .enum(["no_file", "file_invalid", "agent_not_listed", "agent_untyped", "agent_not_property_bound", "authorized"])
    .nullable(),
  propertyCount: z.int().nullable().describe("How many properties the publisher's file lists"),
  lastSyncedAt: z.iso.datetime().nullable(),
});

export const PublisherListView = z
  .object({
    publishers: z.array(PublisherView),
    total: z.int(),
    verified: z.int().describe("How many of them your agent is authorised to sell"),
  })
  .meta({ id: "PublisherList" });

export function viewOf(publishers: readonly Publisher[]): z.input<typeof PublisherListView> {
  return {
    publishers: publishers.map(({ lastSyncedAt, ...publisher }) => ({
      ...publisher,
      lastSyncedAt: instantOf(lastSyncedAt),
    })),
    total: publishers.length,
    verified: publishers.filter(({ authorizationStatus }) => authorizationStatus === "authorized").length,
  };
}
