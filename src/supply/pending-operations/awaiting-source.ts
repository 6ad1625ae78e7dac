import { z } from "zod";
import { listLegsUnderWay } from "../orders/under-way/index.ts";
import { BuyerView } from "./buyer-view.ts";
import { MOST_LISTED, pendingGroup } from "./pending-group.ts";

/** Parts of media buys that a source has received and is deciding on. */
export const awaitingSource = pendingGroup({
  view: z.object({
    count: z.int(),
    items: z.array(
      z.object({
        mediaBuyId: z.string(),
        sourceId: z.string(),
        sourceName: z.string().nullable(),
        buyer: BuyerView,
        since: z.iso.datetime().nullable(),
        taskId: z.string().nullable().describe("The source's own id, to quote to its people"),
      }),
    ),
  }),
  async read({ db, viewer }) {
    const { legs, total } = await listLegsUnderWay(db, viewer.customerId, "with_source", MOST_LISTED);
    if (total === 0) return undefined;
    const items = legs.map(({ orderId, sourceId, sourceName, buyer, since, taskId }) => ({
      mediaBuyId: orderId,
      sourceId,
      sourceName,
      buyer,
      since: since.toISOString(),
      taskId,
    }));
    return { count: total, items };
  },
});
