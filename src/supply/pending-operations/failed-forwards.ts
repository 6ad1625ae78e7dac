import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { type LegUnderWay, listLegsUnderWay } from "../orders/under-way/index.ts";
import { BuyerView } from "./buyer-view.ts";
import { MOST_LISTED, pendingGroup } from "./pending-group.ts";

const action = z
  .enum(["retry", "force_retry", "fix_and_resubmit", "escalate"])
  .describe(
    "retry: it is sent again automatically, or immediately by retry-forward if you approved it. escalate: the " +
      "source may or may not have bought it, and is not asked again; ask the people there, and quote the references",
  );

const ItemView = z.object({
  mediaBuyId: z.string(),
  buyer: BuyerView,
  since: z.iso.datetime().nullable(),
  terminalized: z.boolean().describe("Whether it is no longer sent automatically"),
  action,
  references: z.object({ idempotencyKey: z.string().nullable(), requestedAt: z.iso.datetime().nullable() }),
});

const GroupView = z.object({
  errorCode: z.string(),
  recovery: z.enum(["transient", "correctable", "structural"]).nullable(),
  action,
  count: z.int(),
  items: z.array(ItemView),
});

/** Parts of media buys that were sent to a source that has not answered. A refusal is an answer: the buyer has it. */
export const failedForwards = pendingGroup({
  view: z.object({ count: z.int(), groups: z.array(GroupView) }),
  async read({ db, viewer }) {
    const { legs, total } = await listLegsUnderWay(db, viewer.customerId, "stuck", MOST_LISTED);
    if (total === 0) return undefined;
    const groups = [...Map.groupBy(legs, ({ state }) => (state === "failed" ? "lost" : "unanswered"))];
    return { count: total, groups: groups.map(([kind, stuck]) => groupOf(KINDS[kind], stuck)) };
  },
});

interface Kind {
  readonly errorCode: string;
  readonly recovery: "transient" | "structural";
  readonly action: "retry" | "escalate";
}

/** The same terms as for a buyer on this installation. */
const KINDS: Readonly<Record<"lost" | "unanswered", Kind>> = {
  unanswered: { errorCode: "SERVICE_UNAVAILABLE", recovery: "transient", action: "retry" },
  lost: { errorCode: "OUTCOME_UNKNOWN", recovery: "structural", action: "escalate" },
};

function groupOf(kind: Kind, legs: readonly LegUnderWay[]): z.input<typeof GroupView> {
  const { action } = kind;
  const terminalized = action === "escalate";
  const items = legs.map(({ orderId, buyer, since, executionKey, sentAt }) => ({
    mediaBuyId: orderId,
    buyer,
    since: since.toISOString(),
    terminalized,
    action,
    references: { idempotencyKey: executionKey, requestedAt: instantOf(sentAt) },
  }));
  return { ...kind, count: items.length, items };
}
