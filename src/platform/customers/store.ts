import type { Db, InstallationDb, Row } from "../../ground/db/index.ts";
import type { MemberRole } from "../../ground/kernel/viewer.ts";
import type { Customer, NewCustomer, TermsAcceptance } from "./customer.ts";

export async function findCustomer(db: Db, customerId: number): Promise<Customer | undefined> {
  const row = await customers(db).where("customers.customer_id", "=", customerId).executeTakeFirst();
  return row && fromRow(row);
}

export async function insertCustomerOfInstallation(
  db: InstallationDb,
  customer: NewCustomer,
  at: Date,
): Promise<number> {
  const { customer_id } = await db
    .insertInto("customers")
    .values({
      kind: customer.kind,
      company: customer.company,
      domain: customer.domain,
      parent_id: customer.parentId,
      sandbox: customer.sandbox,
      created_at: at,
      updated_at: at,
    })
    .returning("customer_id")
    .executeTakeFirstOrThrow();
  return customer_id;
}

/** Adds a person to an organisation; somebody whose e-mail is known stays one person. */
export async function insertMemberOfInstallation(
  db: InstallationDb,
  customerId: number,
  email: string,
  role: MemberRole,
  at: Date,
): Promise<number> {
  const known = await db
    .selectFrom("users")
    .select("user_id")
    .where((users) => users(users.fn("lower", ["email"]), "=", email.toLowerCase()))
    .executeTakeFirst();
  const { user_id } =
    known ??
    (await db.insertInto("users").values({ email, created_at: at }).returning("user_id").executeTakeFirstOrThrow());
  await db
    .insertInto("members")
    .values({ customer_id: customerId, user_id, role, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return user_id;
}

export async function setTerms(db: Db, customerId: number, terms: TermsAcceptance): Promise<void> {
  await db
    .updateTable("customers")
    .set({
      terms_version: terms.version,
      terms_accepted_at: terms.acceptedAt,
      terms_accepted_by: terms.acceptedBy,
      updated_at: terms.acceptedAt,
    })
    .where("customer_id", "=", customerId)
    .execute();
}

/** Moves a sandbox clock on; a clock never goes back. */
export async function setClockOffset(db: Db, customerId: number, offsetMs: number): Promise<void> {
  await db
    .updateTable("customers")
    .set({ clock_offset_ms: offsetMs })
    .where("customer_id", "=", customerId)
    .where("sandbox", "=", true)
    .where("clock_offset_ms", "<", offsetMs)
    .execute();
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
