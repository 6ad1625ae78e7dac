import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { contextOf, type JoinLinkContext, type LinkPreview } from "./link-preview.ts";
import { findOpenLinkOfAnySeller } from "./store.ts";

/** Whoever asks at the door has no tenant, so the transaction sees the installation. */
type AtTheGateway = Pick<Context, "db" | "reach" | "now">;

/** Undefined for a link that lets nobody in, whatever the cause. */
export async function findLinkPreview(ctx: AtTheGateway, slug: string): Promise<LinkPreview | undefined> {
  return (await findOpenLinkOfAnySeller(installationDb(ctx), slug, ctx.now))?.preview;
}

export async function readJoinContext(ctx: AtTheGateway, slug: string): Promise<JoinLinkContext> {
  return contextOf(slug, await findLinkPreview(ctx, slug));
}
