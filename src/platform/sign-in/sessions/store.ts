import { sql } from "kysely";
import { type Db, type InstallationDb, preparedQuery, type Row } from "../../../ground/db/index.ts";
import type { CustomerKind, MemberRole } from "../../../ground/kernel/viewer.ts";
import { selectMembersOfAnyCustomer, viewerFrom } from "../../customers/index.ts";
import { type Session, type SessionHolder, type SignInMethod, seenSince } from "./session.ts";

export async function insertSession(db: Db, customerId: number, hash: string, session: Session): Promise<void> {
  await db
    .insertInto("sessions")
    .values({
      customer_id: customerId,
      session_hash: hash,
      session_id: session.sessionId,
      user_id: session.userId,
      method: session.method,
      user_agent: session.userAgent,
      created_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

interface SessionQuery {
  readonly hash: string;
  /** The organisation in which the person wants to act; null for the one for which the session was opened. */
  readonly organisationId: number | null;
  readonly wall: Date;
}

/** The person in the requested organisation, if they belong to it; otherwise in the session's own organisation, or in any. */
export async function findHolderOfAnyCustomer(
  db: InstallationDb,
  asked: SessionQuery,
  termsVersion: string,
): Promise<{ readonly holder: SessionHolder; readonly lastSeenAt: Date } | undefined> {
  const [row] = await holderOfSession(db, { ...asked, seenSince: seenSince(asked.wall) });
  if (!row) return undefined;
  const viewer = viewerFrom(row, termsVersion, { readOnly: false });
  return { holder: { ...viewer, userId: row.user_id, sessionId: row.session_id }, lastSeenAt: row.last_seen_at };
}

const holderOfSession = preparedQuery((db: InstallationDb, asked: SessionQuery & { readonly seenSince: Date }) =>
  selectMembersOfAnyCustomer(db)
    .innerJoin("sessions", "sessions.user_id", "members.user_id")
    .select(["sessions.session_id", "sessions.last_seen_at"])
    .where("sessions.session_hash", "=", asked.hash)
    .where("sessions.ended_at", "is", null)
    .where("sessions.expires_at", ">", asked.wall)
    .where("sessions.last_seen_at", ">", asked.seenSince)
    .orderBy(sql`members.customer_id = coalesce(${asked.organisationId}::bigint, sessions.customer_id)`, "desc")
    .orderBy(sql`members.customer_id = sessions.customer_id`, "desc")
    .orderBy("members.customer_id")
    .limit(1),
);

/** A later time is never replaced by an earlier one. */
export async function recordSessionOfAnyCustomer(db: InstallationDb, hash: string, wall: Date): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ last_seen_at: wall })
    .where("session_hash", "=", hash)
    .where("last_seen_at", "<", wall)
    .execute();
}

export async function endSessionOfAnyCustomer(db: InstallationDb, hash: string, at: Date): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ ended_at: at })
    .where("session_hash", "=", hash)
    .where("ended_at", "is", null)
    .execute();
}

/** Returns whether it was this person's session, and had not ended. */
export async function endSessionOfPerson(
  db: InstallationDb,
  { userId, sessionId }: { readonly userId: number; readonly sessionId: string },
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("sessions")
    .set({ ended_at: at })
    .where("session_id", "=", sessionId)
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", at)
    .where("last_seen_at", ">", seenSince(at))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Sessions that have not ended, newest first. */
export async function listSessionsOfPerson(db: InstallationDb, userId: number, wall: Date): Promise<Session[]> {
  const rows = await db
    .selectFrom("sessions")
    .selectAll()
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .where("expires_at", ">", wall)
    .where("last_seen_at", ">", seenSince(wall))
    .orderBy("created_at", "desc")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(fromRow);
}

const MOST_LISTED = 100;

/** An organisation to which a person belongs. */
export interface Membership {
  readonly customerId: number;
  readonly company: string;
  readonly kind: CustomerKind;
  readonly role: MemberRole;
  readonly sandbox: boolean;
}

/** A person, and all organisations to which they belong, the oldest first. */
export async function findPersonOfInstallation(
  db: InstallationDb,
  userId: number,
): Promise<{ readonly name: string | null; readonly memberships: readonly Membership[] }> {
  const rows = await db
    .selectFrom("members")
    .innerJoin("customers", "customers.customer_id", "members.customer_id")
    .innerJoin("users", "users.user_id", "members.user_id")
    .select(["customers.customer_id", "customers.company", "customers.kind", "customers.sandbox", "members.role"])
    .select("users.name")
    .where("members.user_id", "=", userId)
    .orderBy("members.customer_id")
    .execute();
  const memberships = rows.map(({ customer_id, kind, role, company, sandbox }) => ({
    customerId: customer_id,
    company,
    kind: kind as CustomerKind,
    role: role as MemberRole,
    sandbox,
  }));
  return { name: rows[0]?.name ?? null, memberships };
}

export async function deleteEndedSessionsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where((session) =>
      session.or([
        session("expires_at", "<=", wall),
        session("last_seen_at", "<=", seenSince(wall)),
        session("ended_at", "is not", null),
      ]),
    )
    .execute();
}

function fromRow(row: Row<"sessions">): Session {
  return {
    sessionId: row.session_id,
    userId: row.user_id,
    method: row.method as SignInMethod,
    userAgent: row.user_agent,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  };
}
