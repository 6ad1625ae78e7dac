import { sql } from "kysely";
import { type Db, type InstallationDb, preparedQuery, type Row } from "../../ground/db/index.ts";
import type { MemberRole } from "../../ground/kernel/viewer.ts";
import type { Customer, NewCustomer, NewCustomerRequest, TermsAcceptance } from "./customer.ts";

export async function findCustomer(db: Db, customerId: number): Promise<Customer | undefined> {
  const [row] = await customerOfId(db, { customerId });
  return row && fromRow(row);
}

const customerOfId = preparedQuery((db, asked: Pick<Customer, "customerId">) =>
  customers(db).where("customers.customer_id", "=", asked.customerId),
);

export async function findCustomersOfInstallation(
  db: InstallationDb,
  customerIds: readonly number[],
): Promise<Customer[]> {
  const rows = await customersOfIds(db, { customerIds });
  return rows.map(fromRow);
}

const customersOfIds = preparedQuery((db: InstallationDb, asked: { readonly customerIds: readonly number[] }) =>
  customers(db)
    .where(sql<boolean>`customers.customer_id = any(${asked.customerIds})`)
    // No work is done for an organisation that was erased.
    .where("customers.erased_at", "is", null),
);

export function insertCustomerOfInstallation(db: InstallationDb, customer: NewCustomer, at: Date): Promise<number> {
  return insertCustomer(db, customer, at);
}

/** Creates a child of the transaction's organisation, with one of its people as administrator. */
export async function insertChild(
  db: Db,
  parentId: number,
  { founderId, ...child }: Omit<NewCustomer, "parentId" | "terms"> & { readonly founderId: number },
  at: Date,
): Promise<number> {
  const customerId = await insertCustomer(db, { ...child, parentId }, at);
  await insertFounder(db, customerId, founderId, at);
  return customerId;
}

async function insertCustomer(db: Db, customer: NewCustomer, at: Date): Promise<number> {
  const { customer_id } = await db
    .insertInto("customers")
    .values({
      kind: customer.kind,
      company: customer.company,
      domain: customer.domain,
      parent_id: customer.parentId,
      sandbox: customer.sandbox,
      ...(customer.terms && termsColumns(customer.terms)),
      created_at: at,
      updated_at: at,
    })
    .returning("customer_id")
    .executeTakeFirstOrThrow();
  return customer_id;
}

/**
 * Adds a person to an organisation; a mail address that is known already stays with the same person. The operator confirms the address, so
 * it counts as verified and can be used to sign in.
 */
export async function insertMemberOfInstallation(
  db: InstallationDb,
  customerId: number,
  email: string,
  role: MemberRole,
  at: Date,
): Promise<number> {
  const { user_id } = await db
    .insertInto("users")
    .values({ email, created_at: at, email_verified_at: at })
    .onConflict((conflict) =>
      conflict
        .expression(sql`lower(email)`)
        .doUpdateSet((known) => ({ email_verified_at: known.fn.coalesce("users.email_verified_at", known.val(at)) })),
    )
    .returning("user_id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("members")
    .values({ customer_id: customerId, user_id, role, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return user_id;
}

/** Adds a person; undefined if somebody with this address, in any letter case, is known already. */
export async function insertPersonOfInstallation(
  db: InstallationDb,
  email: string,
  name: string | null,
  at: Date,
): Promise<number | undefined> {
  const row = await db
    .insertInto("users")
    .values({ email, name, created_at: at })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returning("user_id")
    .executeTakeFirst();
  return row?.user_id;
}

/** A person's membership in an organisation. */
export interface Seat {
  readonly customerId: number;
  readonly company: string;
  readonly role: MemberRole;
}

/** All organisations to which a person belongs, the oldest first. */
export async function listSeatsOfAnyCustomer(db: InstallationDb, userId: number): Promise<Seat[]> {
  const rows = await db
    .selectFrom("members")
    .innerJoin("customers", "customers.customer_id", "members.customer_id")
    .select(["members.customer_id as customerId", "customers.company", "members.role"])
    .where("members.user_id", "=", userId)
    .orderBy("members.customer_id")
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as MemberRole }));
}

/** The member with this address, in any letter case; undefined if the organisation has none. */
export async function findMemberByAddress(db: Db, customerId: number, email: string): Promise<number | undefined> {
  const row = await db
    .selectFrom("members")
    .innerJoin("users", "users.user_id", "members.user_id")
    .select("members.user_id")
    .where("members.customer_id", "=", customerId)
    .where((user) => user(user.fn("lower", ["users.email"]), "=", email.toLowerCase()))
    .executeTakeFirst();
  return row?.user_id;
}

export async function isMember(db: Db, customerId: number, userId: number): Promise<boolean> {
  const row = await db
    .selectFrom("members")
    .select("user_id")
    .where("customer_id", "=", customerId)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Creates an organisation that has accepted the terms, with an existing person as its administrator. */
export async function foundOrganisationOfInstallation(
  db: InstallationDb,
  { founderId, ...customer }: NewCustomerRequest,
  at: Date,
): Promise<number> {
  const customerId = await insertCustomer(db, customer, at);
  await insertFounder(db, customerId, founderId, at);
  return customerId;
}

async function insertFounder(db: Db, customerId: number, founderId: number, at: Date): Promise<void> {
  await db
    .insertInto("members")
    .values({ customer_id: customerId, user_id: founderId, role: "ADMIN", created_at: at })
    .execute();
}

/** The people who represent the organisation. */
export async function listAdministrators(
  db: Db,
  customerId: number,
): Promise<readonly { readonly userId: number; readonly email: string }[]> {
  return db
    .selectFrom("members")
    .innerJoin("users", "users.user_id", "members.user_id")
    .select(["users.user_id as userId", "users.email"])
    .where("members.customer_id", "=", customerId)
    .where("members.role", "<>", "MEMBER")
    .orderBy("users.user_id")
    .execute();
}

/** The next transaction that locks the organisation has to wait for this one. */
export async function lockCustomer(db: Db, customerId: number): Promise<void> {
  await db.selectFrom("customers").select("customer_id").where("customer_id", "=", customerId).forUpdate().execute();
}

export async function setTerms(db: Db, customerId: number, terms: TermsAcceptance): Promise<void> {
  await db
    .updateTable("customers")
    .set({ ...termsColumns(terms), updated_at: terms.acceptedAt })
    .where("customer_id", "=", customerId)
    .execute();
}

/** Advances a sandbox clock, which never goes back. */
export async function setClockOffset(db: Db, customerId: number, offsetMs: number): Promise<void> {
  await db
    .updateTable("customers")
    .set({ clock_offset_ms: offsetMs })
    .where("customer_id", "=", customerId)
    .where("sandbox", "=", true)
    .where("clock_offset_ms", "<", offsetMs)
    .execute();
}

function termsColumns({ version, acceptedAt, acceptedBy }: TermsAcceptance) {
  return { terms_version: version, terms_accepted_at: acceptedAt, terms_accepted_by: acceptedBy };
}

function customers(db: Db) {
  return db
    .selectFrom("customers")
    .leftJoin("sponsorships", (on) =>
      on.onRef("sponsorships.customer_id", "=", "customers.customer_id").on("sponsorships.walled", "=", true),
    )
    .selectAll("customers")
    .select("sponsorships.storefront_id as walled_storefront_id");
}

function fromRow(row: Row<"customers"> & { walled_storefront_id: number | null }): Customer {
  const { terms_version: version, terms_accepted_at: acceptedAt, terms_accepted_by: acceptedBy } = row;
  return {
    customerId: row.customer_id,
    kind: row.kind as Customer["kind"],
    company: row.company,
    domain: row.domain,
    parentId: row.parent_id,
    sandbox: row.sandbox,
    walledStorefrontId: row.walled_storefront_id,
    clockOffsetMs: row.clock_offset_ms,
    terms: version && acceptedAt ? { version, acceptedAt, acceptedBy: acceptedBy ?? "" } : null,
  };
}
