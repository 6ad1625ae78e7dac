import type { Context } from "../../ground/kernel/context.ts";
import { findMember } from "./store.ts";

/** Whether somebody belongs to the organisation that the transaction is for. */
export async function isMember({ db, viewer }: Context, userId: number): Promise<boolean> {
  return (await findMember(db, viewer.customerId, userId)) !== undefined;
}
