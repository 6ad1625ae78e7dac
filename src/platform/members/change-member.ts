import { recordChanges } from "../../ground/kernel/audit-entry.ts";
import { type Context, wallOf } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import type { MemberRole } from "../../ground/kernel/viewer.ts";
import { revokeKeysOfMember } from "../api-keys/index.ts";
import { listAdministrators, lockCustomer } from "../customers/index.ts";
import { checkOthersAdminister, checkRank, type Member } from "./member.ts";
import { deleteMember, findMember, setRole } from "./store.ts";

export async function changeRole(ctx: Context, userId: number, role: MemberRole): Promise<Member> {
  const before = await holdMember(ctx, userId);
  checkRank(role, ctx.viewer);
  if (role === "MEMBER") await checkNotTheLast(ctx, before);
  const after = { ...before, role };
  await setRole(ctx.db, ctx.viewer.customerId, userId, role);
  recordChanges(ctx, before, after, ["role"]);
  return after;
}

/** Removes a person and their keys in this organisation. Keys of theirs that were switched to it act for their own organisation again. */
export async function removeMember(ctx: Context, userId: number): Promise<void> {
  const member = await holdMember(ctx, userId);
  await checkNotTheLast(ctx, member);
  const { customerId } = ctx.viewer;
  await revokeKeysOfMember(ctx.db, customerId, userId, wallOf(ctx));
  await deleteMember(ctx.db, customerId, userId);
}

/** Locks the organisation, so that if two administrators remove each other at the same time, one of them stays. */
async function holdMember({ db, viewer }: Context, userId: number): Promise<Member> {
  await lockCustomer(db, viewer.customerId);
  const member = await findMember(db, viewer.customerId, userId);
  if (!member) throw new NotFound(`there is no member ${userId}`);
  checkRank(member.role, viewer);
  return member;
}

async function checkNotTheLast({ db, viewer }: Context, member: Member): Promise<void> {
  if (member.role !== "MEMBER") checkOthersAdminister(member, await listAdministrators(db, viewer.customerId));
}
