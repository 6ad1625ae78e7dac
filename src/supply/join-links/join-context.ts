import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { contextOf, type JoinLinkContext, type OpenLink } from "./link-preview.ts";
import { findOpenLinkOfAnySeller } from "./store.ts";

/** A visitor who opens a link has no tenant, so the transaction can see the whole installation. */
type PublicContext = Pick<Context, "db" | "reach" | "now" | "installation">;

/** Undefined for an invalid link, whatever makes it invalid. */
export async function findOpenLink(ctx: PublicContext, slug: string): Promise<OpenLink | undefined> {
  if (!ctx.installation.signUpOpen) return undefined;
  return findOpenLinkOfAnySeller(installationDb(ctx), slug, ctx.now);
}

export async function readJoinContext(ctx: PublicContext, slug: string): Promise<JoinLinkContext> {
  return contextOf(slug, (await findOpenLink(ctx, slug))?.preview);
}
