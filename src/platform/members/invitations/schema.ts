import { z } from "zod";
import { Role } from "../schema.ts";
import type { Invitation } from "./invitation.ts";

export const InvitationView = z
  .object({
    id: z.string(),
    email: z.string(),
    role: Role,
    invitedBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "Invitation" });

export const InvitationPath = z.object({ invitationId: z.string().min(1).max(64) });

export const InvitationBody = z
  .object({
    email: z.email().max(254),
    role: Role.default("MEMBER"),
    language: z.string().max(35).default("en").describe("The language of the email, a BCP-47 tag"),
  })
  .meta({ id: "NewInvitation" });

export function viewOf(invitation: Invitation): z.input<typeof InvitationView> {
  const { invitationId, createdAt, expiresAt, ...rest } = invitation;
  return { ...rest, id: invitationId, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
