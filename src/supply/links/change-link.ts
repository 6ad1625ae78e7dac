import { z } from "zod";
import { type CallContext, type Context, installationDb } from "../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../ground/kernel/errors.ts";
import { step } from "../../ground/kernel/step.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import { lockOwnStorefront } from "../storefronts/index.ts";
import { announceLink } from "./announce-link.ts";
import { answered, cancelled, isOver, type StorefrontLink, sideOf, type Verdict } from "./link.ts";
import { closesCircleOfAnyCustomers, findLink, linksOfSources, lockLink, updateLink } from "./store.ts";

export async function getLink({ db, viewer }: Context, linkId: number): Promise<StorefrontLink> {
  return found(await findLink(db, viewer.customerId, linkId), linkId);
}

/** The link that the viewer is about to approve; throws if there is nothing to approve. */
export async function draftApproval(ctx: Context, linkId: number): Promise<StorefrontLink> {
  const link = await lockInbound(ctx, linkId);
  answered(link, "approve", null, ctx.now);
  return link;
}

/**
 * A link can close a circle together with other storefronts' links, which neither side may see. So the check runs with
 * access to the whole installation.
 */
export async function closesCircle({ buyer, seller }: StorefrontLink, { perform }: CallContext): Promise<boolean> {
  const pair = { buyerStorefrontId: buyer.storefrontId, sellerStorefrontId: seller.storefrontId };
  return (await perform(lookForCircle, { customerId: NOBODY.customerId, ...pair })) ?? false;
}

const lookForCircle = step({
  name: "links.look-for-circle",
  reach: "installation",
  input: z.object({ customerId: z.int(), buyerStorefrontId: z.int(), sellerStorefrontId: z.int() }),
  handle: (pair, ctx) => closesCircleOfAnyCustomers(installationDb(ctx), pair),
});

/** Throws `Conflict` if the link would make the viewer's storefront a source of itself, through others. */
export async function approveLink(
  ctx: Context,
  { linkId, buyer }: StorefrontLink,
  circular: boolean,
  message: string | null,
): Promise<StorefrontLink> {
  if (circular)
    throw new Conflict(
      `${buyer.name} is already a source of yours, directly or through others: cancel that link first`,
    );
  return answerLink(ctx, linkId, "approve", message);
}

/** The seller's answer to a request. */
export async function answerLink(
  ctx: Context,
  linkId: number,
  verdict: Verdict,
  message: string | null,
): Promise<StorefrontLink> {
  const link = answered(await lockInbound(ctx, linkId), verdict, message, ctx.now);
  await updateLink(ctx.db, ctx.viewer.customerId, link);
  await announceLink(ctx, link, verdict === "approve" ? "approved" : "rejected");
  return link;
}

/** Ends a link or a request for one; either side can do so. */
export async function cancelLink(ctx: Context, linkId: number): Promise<StorefrontLink> {
  const { customerId } = ctx.viewer;
  const before = found(await lockLink(ctx.db, customerId, linkId), linkId);
  const link = cancelled(before, sideOf(before, customerId), ctx.now);
  await updateLink(ctx.db, customerId, link);
  await announceLink(ctx, link, "cancelled");
  return link;
}

/** Removing a source ends its link. */
export async function cancelLinkOfSource(ctx: Context, inventorySourceId: number): Promise<void> {
  const link = (await linksOfSources(ctx.db, ctx.viewer.customerId, [inventorySourceId])).get(inventorySourceId);
  if (link && !isOver(link)) await cancelLink(ctx, link.linkId);
}

async function lockInbound(ctx: Context, linkId: number): Promise<StorefrontLink> {
  await lockOwnStorefront(ctx);
  const link = await lockLink(ctx.db, ctx.viewer.customerId, linkId);
  return found(link && sideOf(link, ctx.viewer.customerId) === "SELLER" ? link : undefined, linkId);
}

function found(link: StorefrontLink | undefined, linkId: number): StorefrontLink {
  if (!link) throw new NotFound(`there is no storefront link ${linkId} that waits for you or is yours`);
  return link;
}
