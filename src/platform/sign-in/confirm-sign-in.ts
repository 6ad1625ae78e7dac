import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { issueFirstKey, issueMembersFirstKey } from "../api-keys/index.ts";
import { findMemberOfAnyCustomer } from "../customers/index.ts";
import { acceptInvitation } from "../members/index.ts";
import { MailLinkInvalid } from "./mail-link.ts";
import { useMailLink } from "./open-mail-link.ts";
import { type OpenedSession, openSession, type SigningIn } from "./sessions/index.ts";

export interface SignedIn {
  readonly customerId: number;
  readonly userId: number;
  /**
   * The first key of the organisation or of a new member, which is returned only now. Null if there already is one, or the sponsor's
   * approval is pending.
   */
  readonly apiKey: string | null;
}

/** Uses up the link of a sign-in or an invitation. Links of a sign-up are refused here, because they do more than sign in. */
export async function confirmSignIn(ctx: Context, token: string): Promise<SignedIn> {
  const { seat, member, issueKey } = await useLink(ctx, token);
  await auditSignIn(ctx, member);
  return { ...seat, apiKey: await issueKey() };
}

/** The same for a browser, which is signed in. `wantsKey` says whether its person will see the key; otherwise none is created. */
export async function signInByLink(
  ctx: Context,
  token: string,
  browser: SigningIn,
  { wantsKey }: { readonly wantsKey: boolean },
): Promise<SignedIn & { readonly session: OpenedSession }> {
  const { seat, member, issueKey } = await useLink(ctx, token);
  const session = await openSession(ctx, seat, browser);
  await auditSignIn(ctx, { ...member, sessionId: session.sessionId });
  return { ...seat, session, apiKey: wantsKey ? await issueKey() : null };
}

async function useLink(ctx: Context, token: string) {
  const proof = await useMailLink(ctx, token, ["sign_in"]);
  const used = proof ?? (await acceptInvitation(ctx, token));
  const member = used && (await findMemberOfAnyCustomer(installationDb(ctx), used, ctx.installation.termsVersion));
  if (!used || !member) throw new MailLinkInvalid();
  const seat = { customerId: used.customerId, userId: used.userId };
  const mayEnter = (member.sponsorshipStatus ?? "active") === "active";
  const issueKey = async () => {
    if (!mayEnter) return null;
    return proof ? issueFirstKey(ctx, seat) : issueMembersFirstKey(ctx, seat);
  };
  return { seat, member, issueKey };
}

type Member = NonNullable<Awaited<ReturnType<typeof findMemberOfAnyCustomer>>>;

async function auditSignIn({ audit }: Context, member: Member): Promise<void> {
  const change = { operation: "confirmSignIn", resourceId: String(member.userId) };
  await audit({ ...change, viewer: member, action: "EXECUTE", resourceType: "SIGN_IN" });
}
