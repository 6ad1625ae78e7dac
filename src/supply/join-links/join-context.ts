import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { contextOf, type Door, type JoinLinkContext } from "./door.ts";
import { findOpenLinkOfAnySeller } from "./store.ts";

/** Whoever asks at the door has no tenant, so the transaction sees the installation. */
type AtTheDoor = Pick<Context, "db" | "reach" | "now">;

/** Undefined for a link that lets nobody in, whatever the cause. */
export async function findDoor(ctx: AtTheDoor, slug: string): Promise<Door | undefined> {
  return (await findOpenLinkOfAnySeller(installationDb(ctx), slug, ctx.now))?.door;
}

export async function readJoinContext(ctx: AtTheDoor, slug: string): Promise<JoinLinkContext> {
  return contextOf(slug, await findDoor(ctx, slug));
}
