import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { hashToken } from "../../ground/vault/index.ts";
import { peekInvitation } from "../members/index.ts";
import type { LinkPurpose, LinkSubject, Proof } from "./mail-link.ts";
import { findLiveLinkOfAnyCustomer, useLinkOfAnyCustomer } from "./store.ts";

/** Whoever opens a link has no tenant yet, so the transaction sees the whole installation, and uses real time. */
type Opening = Pick<Context, "db" | "reach" | "now">;

/** All purposes. */
const ANY: readonly LinkPurpose[] = ["verify", "sign_in", "attach"];

/** What the link would prove, without using it up. Mail scanners open links too, so only the button that a person presses uses one up. */
export async function peekMailLink(ctx: Opening, token: string): Promise<LinkSubject | undefined> {
  const proof = await findLiveLinkOfAnyCustomer(installationDb(ctx), hashToken(token), ANY, ctx.now);
  if (proof) return proof;
  const invited = await peekInvitation(ctx, token);
  return invited && { customerId: invited.customerId, email: invited.email, purpose: "invite", joinLinkId: null };
}

/** Uses the link up, which verifies the address. Undefined if the link was used, has expired or never existed. */
export async function useMailLink(
  ctx: Opening,
  token: string,
  purposes: readonly LinkPurpose[] = ANY,
): Promise<Proof | undefined> {
  return useLinkOfAnyCustomer(installationDb(ctx), hashToken(token), purposes, ctx.now);
}
