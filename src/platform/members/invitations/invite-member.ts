import type { output } from "zod";
import { after } from "../../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { BadRequest, Conflict } from "../../../ground/kernel/errors.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { newToken } from "../../../ground/vault/index.ts";
import { findCustomer, findMemberByAddress, lockCustomer } from "../../customers/index.ts";
import { postMail } from "../../mail/index.ts";
import { checkRank } from "../member.ts";
import { ENTRANCE, INVITATION_MS, type Invitation, isFresh } from "./invitation.ts";
import type { InvitationBody } from "./schema.ts";
import { listInvitations, saveInvitation } from "./store.ts";

/** The maximum number of pending invitations, so that invitations cannot be used to fill other people's mailboxes. */
const MOST = 100;

/** Invites a person by a link in a mail. If repeated within the hour, it changes nothing and sends nothing. */
export async function inviteMember(
  ctx: Context,
  { email, role, language }: output<typeof InvitationBody>,
): Promise<Invitation> {
  const { db, viewer, random } = ctx;
  const { customerId } = viewer;
  checkRank(role, viewer);
  await lockCustomer(db, customerId);
  if ((await findMemberByAddress(db, customerId, email)) !== undefined)
    throw new Conflict(`${email} is already a member: change their role instead`, { field: "email" });
  const wall = wallOf(ctx);
  const open = await listInvitations(db, customerId, wall);
  const known = open.find((invitation) => invitation.email.toLowerCase() === email.toLowerCase());
  if (known && known.role === role && isFresh(known, wall)) return known;
  if (!known && open.length >= MOST) throw new BadRequest(`${MOST} invitations are already open: withdraw some first`);
  const invitation: Invitation = {
    invitationId: known?.invitationId ?? newId("invitation", random),
    email: known?.email ?? email,
    role,
    invitedBy: viewer.email,
    createdAt: wall,
    expiresAt: after(wall, INVITATION_MS),
  };
  const { token, hash } = newToken(random);
  await saveInvitation(db, customerId, invitation, hash);
  await mail(ctx, invitation, token, language);
  return invitation;
}

async function mail(ctx: Context, { email }: Invitation, token: string, language: string): Promise<void> {
  const { customerId } = ctx.viewer;
  const customer = await findCustomer(ctx.db, customerId);
  if (!customer) throw new Error(`customer ${customerId} is gone`);
  const link = new URL(ENTRANCE, ctx.installation.publicUrl);
  link.searchParams.set("token", token);
  const letter = { template: "invite", language, name: customer.company, link: link.href } as const;
  await postMail(ctx, { ...letter, customerId, to: email, lifeMs: INVITATION_MS });
}
