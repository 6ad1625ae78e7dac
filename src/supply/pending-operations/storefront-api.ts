import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { getOwnStorefront } from "../storefronts/index.ts";
import { approvals } from "./approvals.ts";
import { awaitingSource } from "./awaiting-source.ts";
import { creativeReviews } from "./creative-reviews.ts";
import { failedForwards } from "./failed-forwards.ts";

/** Each kind of pending entry, under its name in the answer. */
const GROUPS = { approvals, creativeReviews, failedForwards, awaitingSource };

const PendingView = z
  .object({
    approvals: approvals.view.optional(),
    creativeReviews: creativeReviews.view.optional(),
    failedForwards: failedForwards.view.optional(),
    awaitingSource: awaitingSource.view.optional(),
  })
  .meta({ id: "PendingOperations" });

export const getStorefrontPendingOperations = operation({
  id: "getStorefrontPendingOperations",
  api: "storefront",
  method: "get",
  path: "/pending-operations",
  tag: "Media buys",
  summary: "See everything that is waiting for somebody",
  description:
    "Media buys and creatives that wait for your approval, media buys that a source did not answer, and those that a source " +
    "has not decided on. Empty groups are omitted. Each group lists the newest 200 and counts all.",
  access: "read",
  answer: PendingView,
  errors: [NotFound],
  handle: (_, ctx) => readPending(ctx),
});

async function readPending(ctx: Context): Promise<z.input<typeof PendingView>> {
  await getOwnStorefront(ctx);
  const groups = Object.entries(GROUPS);
  const found = await Promise.all(groups.map(async ([name, group]) => [name, await group.read(ctx)] as const));
  return Object.fromEntries(found.filter(([, group]) => group !== undefined));
}
