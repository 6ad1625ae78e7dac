import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { integerId, itemsPage, limitOffset } from "../../ground/kernel/query.ts";
import { type LinkedParty, type StorefrontLink, sideOf } from "./link.ts";

const Status = z.enum(["PENDING", "ACTIVE", "REJECTED", "CANCELLED"]);
/** A message from one side to the other. */
export const LinkMessage = z.string().trim().min(1).max(1000);

export const LinkPath = z.object({ linkId: integerId("linkId") });

export const LinkListQuery = z.object({
  direction: z
    .enum(["inbound", "outbound"])
    .default("inbound")
    .describe(
      "inbound: storefronts that sell from yours, or ask to; outbound: storefronts that yours sells from, or asks to",
    ),
  status: Status.optional(),
  ...limitOffset(100, 20),
});

export const AnswerBody = z.object({
  responseMessage: LinkMessage.optional().describe("Shown to the storefront that asked"),
});

const PartyView = z
  .object({
    storefrontId: z.string().describe("A decimal number, as a string"),
    platformId: z.string(),
    name: z.string(),
    publisherDomain: z.string().nullable(),
  })
  .meta({ id: "LinkedParty" });

const common = {
  status: Status,
  buyer: PartyView.describe("The storefront that asked, which buys"),
  seller: PartyView.describe("The storefront that was asked, which sells"),
  requestMessage: z.string().nullable(),
  responseMessage: z.string().nullable(),
  requestedAt: z.iso.datetime(),
  respondedAt: z.iso.datetime().nullable(),
  cancelledAt: z.iso.datetime().nullable(),
  cancelledBy: z.enum(["BUYER", "SELLER"]).nullable(),
};

/** The link as shown with a source that is another storefront (storefront contract §4.7). */
export const LinkedStorefrontView = z.object({ linkId: z.int(), ...common }).meta({ id: "LinkedStorefront" });

export const LinkView = z
  .object({ linkId: z.int(), direction: z.enum(["inbound", "outbound"]), ...common })
  .meta({ id: "StorefrontLink" });

export const LinkListView = z.object({
  items: z.array(LinkView),
  total: z.int(),
  hasMore: z.boolean(),
  nextOffset: z.int().nullable(),
});

export function linkedViewOf(link: StorefrontLink): z.input<typeof LinkedStorefrontView> {
  const { linkId, status, requestMessage, responseMessage, cancelledBy } = link;
  return {
    linkId,
    status,
    buyer: partyViewOf(link.buyer),
    seller: partyViewOf(link.seller),
    requestMessage,
    responseMessage,
    requestedAt: link.requestedAt.toISOString(),
    respondedAt: instantOf(link.respondedAt),
    cancelledAt: instantOf(link.cancelledAt),
    cancelledBy,
  };
}

export function viewOf(link: StorefrontLink, customerId: number): z.input<typeof LinkView> {
  return { ...linkedViewOf(link), direction: sideOf(link, customerId) === "SELLER" ? "inbound" : "outbound" };
}

export function listViewOf(
  links: readonly StorefrontLink[],
  total: number,
  offset: number,
  customerId: number,
): z.input<typeof LinkListView> {
  const items = links.map((link) => viewOf(link, customerId));
  return itemsPage(items, total, offset);
}

function partyViewOf({ storefrontId, platformId, name, publisherDomain }: LinkedParty): z.input<typeof PartyView> {
  return { storefrontId: String(storefrontId), platformId, name, publisherDomain };
}
