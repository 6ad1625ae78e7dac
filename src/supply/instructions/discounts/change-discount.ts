import { recordChanges } from "../../../ground/kernel/audit-entry.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../../ground/kernel/errors.ts";
import type { Decimal } from "../../../ground/kernel/money.ts";
import { lockOwnStorefront } from "../../storefronts/index.ts";
import type { HouseDiscount } from "./house-discount.ts";
import { deleteHouseDiscount, findHouseDiscount, insertHouseDiscount, updateHouseDiscount } from "./store.ts";

type NewDiscount = Pick<HouseDiscount, "houseDomain" | "scope" | "discountPercent" | "notes">;

export async function addDiscount(ctx: Context, given: NewDiscount): Promise<HouseDiscount> {
  const { db, viewer, now } = ctx;
  const { customerId, storefrontId } = await lockOwnStorefront(ctx);
  const stamp = { storefrontId, createdAt: now, updatedAt: now, createdBy: viewer.userId };
  const made = await insertHouseDiscount(db, customerId, { ...given, ...stamp });
  if (made) return made;
  const { scope, houseDomain } = given;
  throw new Conflict(`there is a discount for the ${scope}s of ${houseDomain} already: update that one`, {
    field: "houseDomain",
  });
}

interface DiscountChange {
  readonly discountPercent?: Decimal | undefined;
  readonly notes?: string | null | undefined;
}

/** Changes only what the body names. */
export async function changeDiscount(ctx: Context, id: number, change: DiscountChange): Promise<HouseDiscount> {
  const { customerId } = await lockOwnStorefront(ctx);
  const before = await findHouseDiscount(ctx.db, customerId, id);
  if (!before) throw new NotFound(unknown(id));
  const { discountPercent = before.discountPercent, notes = before.notes } = change;
  const after = { ...before, discountPercent, notes, updatedAt: ctx.now };
  await updateHouseDiscount(ctx.db, customerId, after);
  recordChanges(ctx, before, after, ["discountPercent", "notes"]);
  return after;
}

export async function removeDiscount(ctx: Context, id: number): Promise<void> {
  const { customerId } = await lockOwnStorefront(ctx);
  if (!(await deleteHouseDiscount(ctx.db, customerId, id))) throw new NotFound(unknown(id));
}

function unknown(id: number): string {
  return `you have no house discount ${id}: GET /api/v2/storefront/house-discounts lists yours`;
}
