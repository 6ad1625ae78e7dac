import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { issueFirstKey, issueMembersFirstKey } from "../api-keys/index.ts";
import { findMemberOfAnyCustomer } from "../customers/index.ts";
import { acceptInvitation } from "../members/index.ts";
import { MailLinkInvalid } from "./mail-link.ts";
import { useMailLink } from "./open-mail-link.ts";

export interface SignedIn {
  readonly customerId: number;
  readonly userId: number;
  /** The organisation's first, or a new member's: told here and never again. Null where there is one, or the sponsor is waited for. */
  readonly apiKey: string | null;
}

/** Uses a sign-in's link up, or an invitation's. Links of a sign-up are left alone: there is more to those than signing in. */
export async function confirmSignIn(ctx: Context, token: string): Promise<SignedIn> {
  const proof = await useMailLink(ctx, token, ["sign_in"]);
  const seat = proof ?? (await acceptInvitation(ctx, token));
  const member = seat && (await findMemberOfAnyCustomer(installationDb(ctx), seat, ctx.installation.termsVersion));
  if (!seat || !member) throw new MailLinkInvalid();
  const { customerId, userId } = seat;
  const change = { operation: "confirmSignIn", resourceId: String(userId) };
  await ctx.audit({ ...change, viewer: member, action: "EXECUTE", resourceType: "SIGN_IN" });
  const mayEnter = (member.sponsorshipStatus ?? "active") === "active";
  if (!mayEnter) return { customerId, userId, apiKey: null };
  const apiKey = proof ? await issueFirstKey(ctx, seat) : await issueMembersFirstKey(ctx, seat);
  return { customerId, userId, apiKey };
}
