import { type Db, type InstallationDb, pageAndTotal, type Row } from "../../../ground/db/index.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { selectOrganisationsOfAnyCustomer, viewerFrom } from "../../customers/index.ts";
import type { SessionHolder } from "../sessions/session.ts";
import type { ActingGrant, ListedGrant } from "./acting-grant.ts";

/** The grants of one organisation or, for an operator, whose transaction sees them, of all. */
type GrantOwner = number | "all";

export function grantOwnerOf({ customerKind, customerId }: Pick<Viewer, "customerKind" | "customerId">): GrantOwner {
  return customerKind === "OPERATOR" ? "all" : customerId;
}

export async function insertActingGrant(db: InstallationDb, grant: ActingGrant): Promise<void> {
  await db
    .insertInto("acting_grants")
    .values({
      customer_id: grant.customerId,
      grant_id: grant.grantId,
      operator_id: grant.operatorId,
      user_id: grant.userId,
      user_email: grant.userEmail,
      session_id: grant.sessionId,
      reason: grant.reason,
      may_write: grant.mayWrite,
      started_at: grant.startedAt,
      expires_at: grant.expiresAt,
    })
    .execute();
}

/** Ends a person's other grants for an organisation, because there can be only one at a time. */
export async function endGrantsOfPerson(
  db: InstallationDb,
  { customerId, userId }: Pick<ActingGrant, "customerId" | "userId">,
  wall: Date,
): Promise<void> {
  await db
    .updateTable("acting_grants")
    .set({ ended_at: wall })
    .where("customer_id", "=", customerId)
    .where("user_id", "=", userId)
    .where("ended_at", "is", null)
    .execute();
}

/** Locked until the transaction ends: a grant for one organisation or, for an operator, for any. */
export async function lockActingGrant(db: Db, whose: GrantOwner, grantId: string): Promise<ActingGrant | undefined> {
  let named = db.selectFrom("acting_grants").selectAll().where("grant_id", "=", grantId);
  if (whose !== "all") named = named.where("customer_id", "=", whose);
  const row = await named.forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function endActingGrant(db: Db, { customerId, grantId }: ActingGrant, wall: Date): Promise<void> {
  await db
    .updateTable("acting_grants")
    .set({ ended_at: wall })
    .where("customer_id", "=", customerId)
    .where("grant_id", "=", grantId)
    .execute();
}

/** Newest first: those for one organisation or, for an operator, for all. */
export async function listActingGrants(
  db: Db,
  whose: GrantOwner,
  page: Page,
): Promise<{ grants: ListedGrant[]; total: number }> {
  let matching = db
    .selectFrom("acting_grants")
    .innerJoin("customers", "customers.customer_id", "acting_grants.customer_id")
    .selectAll("acting_grants")
    .select("customers.company")
    .orderBy("acting_grants.grant_id", "desc");
  if (whose !== "all") matching = matching.where("acting_grants.customer_id", "=", whose);
  const { rows, total } = await pageAndTotal(matching, page);
  return { grants: rows.map((row) => ({ ...fromRow(row), company: row.company })), total };
}

interface ActingQuery {
  readonly sessionId: string;
  readonly organisationId: number;
  readonly wall: Date;
}

/**
 * The person who acts for the organisation in this session, provided that they still run the installation: their permissions are checked
 * every time. Nobody can act for the organisations that run it.
 */
export async function findActingHolder(
  db: InstallationDb,
  { sessionId, organisationId, wall }: ActingQuery,
  termsVersion: string,
): Promise<SessionHolder | undefined> {
  const row = await selectOrganisationsOfAnyCustomer(db)
    .innerJoin("acting_grants as grant", "grant.customer_id", "customers.customer_id")
    .innerJoin("members as seat", (on) =>
      on.onRef("seat.customer_id", "=", "grant.operator_id").onRef("seat.user_id", "=", "grant.user_id"),
    )
    .innerJoin("customers as operator", "operator.customer_id", "grant.operator_id")
    .innerJoin("users", "users.user_id", "grant.user_id")
    .select(["users.user_id", "users.email", "grant.grant_id", "grant.operator_id", "grant.reason"])
    .select(["grant.may_write", "grant.expires_at"])
    .where("grant.session_id", "=", sessionId)
    .where("customers.customer_id", "=", organisationId)
    .where("customers.kind", "<>", "OPERATOR")
    .where("operator.kind", "=", "OPERATOR")
    .where("seat.role", "=", "SUPER_ADMIN")
    .where("grant.ended_at", "is", null)
    .where("grant.expires_at", ">", wall)
    .orderBy("grant.started_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const viewer = viewerFrom({ ...row, role: "MEMBER" }, termsVersion, { readOnly: !row.may_write });
  const { grant_id: grantId, operator_id: operatorId, reason, expires_at: expiresAt } = row;
  return { ...viewer, userId: row.user_id, sessionId, acting: { grantId, operatorId, reason, expiresAt } };
}

function fromRow(row: Row<"acting_grants">): ActingGrant {
  return {
    grantId: row.grant_id,
    customerId: row.customer_id,
    operatorId: row.operator_id,
    userId: row.user_id,
    userEmail: row.user_email,
    sessionId: row.session_id,
    reason: row.reason,
    mayWrite: row.may_write,
    startedAt: row.started_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  };
}
