import { z } from "zod";
import { readPurchases } from "../../../supply/callers/index.ts";
import { forceStanding, MEDIA_BUY_STATUSES, mayStand } from "../../../supply/callers/rehearsals/index.ts";
import { standingAmong, standingsOf } from "../tools/standings.ts";
import { fault, moved, scenario } from "./scenario.ts";

/** Its sources hear nothing of it: the buyer alone sees it stand so, until it changes the buy. */
export const forceMediaBuy = scenario(
  z.object({ media_buy_id: z.string(), status: z.enum(MEDIA_BUY_STATUSES) }),
  async ({ media_buy_id: mediaBuyId, status }, trial) => {
    const { caller } = trial.resolved;
    const [purchase] = await readPurchases(caller, { mediaBuyIds: [mediaBuyId], limit: 1 });
    const standing = purchase && standingAmong(await standingsOf([mediaBuyId], trial), purchase);
    const none = `params.media_buy_id: you have no media buy ${mediaBuyId} in a sandbox here that its seller has decided on`;
    if (!standing) return fault("NOT_FOUND", none);
    const done = mayStand(standing.status, status);
    const { revision } = purchase;
    if (done && !(await forceStanding(caller, { mediaBuyId, status, revision }))) return fault("NOT_FOUND", none);
    return moved(standing.status, status, done, "a media buy");
  },
);
