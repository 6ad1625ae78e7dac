import { type Db, pageAndTotal } from "../../ground/db/index.ts";
import type { Page } from "../../ground/kernel/query.ts";
import type { MemberRole } from "../../ground/kernel/viewer.ts";
import type { Member } from "./member.ts";

/** In the order in which they joined, with the total number. */
export async function listMembers(
  db: Db,
  customerId: number,
  page: Page,
): Promise<{ members: Member[]; total: number }> {
  const matching = membersOf(db, customerId);
  const { rows, total } = await pageAndTotal(matching.orderBy("members.created_at").orderBy("members.user_id"), page);
  return { members: rows.map(fromRow), total };
}

export async function findMember(db: Db, customerId: number, userId: number): Promise<Member | undefined> {
  const row = await membersOf(db, customerId).where("members.user_id", "=", userId).executeTakeFirst();
  return row && fromRow(row);
}

export async function setRole(db: Db, customerId: number, userId: number, role: MemberRole): Promise<void> {
  await db
    .updateTable("members")
    .set({ role })
    .where("customer_id", "=", customerId)
    .where("user_id", "=", userId)
    .execute();
}

/** Removes a person from the organisation, and ends their sessions there in all browsers. */
export async function deleteMember(db: Db, customerId: number, userId: number): Promise<void> {
  await db.deleteFrom("members").where("customer_id", "=", customerId).where("user_id", "=", userId).execute();
  await db.deleteFrom("sessions").where("customer_id", "=", customerId).where("user_id", "=", userId).execute();
}

function membersOf(db: Db, customerId: number) {
  return db
    .selectFrom("members")
    .innerJoin("users", "users.user_id", "members.user_id")
    .select(["members.user_id", "users.email", "users.name", "members.role", "members.created_at"])
    .where("members.customer_id", "=", customerId);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof membersOf>["executeTakeFirstOrThrow"]>>;

function fromRow(row: MemberRow): Member {
  return {
    userId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role as MemberRole,
    createdAt: row.created_at,
  };
}
