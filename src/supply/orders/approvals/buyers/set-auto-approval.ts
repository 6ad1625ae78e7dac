import { recordChanges } from "../../../../ground/kernel/audit-entry.ts";
import type { Context } from "../../../../ground/kernel/context.ts";
import { NotFound } from "../../../../ground/kernel/errors.ts";
import { lockOwnStorefront } from "../../../storefronts/index.ts";
import type { AutoApproval } from "./auto-approval.ts";
import { findAutoApproval, hasBoughtHere, type Setting, saveAutoApproval } from "./store.ts";

/** Throws `NotFound` for a buyer that has never bought at the storefront. */
export async function setAutoApproval(ctx: Context, asked: Omit<Setting, "by">): Promise<AutoApproval> {
  const { db, viewer, now } = ctx;
  const shop = await lockOwnStorefront(ctx);
  const { buyerCustomerId } = asked;
  if (!(await hasBoughtHere(db, shop, buyerCustomerId)))
    throw new NotFound(
      `no buyer ${buyerCustomerId} has bought at your storefront: GET /buyer-auto-approvals lists those`,
    );
  const before = await findAutoApproval(db, shop, buyerCustomerId);
  await saveAutoApproval(db, shop, { ...asked, by: viewer.userId }, now);
  const after = await findAutoApproval(db, shop, buyerCustomerId);
  if (!after) throw new Error(`the auto-approval of buyer ${buyerCustomerId} was just written, and is not there`);
  recordChanges(ctx, before ?? { enabled: false, reason: null }, after, ["enabled", "reason"]);
  return after;
}
