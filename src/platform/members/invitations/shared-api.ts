import { z } from "zod";
import { wallOf } from "../../../ground/kernel/context.ts";
import { AccessDenied, BadRequest, Conflict, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { inviteMember as invite } from "./invite-member.ts";
import { InvitationBody, InvitationPath, InvitationView, viewOf } from "./schema.ts";
import { deleteInvitation, listInvitations as list } from "./store.ts";

const shared = {
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  tag: "Members",
  access: "manage",
} as const;

export const listInvitations = operation({
  ...shared,
  id: "listInvitations",
  method: "get",
  path: "/members/invitations",
  summary: "List open invitations",
  answer: z.object({ invitations: z.array(InvitationView), total: z.int() }),
  async handle(_, ctx) {
    const open = await list(ctx.db, ctx.viewer.customerId, wallOf(ctx));
    return { invitations: open.map(viewOf), total: open.length };
  },
});

export const inviteMember = operation({
  ...shared,
  id: "inviteMember",
  method: "post",
  path: "/members/invitations",
  summary: "Invite somebody to your organisation by email",
  description:
    "They get an email with a link that works once, within seven days. Inviting an address again replaces the " +
    "link; within an hour of the last invitation it changes nothing.",
  body: InvitationBody,
  answer: InvitationView,
  status: 201,
  errors: [AccessDenied, BadRequest, Conflict],
  audit: { resource: "INVITATION", idIn: "id" },
  handle: async ({ body }, ctx) => viewOf(await invite(ctx, body)),
});

export const withdrawInvitation = operation({
  ...shared,
  id: "withdrawInvitation",
  method: "delete",
  path: "/members/invitations/{invitationId}",
  summary: "Withdraw an invitation",
  description: "Its link stops working.",
  params: InvitationPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  refs: { "params.invitationId": "invitation" },
  audit: { resource: "INVITATION" },
  async handle({ params: { invitationId } }, { db, viewer }) {
    if (!(await deleteInvitation(db, viewer.customerId, invitationId)))
      throw new NotFound(`there is no invitation ${invitationId}`);
    return null;
  },
});
