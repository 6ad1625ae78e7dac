import { z } from "zod";
import { listReviews } from "../creatives/index.ts";
import { BuyerView } from "./buyer-view.ts";
import { MOST_LISTED, pendingGroup } from "./pending-group.ts";

/** Creatives that no source has received, because nobody has reviewed them yet. */
export const creativeReviews = pendingGroup({
  view: z.object({
    count: z.int(),
    items: z.array(
      z.object({
        creativeId: z.string(),
        mediaBuyId: z.string().nullable(),
        buyer: BuyerView,
        submittedAt: z.iso.datetime(),
      }),
    ),
  }),
  async read({ db, viewer }) {
    const page = { take: MOST_LISTED, skip: 0 };
    const { reviews, total } = await listReviews(db, viewer.customerId, "pending", page);
    if (total === 0) return undefined;
    const items = reviews.map(({ creativeId, mediaBuyId, buyer: { customerId, name }, createdAt }) => {
      return { creativeId, mediaBuyId, buyer: { customerId, name }, submittedAt: createdAt.toISOString() };
    });
    return { count: total, items };
  },
});
