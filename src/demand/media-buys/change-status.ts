import type { Context } from "../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../ground/kernel/errors.ts";
import { requestChanges } from "./changes/request-changes.ts";
import type { MediaBuy } from "./media-buy.ts";
import { findMediaBuy, lockMediaBuy } from "./store.ts";

export async function getMediaBuy({ db, viewer }: Context, mediaBuyId: string): Promise<MediaBuy> {
  return found(await findMediaBuy(db, viewer.customerId, mediaBuyId), mediaBuyId);
}

const FROM = { pause: "ACTIVE", resume: "PAUSED" } as const;

/** Asks one buy to pause or to run again; throws `Conflict` where it does not stand where that begins. */
export async function requestStatusChange(
  ctx: Context,
  mediaBuyId: string,
  kind: "pause" | "resume",
): Promise<{ changeId: string; buy: MediaBuy }> {
  const buy = found(await lockMediaBuy(ctx.db, ctx.viewer.customerId, mediaBuyId), mediaBuyId);
  if (buy.status !== FROM[kind]) {
    const verb = kind === "pause" ? "paused" : "reactivated";
    throw new Conflict(`only a media buy that is ${FROM[kind]} can be ${verb}; this one is ${buy.status}`, {
      details: { status: buy.status, allowed: [FROM[kind]] },
    });
  }
  const [changeId = ""] = await requestChanges(ctx, [{ mediaBuyId, kind }]);
  return { changeId, buy };
}

function found(buy: MediaBuy | undefined, mediaBuyId: string): MediaBuy {
  if (!buy) throw new NotFound(`there is no media buy ${mediaBuyId}`);
  return buy;
}
