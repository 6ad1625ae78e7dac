import { recordChanges } from "../../../ground/kernel/audit-entry.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../../ground/kernel/errors.ts";
import { lockOwnStorefront } from "../../storefronts/index.ts";
import { type BuyerInstruction, type InstructionScope, type InstructionWords, scopeName } from "./buyer-instruction.ts";
import {
  deleteBuyerInstruction,
  findBuyerInstruction,
  insertBuyerInstruction,
  updateBuyerInstruction,
} from "./store.ts";

export async function addInstruction(
  ctx: Context,
  given: InstructionScope & InstructionWords,
): Promise<BuyerInstruction> {
  const { db, viewer, now } = ctx;
  const { customerId, storefrontId } = await lockOwnStorefront(ctx);
  const stamp = { storefrontId, createdAt: now, updatedAt: now, createdBy: viewer.userId };
  const made = await insertBuyerInstruction(db, customerId, { ...given, ...stamp });
  if (made) return made;
  throw new Conflict(`there is an instruction for ${scopeName(given)} already: update that one`, {
    field: "operatorDomain",
  });
}

/** Changes only what the body names. */
export async function changeInstruction(
  ctx: Context,
  id: number,
  change: { readonly [Word in keyof InstructionWords]?: InstructionWords[Word] | undefined },
): Promise<BuyerInstruction> {
  const { customerId } = await lockOwnStorefront(ctx);
  const before = await findBuyerInstruction(ctx.db, customerId, id);
  if (!before) throw new NotFound(unknown(id));
  const { discountPercent = before.discountPercent, notes = before.notes, countries = before.countries } = change;
  const after = { ...before, discountPercent, notes, countries, updatedAt: ctx.now };
  await updateBuyerInstruction(ctx.db, customerId, after);
  recordChanges(ctx, before, after, ["discountPercent", "notes", "countries"]);
  return after;
}

export async function removeInstruction(ctx: Context, id: number): Promise<void> {
  const { customerId } = await lockOwnStorefront(ctx);
  if (!(await deleteBuyerInstruction(ctx.db, customerId, id))) throw new NotFound(unknown(id));
}

function unknown(id: number): string {
  return `you have no buyer instruction ${id}: GET /api/v2/storefront/buyer-instructions lists yours`;
}
