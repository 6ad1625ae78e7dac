import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { hashToken } from "../../../ground/vault/index.ts";
import { insertMemberOfInstallation } from "../../customers/index.ts";
import { notifyAnyCustomer } from "../../notifications/index.ts";
import { consumeInvitationOfAnyCustomer, findInvitationOfAnyCustomer } from "./store.ts";

/** The person who was invited: whoever opens the link can read their mail. */
export interface Invited {
  readonly customerId: number;
  readonly email: string;
}

/** What the link would do, without using it up; undefined if it was used, has expired or never existed. */
export async function peekInvitation(
  { db, reach, now }: Pick<Context, "db" | "reach" | "now">,
  token: string,
): Promise<Invited | undefined> {
  return findInvitationOfAnyCustomer(installationDb({ db, reach }), hashToken(token), now);
}

/** Uses the link up; the person, whether existing or new, is a member from now on. Undefined if the link is not valid. */
export async function acceptInvitation(
  ctx: Context,
  token: string,
): Promise<(Invited & { readonly userId: number }) | undefined> {
  const db = installationDb(ctx);
  const invitation = await consumeInvitationOfAnyCustomer(db, hashToken(token), ctx.now);
  if (!invitation) return undefined;
  const { customerId, email, role, invitedBy } = invitation;
  const userId = await insertMemberOfInstallation(db, customerId, email, role, ctx.now);
  const joined = { customerId, email, userId };
  const change = { operation: "acceptInvitation", action: "CREATE", resourceType: "MEMBER" } as const;
  await ctx.audit({ ...change, viewer: joined, resourceId: String(userId) });
  await notifyAnyCustomer(ctx, customerId, {
    type: "member.joined",
    resourceType: "MEMBER",
    resourceId: String(userId),
    message: `${email} has joined your organisation, invited by ${invitedBy ?? "its operator"}`,
  });
  return joined;
}
