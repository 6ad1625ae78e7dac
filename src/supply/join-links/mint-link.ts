import type { Context } from "../../ground/kernel/context.ts";
import { AccessDenied, Conflict, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { wantBrand } from "../../platform/brands/index.ts";
import { lockOwnStorefront, type Storefront } from "../storefronts/index.ts";
import { type JoinLink, slugsFor } from "./join-link.ts";
import type { NewJoinLinkBody } from "./schema.ts";
import { findSellerOfStorefront, insertJoinLink } from "./store.ts";

/** A new link, under the requested slug or under the first free slug for the storefront's name. */
export async function mintLink(ctx: Context, body: NewJoinLinkBody): Promise<JoinLink> {
  const { db, viewer, now } = ctx;
  const { storefrontId } = body;
  const storefront = await (storefrontId === undefined ? lockOwnStorefront(ctx) : ownStorefront(ctx, storefrontId));
  if (storefront.operatorDomain !== null) await wantBrand(ctx, storefront.operatorDomain);
  const link = {
    customerId: viewer.customerId,
    storefrontId: storefront.storefrontId,
    approvalPolicy: body.approvalPolicy,
    posture: "prepay" as const,
    expiresAt: expiryOf(body, now),
    maxUses: body.maxUses ?? null,
  };
  for (const slug of body.slug ? [body.slug] : slugsFor(storefront.name, randomOf(ctx))) {
    const minted = await insertJoinLink(db, link, slug, now);
    if (minted) return minted;
  }
  const taken = body.slug
    ? `an active join link has the slug ${body.slug}`
    : "every slug of the storefront's name is taken";
  throw new Conflict(`${taken}: choose another`, { field: "slug" });
}

/** Storefront numbers are public, so naming somebody else's storefront gets an explicit refusal (storefront contract §2.1). */
async function ownStorefront(ctx: Context, storefrontId: number): Promise<Storefront> {
  const seller = await findSellerOfStorefront(ctx.db, storefrontId);
  if (seller === undefined) throw new NotFound(`there is no storefront ${storefrontId}`, { field: "storefrontId" });
  if (seller !== ctx.viewer.customerId)
    throw new AccessDenied(`storefront ${storefrontId} is not your organisation's`, { field: "storefrontId" });
  return lockOwnStorefront(ctx);
}

function expiryOf({ expiresAt }: NewJoinLinkBody, now: Date): Date | null {
  if (expiresAt === undefined) return null;
  const expiry = new Date(expiresAt);
  if (expiry > now) return expiry;
  throw new Invalid("expiresAt: a link expires in the future, or never", { field: "expiresAt" });
}

function randomOf({ random }: Context): string {
  return Buffer.from(random.bytes(4)).toString("hex");
}
