import { z } from "zod";
import { Invalid } from "../../../ground/kernel/errors.ts";
import { Day } from "../../../ground/kernel/inputs/period.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import type { Funnel } from "./funnel.ts";
import { listFunnels } from "./store.ts";

const FunnelQuery = z
  .object({
    startDate: Day.optional().describe("The first day, UTC; by default, since each link was created"),
    endDate: Day.optional().describe("The last day, UTC, inclusive; by default, today"),
  })
  .refine(({ startDate, endDate }) => !startDate || !endDate || startDate <= endDate, {
    path: ["endDate"],
    message: "endDate is before startDate",
  });

const FunnelView = z
  .object({
    joinLinkId: z.string().describe("A decimal number, as a string"),
    slug: z.string(),
    views: z
      .int()
      .describe(
        "Views of its page, excluding known bots, link previews and prefetches. No cookies are used, so one person may be " +
          "counted more than once; a view appears after about a second",
      ),
    started: z.int().describe("How often its form was sent"),
    confirmed: z.int().describe("How many organisations proved their address and joined"),
    approved: z.int().describe("How many of these are no longer waiting for your approval"),
    bought: z.int().describe("How many of these have bought: a source has booked at least one media buy"),
  })
  .meta({ id: "JoinLinkFunnel" });

export const listJoinLinkFunnels = operation({
  id: "listJoinLinkFunnels",
  api: "storefront",
  method: "get",
  path: "/join-links/funnels",
  summary: "See how many views of each join link led to a sign-up and a first buy",
  description:
    "For each active join link, newest first. `confirmed`, `approved` and `bought` count the buyers who joined in the period, " +
    "each through one link.",
  tag: "Join links",
  ours: true,
  access: "read",
  query: FunnelQuery,
  answer: z.object({ items: z.array(FunnelView) }),
  errors: [Invalid],
  async handle({ query: { startDate = null, endDate = null } }, { db, viewer }) {
    const funnels = await listFunnels(db, viewer.customerId, { from: startDate, until: endDate });
    return { items: funnels.map(viewOf) };
  },
});

function viewOf({ joinLinkId, ...counts }: Funnel): z.input<typeof FunnelView> {
  return { ...counts, joinLinkId: String(joinLinkId) };
}
