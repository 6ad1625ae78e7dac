import { sql } from "kysely";
import type { Db, InstallationDb, Row } from "../../../ground/db/index.ts";
import type { MemberRole } from "../../../ground/kernel/viewer.ts";
import type { Invitation } from "./invitation.ts";

/** There is one invitation per address: inviting again replaces it, and the earlier link stops working. */
export async function saveInvitation(
  db: Db,
  customerId: number,
  { invitationId, email, ...invitation }: Invitation,
  tokenHash: string,
): Promise<void> {
  const asked = {
    role: invitation.role,
    token_hash: tokenHash,
    invited_by: invitation.invitedBy,
    created_at: invitation.createdAt,
    expires_at: invitation.expiresAt,
  };
  await db
    .insertInto("invitations")
    .values({ customer_id: customerId, invitation_id: invitationId, email, ...asked })
    .onConflict((conflict) => conflict.expression(sql`customer_id, lower(email)`).doUpdateSet(asked))
    .execute();
}

/** Newest first, without expired ones. */
export async function listInvitations(db: Db, customerId: number, wall: Date): Promise<Invitation[]> {
  const rows = await db
    .selectFrom("invitations")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("expires_at", ">", wall)
    .orderBy("invitation_id", "desc")
    .execute();
  return rows.map(fromRow);
}

/** Whether there was one. */
export async function deleteInvitation(db: Db, customerId: number, invitationId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("invitations")
    .where("customer_id", "=", customerId)
    .where("invitation_id", "=", invitationId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export interface OpenInvitation extends Invitation {
  readonly customerId: number;
}

export async function findInvitationOfAnyCustomer(
  db: InstallationDb,
  tokenHash: string,
  wall: Date,
): Promise<OpenInvitation | undefined> {
  const row = await db
    .selectFrom("invitations")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", wall)
    .executeTakeFirst();
  return row && { ...fromRow(row), customerId: row.customer_id };
}

/** Removes the invitation; of several concurrent calls, only one gets it. */
export async function consumeInvitationOfAnyCustomer(
  db: InstallationDb,
  tokenHash: string,
  wall: Date,
): Promise<OpenInvitation | undefined> {
  const row = await db
    .deleteFrom("invitations")
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", wall)
    .returningAll()
    .executeTakeFirst();
  return row && { ...fromRow(row), customerId: row.customer_id };
}

export async function deleteExpiredInvitationsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("invitations").where("expires_at", "<=", wall).execute();
}

function fromRow(row: Row<"invitations">): Invitation {
  return {
    invitationId: row.invitation_id,
    email: row.email,
    role: row.role as MemberRole,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
