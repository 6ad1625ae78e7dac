import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { type JobReference, step } from "../../ground/kernel/step.ts";
import { notify } from "../../platform/notifications/index.ts";
import { type StorefrontLink, sideOf } from "./link.ts";
import { findLink } from "./store.ts";

const LinkEvent = z.enum(["requested", "approved", "rejected", "cancelled"]);
type LinkEvent = z.output<typeof LinkEvent>;

const FollowLink = z.object({ customerId: z.int(), linkId: z.int() });

/** Updates the source behind a link to match it; the sources area decides how. */
export const followLink: JobReference<z.output<typeof FollowLink>> = { name: "sources.follow-link", input: FollowLink };

/** Notifies the other side of a change to a link, and updates the buying side's source. */
export async function announceLink(ctx: Context, link: StorefrontLink, news: LinkEvent): Promise<void> {
  const { linkId, buyer, seller } = link;
  const other = sideOf(link, ctx.viewer.customerId) === "BUYER" ? seller : buyer;
  await ctx.enqueue(notifyOfLink, { customerId: other.customerId, linkId, news });
  if (news !== "requested") await ctx.enqueue(followLink, { customerId: buyer.customerId, linkId });
}

/** Notifies one side of a link of the other's action. Runs in the notified side's tenant. */
export const notifyOfLink = step({
  name: "links.tell-of-link",
  input: z.object({ customerId: z.int(), linkId: z.int(), news: LinkEvent }),
  async handle({ customerId, linkId, news }, ctx) {
    const link = await findLink(ctx.db, customerId, linkId);
    if (!link) return undefined;
    const about = { resourceType: "STOREFRONT_LINK", resourceId: String(linkId) } as const;
    await notify(ctx, { type: `storefront_link.${news}`, ...about, message: messageOf(link, news, customerId) });
    return { linkId };
  },
});

function messageOf(link: StorefrontLink, news: LinkEvent, customerId: number): string {
  const { linkId, buyer, seller, requestMessage, responseMessage } = link;
  const said = (words: string | null) => (words ? ` They say: ${words}` : "");
  switch (news) {
    case "requested":
      return (
        `${buyer.name} would like to sell from your storefront. Approve or reject it: ` +
        `POST /api/v2/storefront/storefront-links/${linkId}/approve or /reject.${said(requestMessage)}`
      );
    case "approved":
      return `${seller.name} is now a source of your storefront.${said(responseMessage)}`;
    case "rejected":
      return `${seller.name} will not become a source of your storefront.${said(responseMessage)}`;
    case "cancelled": {
      const other = sideOf(link, customerId) === "BUYER" ? seller : buyer;
      return `${other.name} has cancelled its link with your storefront. Nothing new can be bought through it; running buys continue.`;
    }
  }
}
