import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { integerId, limitOffset } from "../../ground/kernel/query.ts";
import { storefrontRef } from "../storefronts/index.ts";
import type { Review } from "./review.ts";
import { isConnected, type VisibleStorefront } from "./visible-storefront.ts";

export const StorefrontPath = z.object({ storefrontId: storefrontRef });

export const StorefrontListQuery = z.object({
  ...limitOffset(50, 20),
  name: z.string().max(255).optional().describe("Part of the name, ignoring case"),
});

const identity = { id: z.int(), platformId: z.string(), name: z.string(), publisherDomain: z.string().nullable() };

export const StorefrontSummaryView = z
  .object({
    ...identity,
    sourceCount: z.int(),
    connectedSourceCount: z
      .int()
      .describe("Those that you can buy from: you have a working credential, or they require none"),
  })
  .meta({ id: "BuyerStorefrontSummary" });

export const BuyerStorefrontView = z
  .object({
    ...identity,
    sources: z.array(
      z.object({
        sourceId: z.string(),
        name: z.string(),
        requiresCredentials: z.boolean(),
        connected: z.boolean().describe("You have a working credential for the source, or it requires none"),
        customerAccounts: z.array(
          z.object({
            accountIdentifier: z.string(),
            status: z.enum(["PENDING", "ACTIVE"]),
            statusReason: z.string().nullable().describe("Why it no longer works, and what to do"),
            endsAt: z.iso
              .datetime()
              .nullable()
              .describe("When you have to consent again, in real time; null if it has no known end, or renews itself"),
          }),
        ),
        agentId: z.string().nullable(),
        protocol: z.enum(["MCP", "A2A"]).nullable(),
      }),
    ),
  })
  .meta({ id: "BuyerStorefront" });

export const UpcomingStorefrontView = z
  .object({
    id: z.int(),
    name: z.string(),
    publisherDomain: z.string().nullable(),
    status: z.enum(["UNCLAIMED", "VERIFICATION", "CONFIGURING", "TESTING", "TRANSACTING"]),
  })
  .meta({ id: "UpcomingStorefront" });

const State = z.enum(["PENDING_REVIEW", "LISTED", "HIDDEN"]);

export const ReviewListQuery = z.object({ ...limitOffset(100, 20), state: State.optional() });
export const ReviewPath = z.object({ storefrontId: integerId("storefrontId") });
export const HideBody = z
  .object({ reason: z.string().trim().min(1).max(1000).optional() })
  .meta({ id: "HideStorefront" });

export const ReviewView = z
  .object({
    storefrontId: z.string().describe("A decimal number, as a string"),
    platformId: z.string(),
    name: z.string(),
    publisherDomain: z.string().nullable(),
    customerId: z.int(),
    company: z.string(),
    marketplaceState: State,
    reason: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    isPaused: z.boolean(),
    archivedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "StorefrontReview" });

export function viewOf(storefront: VisibleStorefront): z.input<typeof BuyerStorefrontView> {
  const { storefrontId, platformId, name, publisherDomain, sources } = storefront;
  return {
    id: storefrontId,
    platformId,
    name,
    publisherDomain,
    sources: sources.map((source) => ({
      ...source,
      connected: isConnected(source),
      customerAccounts: source.customerAccounts.map(({ endsAt, ...account }) => ({
        ...account,
        endsAt: endsAt === null ? null : new Date(endsAt).toISOString(),
      })),
    })),
  };
}

export function reviewViewOf(review: Review): z.input<typeof ReviewView> {
  const { storefrontId, state, decidedAt, archivedAt, createdAt, ...rest } = review;
  return {
    ...rest,
    storefrontId: String(storefrontId),
    marketplaceState: state,
    decidedAt: instantOf(decidedAt),
    archivedAt: instantOf(archivedAt),
    createdAt: createdAt.toISOString(),
  };
}
