import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { issueFirstKey } from "../api-keys/index.ts";
import { MailLinkInvalid } from "./mail-link.ts";
import { useMailLink } from "./open-mail-link.ts";
import { findMemberOfAnyCustomer } from "./store.ts";

export interface SignedIn {
  readonly customerId: number;
  /** The organisation's first, told here and never again; null where it has one, or waits for its sponsor. */
  readonly apiKey: string | null;
}

/** Uses a sign-in's link up. Links of a sign-up are left alone: there is more to those than signing in. */
export async function confirmSignIn(ctx: Context, token: string): Promise<SignedIn> {
  const proof = await useMailLink(ctx, token, ["sign_in"]);
  const member = proof && (await findMemberOfAnyCustomer(installationDb(ctx), proof, ctx.installation.termsVersion));
  if (!proof || !member) throw new MailLinkInvalid();
  const { customerId } = proof;
  const mayEnter = (member.sponsorshipStatus ?? "active") === "active";
  const apiKey = mayEnter ? await issueFirstKey(ctx, proof) : null;
  const change = { operation: "confirmSignIn", resourceId: String(proof.userId) };
  await ctx.audit({ ...change, viewer: member, action: "EXECUTE", resourceType: "SIGN_IN" });
  return { customerId, apiKey };
}
