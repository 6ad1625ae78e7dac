import type { Context } from "../../ground/kernel/context.ts";
import { findMember } from "./store.ts";

/** Whether a person belongs to the transaction's organisation. */
export async function isMember({ db, viewer }: Context, userId: number): Promise<boolean> {
  return (await findMember(db, viewer.customerId, userId)) !== undefined;
}
