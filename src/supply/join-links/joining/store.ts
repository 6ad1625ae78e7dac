import { type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db, InstallationDb, Tables } from "../../../ground/db/index.ts";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import type { SponsorshipStatus } from "../buyers/sponsored-buyer.ts";
import type { JoinLink } from "../join-link.ts";
import { lookFromRow, type StorefrontLook } from "../storefront-look.ts";
import type { Membership, Person } from "./person.ts";

/** Finds a person by e-mail address, in lower case, or by number. Their memberships are described relative to a storefront. */
export async function findPersonOfInstallation(
  db: InstallationDb,
  by: { readonly email: string } | { readonly userId: number },
  storefrontId: number,
): Promise<Person | undefined> {
  const row = await db
    .selectFrom("users")
    .select(["user_id", "email", "email_verified_at"])
    .select((user) => membershipsOf(user, storefrontId).as("memberships"))
    .where((user) =>
      "email" in by ? user(user.fn("lower", ["email"]), "=", by.email) : user("user_id", "=", by.userId),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    userId: row.user_id,
    email: row.email,
    verified: row.email_verified_at !== null,
    memberships: row.memberships as unknown as Membership[],
  };
}

function membershipsOf(user: ExpressionBuilder<Tables, "users">, storefrontId: number) {
  const sponsored = (how: "walled" | "here") => sql<boolean>`exists (
    select from sponsorships where sponsorships.customer_id = customers.customer_id
      and ${how === "walled" ? sql`walled` : sql`storefront_id = ${storefrontId}`})`;
  return jsonArrayFrom(
    user
      .selectFrom("members")
      .innerJoin("customers", "customers.customer_id", "members.customer_id")
      .select(["customers.customer_id as customerId", "company", "kind", "role"])
      .select([sponsored("walled").as("walled"), sponsored("here").as("joined")])
      .whereRef("members.user_id", "=", "users.user_id")
      .orderBy("members.created_at")
      .orderBy("members.customer_id"),
  );
}

export interface NewSponsorship {
  readonly customerId: number;
  readonly walled: boolean;
  readonly status: SponsorshipStatus;
  readonly language: string;
  /** Wall-clock time; null if the address is confirmed. */
  readonly heldUntil: Date | null;
}

export async function insertSponsorshipOfInstallation(
  db: InstallationDb,
  link: JoinLink,
  { customerId, walled, status, language, heldUntil }: NewSponsorship,
  at: Date,
): Promise<void> {
  await db
    .insertInto("sponsorships")
    .values({
      customer_id: customerId,
      storefront_id: link.storefrontId,
      seller_customer_id: link.customerId,
      join_link_id: link.joinLinkId,
      walled,
      status,
      posture: link.posture,
      language,
      held_until: heldUntil,
      created_at: at,
      updated_at: at,
    })
    .execute();
}

/** A place at a join link, identified by its holder. */
export interface JoinLinkMember {
  readonly customerId: number;
  readonly storefrontId: number;
  readonly joinLinkId: number;
}

/** Until when the place was held; undefined if it is already used. The caller has locked the link. */
export async function endHoldOfInstallation(
  db: InstallationDb,
  { customerId, storefrontId }: JoinLinkMember,
): Promise<Date | undefined> {
  const held = db
    .selectFrom("sponsorships")
    .select(["customer_id", "storefront_id", "held_until"])
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("held_until", "is not", null);
  const row = await held.executeTakeFirst();
  if (!row?.held_until) return undefined;
  await db
    .updateTable("sponsorships")
    .set({ held_until: null })
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .execute();
  return row.held_until;
}

/** What a person with an account entered when asking to join. */
export interface JoinRequest {
  /** The one of their organisations in whose tenant the mail is sent. */
  readonly customerId: number;
  readonly userId: number;
  readonly joinLinkId: number;
  readonly company: string;
  readonly language: string;
  readonly termsVersion: string;
  readonly requestedAt: Date;
}

export async function saveJoinRequest(db: Db, request: JoinRequest): Promise<void> {
  const said = {
    company: request.company,
    language: request.language,
    terms_version: request.termsVersion,
    requested_at: request.requestedAt,
  };
  await db
    .insertInto("join_requests")
    .values({
      ...said,
      customer_id: request.customerId,
      user_id: request.userId,
      join_link_id: request.joinLinkId,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "user_id", "join_link_id"]).doUpdateSet(said))
    .execute();
}

/** Deletes the request and returns it, so that it is answered only once. */
export async function consumeJoinRequest(
  db: Db,
  { customerId, userId, joinLinkId }: Pick<JoinRequest, "customerId" | "userId" | "joinLinkId">,
): Promise<JoinRequest | undefined> {
  const row = await db
    .deleteFrom("join_requests")
    .where("customer_id", "=", customerId)
    .where("user_id", "=", userId)
    .where("join_link_id", "=", joinLinkId)
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  const { company, language, terms_version: termsVersion, requested_at: requestedAt } = row;
  return { customerId, userId, joinLinkId, company, language, termsVersion, requestedAt };
}

/** Requests are kept as long as the links that were mailed for them are valid, and a little longer. */
const REQUEST_DAYS = 7;

export async function deleteOldRequestsOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db
    .deleteFrom("join_requests")
    .where("requested_at", "<", after(wall, -REQUEST_DAYS * DAY_MS))
    .execute();
}

/** An organisation's status at the storefront that sponsors it. */
export interface SponsorshipState {
  readonly storefrontId: number;
  readonly storefrontName: string;
  readonly look: StorefrontLook;
  readonly joinLinkId: number;
  readonly status: SponsorshipStatus;
  readonly language: string;
}

/** The standing at the given storefront, or at the one joined last if none is given. */
export async function findStanding(
  db: Db,
  customerId: number,
  storefrontId: number | null,
): Promise<SponsorshipState | undefined> {
  const row = await db
    .selectFrom("sponsorships")
    .innerJoin("storefronts", "storefronts.storefront_id", "sponsorships.storefront_id")
    .leftJoin("brands", "brands.domain", "storefronts.operator_domain")
    .select(["storefronts.storefront_id", "storefronts.name", "logo_url", "brand_colors", "brand"])
    .select(["join_link_id", "status", "language"])
    .where("sponsorships.customer_id", "=", customerId)
    .where(sql<boolean>`(${storefrontId}::bigint is null or sponsorships.storefront_id = ${storefrontId})`)
    .orderBy("sponsorships.created_at", "desc")
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    storefrontId: row.storefront_id,
    storefrontName: row.name,
    look: lookFromRow(row),
    joinLinkId: row.join_link_id,
    status: row.status as SponsorshipStatus,
    language: row.language,
  };
}
