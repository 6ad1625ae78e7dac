import type { output } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import { missingStorefront } from "../marketplace/index.ts";
import { announceInterest, notifyOperators } from "./announce-interest.ts";
import type { Interest } from "./interest.ts";
import type { InterestBody } from "./schema.ts";
import { insertInterest } from "./store.ts";

/** Stores what the buyer submitted, in addition to its earlier submissions, and passes it on. */
export async function submitInterest(
  ctx: Context,
  { storefrontIds = [], notes = "" }: output<typeof InterestBody>,
): Promise<Interest> {
  const { db, viewer, now } = ctx;
  const missing = await missingStorefront(db, viewer, storefrontIds);
  if (missing !== undefined) throw new NotFound(`there is no storefront ${missing}`, { field: "storefrontIds" });
  const interest = {
    storefrontIds: [...new Set(storefrontIds)],
    notes: notes === "" ? null : notes,
    submittedBy: viewer.email,
    submittedAt: now,
  };
  const interestId = await insertInterest(db, viewer.customerId, interest);
  const about = { customerId: NOBODY.customerId, buyerId: viewer.customerId, interestId };
  await ctx.enqueue(notifyOperators, about);
  await ctx.enqueue(announceInterest, about);
  return interest;
}
