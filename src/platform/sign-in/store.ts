import type { Db, InstallationDb } from "../../ground/db/index.ts";
import type { LinkPurpose, MailLinkRequest, Proof } from "./mail-link.ts";

type Member = Pick<Proof, "customerId" | "userId">;

export async function insertMailLink(
  db: Db,
  {
    customerId,
    userId,
    purpose,
    joinLinkId,
  }: Pick<MailLinkRequest, "customerId" | "userId" | "purpose" | "joinLinkId">,
  hash: string,
  at: Date,
  expiresAt: Date,
): Promise<void> {
  await db
    .insertInto("mail_links")
    .values({
      customer_id: customerId,
      token_hash: hash,
      user_id: userId,
      purpose,
      join_link_id: joinLinkId ?? null,
      created_at: at,
      expires_at: expiresAt,
    })
    .execute();
}

/** The number of unopened links of this kind in the person's mailbox. */
export async function countLiveLinks(
  db: Db,
  { customerId, userId, purpose, joinLinkId }: MailLinkRequest,
  wall: Date,
): Promise<number> {
  const { live } = await db
    .selectFrom("mail_links")
    .select((link) => link.fn.countAll<number>().as("live"))
    .where("customer_id", "=", customerId)
    .where("user_id", "=", userId)
    .where("purpose", "=", purpose)
    .where("join_link_id", "is not distinct from", joinLinkId ?? null)
    .where("used_at", "is", null)
    .where("expires_at", ">", wall)
    .executeTakeFirstOrThrow();
  return live;
}

export async function findLiveLinkOfAnyCustomer(
  db: InstallationDb,
  hash: string,
  purposes: readonly LinkPurpose[],
  wall: Date,
): Promise<Proof | undefined> {
  const row = await db
    .selectFrom("mail_links")
    .innerJoin("users", "users.user_id", "mail_links.user_id")
    .select(["customer_id", "mail_links.user_id", "email", "purpose", "join_link_id"])
    .where("token_hash", "=", hash)
    .where((link) => link("purpose", "=", link.fn.any(link.val([...purposes]))))
    .where("used_at", "is", null)
    .where("expires_at", ">", wall)
    .executeTakeFirst();
  return row && proofFrom(row);
}

/** Uses a link up, and verifies the person's address. Of several concurrent calls, one succeeds. */
export async function useLinkOfAnyCustomer(
  db: InstallationDb,
  hash: string,
  purposes: readonly LinkPurpose[],
  wall: Date,
): Promise<Proof | undefined> {
  const row = await db
    .with("opened", (opening) =>
      opening
        .updateTable("mail_links")
        .set({ used_at: wall })
        .where("token_hash", "=", hash)
        .where((link) => link("purpose", "=", link.fn.any(link.val([...purposes]))))
        .where("used_at", "is", null)
        .where("expires_at", ">", wall)
        .returning(["customer_id", "user_id", "purpose", "join_link_id"]),
    )
    .updateTable("users")
    .from("opened")
    .set((user) => ({ email_verified_at: user.fn.coalesce("users.email_verified_at", user.val(wall)) }))
    .whereRef("users.user_id", "=", "opened.user_id")
    .returning(["opened.customer_id", "opened.user_id", "users.email", "opened.purpose", "opened.join_link_id"])
    .executeTakeFirst();
  return row && proofFrom(row);
}

/** An organisation in which somebody can sign in. */
export interface Seat extends Member {
  readonly company: string;
  /** As it was stored when the account was created, so that a sign-in with a different spelling is not mailed elsewhere. */
  readonly email: string;
}

/** The organisations of the person with this address, provided that they have proved it is theirs; the oldest first. */
export async function listSeatsOfAnyCustomer(db: InstallationDb, email: string, most: number): Promise<Seat[]> {
  const rows = await db
    .selectFrom("users")
    .innerJoin("members", "members.user_id", "users.user_id")
    .innerJoin("customers", "customers.customer_id", "members.customer_id")
    .select(["members.customer_id", "members.user_id", "customers.company", "users.email"])
    .where((user) => user(user.fn("lower", ["users.email"]), "=", email.toLowerCase()))
    .where("users.email_verified_at", "is not", null)
    .orderBy("members.customer_id")
    .limit(most)
    .execute();
  return rows.map(({ customer_id, user_id, ...seat }) => ({ customerId: customer_id, userId: user_id, ...seat }));
}

/** The number of the organisation to which somebody has belonged for the longest time; undefined if they belong to none. */
export async function findFirstSeatOfAnyCustomer(db: InstallationDb, userId: number): Promise<Member | undefined> {
  return db
    .selectFrom("members")
    .select(["customer_id as customerId", "user_id as userId"])
    .where("user_id", "=", userId)
    .orderBy("customer_id")
    .limit(1)
    .executeTakeFirst();
}

/** The person who has been in an organisation for the longest time. */
export async function findFirstMemberOfAnyCustomer(
  db: InstallationDb,
  customerId: number,
): Promise<Member | undefined> {
  return db
    .selectFrom("members")
    .select(["customer_id as customerId", "user_id as userId"])
    .where("customer_id", "=", customerId)
    .orderBy("created_at")
    .orderBy("user_id")
    .limit(1)
    .executeTakeFirst();
}

export async function deleteExpiredLinksOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("mail_links").where("expires_at", "<=", wall).execute();
}

interface ProofRow {
  readonly customer_id: number;
  readonly user_id: number;
  readonly email: string;
  readonly purpose: string;
  readonly join_link_id: number | null;
}

function proofFrom(row: ProofRow): Proof {
  return {
    customerId: row.customer_id,
    userId: row.user_id,
    email: row.email,
    purpose: row.purpose as LinkPurpose,
    joinLinkId: row.join_link_id,
  };
}
