import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import type { Advertiser } from "./advertiser.ts";
import { getAdvertiser } from "./get-advertiser.ts";
import { setStatus } from "./store.ts";

/** Archives an advertiser; an archived one stays archived. Its running media buys continue. */
export async function archiveAdvertiser(ctx: Context, advertiserId: number): Promise<void> {
  await getAdvertiser(ctx, advertiserId);
  await setStatus(ctx.db, ctx.viewer.customerId, advertiserId, "ARCHIVED", ctx.now);
}

export async function restoreAdvertiser(ctx: Context, advertiserId: number): Promise<Advertiser> {
  const { db, viewer, now } = ctx;
  const wasArchived = await setStatus(db, viewer.customerId, advertiserId, "ACTIVE", now);
  if (!wasArchived) throw new NotFound(`there is no archived advertiser ${advertiserId}`);
  return getAdvertiser(ctx, advertiserId);
}
