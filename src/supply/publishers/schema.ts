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
      .describe("Domains, or addresses on them"),
  })
  .meta({ id: "Publishers" });

export const PublisherBody = z
  .object({ domain: domainInput.describe("The publisher's domain, or an address on it") })
  .meta({ id: "NewPublisher" });

export const PublisherPath = z.object({ domain: domainInput });

const PublisherView = z.object({
  domain: z.string(),
  provenance: z
    .enum(["declared", "crawled", "discovered"])
    .describe("declared: by you; discovered: an agent behind one of your sources says that it sells for them"),
  adagentsStatus: z
    .enum(["resolved", "no_adagents", "invalid", "error", "pending"])
    .nullable()
    .describe("What came of reading the publisher's adagents.json; null before it was tried"),
  authorizationStatus: z
    .enum(["authorized", "unauthorized", "unknown"])
    .nullable()
    .describe("unauthorized: its file does not let your agent sell for it, and buyers are not shown it as yours"),
  authorizationReason: z
    .enum(["no_file", "file_invalid", "agent_not_listed", "agent_untyped", "agent_not_property_bound", "authorized"])
    .nullable(),
  propertyCount: z.int().nullable().describe("How many properties of its own the publisher's file names"),
  lastSyncedAt: z.iso.datetime().nullable(),
});

export const PublisherListView = z
  .object({
    publishers: z.array(PublisherView),
    total: z.int(),
    verified: z.int().describe("How many of them say that your agent may sell for them"),
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
