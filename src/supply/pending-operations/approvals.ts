import { z } from "zod";
import { listApprovals } from "../orders/approvals/index.ts";
import { BuyerView } from "./buyer-view.ts";
import { MOST_LISTED, pendingGroup } from "./pending-group.ts";

/** Media buys that no source has received, because nobody has approved them yet. */
export const approvals = pendingGroup({
  view: z.object({
    count: z.int(),
    items: z.array(
      z.object({
        mediaBuyId: z.string(),
        kind: z.enum(["create", "update"]),
        buyer: BuyerView,
        submittedAt: z.iso.datetime(),
      }),
    ),
  }),
  async read({ db, viewer }) {
    const page = { take: MOST_LISTED, skip: 0 };
    const { approvals: pending, total } = await listApprovals(db, viewer.customerId, "pending", page);
    if (total === 0) return undefined;
    const items = pending.map(({ orderId, buyerCustomerId, buyerName, createdAt }) => ({
      mediaBuyId: orderId,
      kind: "create" as const,
      buyer: { customerId: buyerCustomerId, name: buyerName },
      submittedAt: createdAt.toISOString(),
    }));
    return { count: total, items };
  },
});
