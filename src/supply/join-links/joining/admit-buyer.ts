import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { foundOrganisationOfInstallation, type TermsAcceptance } from "../../../platform/customers/index.ts";
import { notifyAnyCustomer } from "../../../platform/notifications/index.ts";
import { beginningUnder, JoinLinkInvalid } from "../join-link.ts";
import { countUseOfAnySeller, findRoomOfAnySeller, hasPlaceOfAnySeller, lockLinkOfAnySeller } from "../store.ts";
import { endHoldOfInstallation, insertSponsorshipOfInstallation, type JoinLinkMember } from "./store.ts";

/** The person who joins by a link, and their organisation. */
export interface JoiningPerson {
  readonly joinLinkId: number;
  readonly userId: number;
  readonly email: string;
  readonly language: string;
  /** The address is already confirmed, so a place is used immediately instead of being held. */
  readonly proved?: true;
}

/** As long as the link in the mail is valid to the person for whom a place is held. */
const HOLD_MS = DAY_MS;

/** Creates a new organisation that can only see the link's storefront; returns its id. Throws `JoinLinkInvalid`. */
export async function admitNewBuyer(
  ctx: Context,
  newcomer: JoiningPerson,
  { company, terms }: { readonly company: string; readonly terms: TermsAcceptance },
): Promise<number> {
  const db = installationDb(ctx);
  const { link, sandbox } = await findRoom(ctx, newcomer);
  const organisation = { kind: "BUYER", company, domain: null, parentId: null, sandbox, terms } as const;
  const founding = { ...organisation, founderId: newcomer.userId };
  const customerId = await foundOrganisationOfInstallation(db, founding, ctx.now);
  const heldUntil = newcomer.proved ? null : after(ctx.now, HOLD_MS);
  await sponsor(ctx, newcomer, link, { customerId, walled: true, heldUntil });
  return customerId;
}

/** Admits an existing organisation, which continues to see the whole marketplace. Throws `JoinLinkInvalid`. */
export async function admitKnownBuyer(ctx: Context, newcomer: JoiningPerson, customerId: number): Promise<void> {
  const { link } = await findRoom(ctx, newcomer);
  await sponsor(ctx, newcomer, link, { customerId, walled: false, heldUntil: null });
}

/**
 * Uses the place of a person who has confirmed their address. Throws `JoinLinkInvalid` if the hold has expired and all
 * places are taken.
 */
export async function confirmPlace(ctx: Context, place: JoinLinkMember): Promise<void> {
  const db = installationDb(ctx);
  const { joinLinkId } = place;
  await lockLinkOfAnySeller(db, joinLinkId);
  const heldUntil = await endHoldOfInstallation(db, place);
  if (!heldUntil) return;
  if (heldUntil <= ctx.now && !(await hasPlaceOfAnySeller(db, joinLinkId, ctx.now))) throw new JoinLinkInvalid();
  await countUseOfAnySeller(db, joinLinkId, ctx.now);
}

async function findRoom(ctx: Context, { joinLinkId }: JoiningPerson) {
  const room = await findRoomOfAnySeller(installationDb(ctx), joinLinkId, ctx.now);
  if (!room) throw new JoinLinkInvalid();
  return room;
}

type Room = Awaited<ReturnType<typeof findRoom>>;

async function sponsor(
  ctx: Context,
  { userId, email, language }: JoiningPerson,
  link: Room["link"],
  buyer: { readonly customerId: number; readonly walled: boolean; readonly heldUntil: Date | null },
): Promise<void> {
  const status = beginningUnder(link.approvalPolicy);
  const db = installationDb(ctx);
  await insertSponsorshipOfInstallation(db, link, { ...buyer, status, language }, ctx.now);
  if (buyer.heldUntil === null) await countUseOfAnySeller(db, link.joinLinkId, ctx.now);
  await ctx.audit({
    viewer: { customerId: buyer.customerId, userId, email },
    operation: "signUp",
    action: "CREATE",
    resourceType: "SPONSORED_BUYER",
    resourceId: String(buyer.customerId),
  });
  if (status !== "pending") return;
  await notifyAnyCustomer(ctx, link.customerId, {
    type: "sponsored_buyer.approval_requested",
    resourceType: "SPONSORED_BUYER",
    resourceId: String(buyer.customerId),
    message: `${email} joined by your link ${link.slug} and waits for your approval: POST /storefront/sponsored-buyers/${buyer.customerId}/approve`,
  });
}
