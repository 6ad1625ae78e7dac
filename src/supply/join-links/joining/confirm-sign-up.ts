import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { issueFirstKey } from "../../../platform/api-keys/index.ts";
import { MailLinkInvalid, type Proof, useMailLink } from "../../../platform/sign-in/index.ts";
import type { SponsorshipStatus } from "../buyers/sponsored-buyer.ts";
import { JoinLinkInvalid } from "../join-link.ts";
import { findLinkOfAnySeller } from "../store.ts";
import { admitKnownBuyer, admitNewBuyer, confirmPlace } from "./admit-buyer.ts";
import { seatOf } from "./person.ts";
import { consumeJoinRequest, findPersonOfInstallation, findStanding } from "./store.ts";

/** A person's status at the storefront whose link they used to join. */
export interface Joined {
  readonly buyerCustomerId: number;
  readonly storefrontName: string;
  readonly status: SponsorshipStatus;
  /**
   * The organisation's first API key, which is shown only here; null while the organisation waits for approval, and if
   * it already has a key.
   */
  readonly firstKey: string | null;
}

/**
 * The effect of the link in a person's mail, in the transaction that uses it up. Throws `JoinLinkInvalid` if they asked
 * to join with a link that is no longer valid.
 */
export async function confirmSignUp(ctx: Context, proof: Proof): Promise<Joined> {
  const { userId, joinLinkId } = proof;
  const db = installationDb(ctx);
  const link = joinLinkId === null ? undefined : await findLinkOfAnySeller(db, joinLinkId);
  const customerId = proof.purpose === "attach" && link ? await attach(ctx, proof, link) : proof.customerId;
  const standing = await findStanding(db, customerId, link?.storefrontId ?? null);
  if (!standing) throw new JoinLinkInvalid();
  const { storefrontName, status, storefrontId, joinLinkId: joinedBy } = standing;
  await confirmPlace(ctx, { customerId, storefrontId, joinLinkId: joinedBy });
  await ctx.audit({
    viewer: { customerId, userId, email: proof.email },
    operation: "confirmSignUp",
    action: "EXECUTE",
    resourceType: "SIGN_UP",
    resourceId: String(userId),
  });
  const firstKey = status === "active" ? await issueFirstKey(ctx, { customerId, userId }) : null;
  return { buyerCustomerId: customerId, storefrontName, status, firstKey };
}

/**
 * Uses up the link in a person's mail, and carries out its effect. Throws `MailLinkInvalid`, and whatever
 * `confirmSignUp` throws.
 */
export async function confirmByMail(ctx: Context, token: string): Promise<Joined> {
  const proof = await useMailLink(ctx, token);
  if (!proof) throw new MailLinkInvalid();
  return confirmSignUp(ctx, proof);
}

/** Admits a person who asked to join with an existing account; returns the organisation that has joined. */
async function attach(
  ctx: Context,
  { customerId, userId }: Proof,
  { joinLinkId, storefrontId }: { readonly joinLinkId: number; readonly storefrontId: number },
): Promise<number> {
  const db = installationDb(ctx);
  // If two links are used at the same time, one takes the request, and the other waits and finds them admitted.
  const request = await consumeJoinRequest(db, { customerId, userId, joinLinkId });
  const person = await findPersonOfInstallation(db, { userId }, storefrontId);
  const seat = seatOf(person?.memberships ?? []);
  if (seat.kind === "joined") return seat.customerId;
  if (!request || !person) throw new JoinLinkInvalid();
  const { company, language, termsVersion, requestedAt } = request;
  const newcomer = { joinLinkId, userId, email: person.email, language, proved: true } as const;
  if (seat.kind === "existing") {
    await admitKnownBuyer(ctx, newcomer, seat.customerId);
    return seat.customerId;
  }
  const terms = { version: termsVersion, acceptedAt: requestedAt, acceptedBy: person.email };
  return admitNewBuyer(ctx, newcomer, { company, terms });
}
