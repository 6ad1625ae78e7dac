import { type RawBuilder, sql } from "kysely";
import type { InstallationDb } from "../../ground/db/index.ts";
import { ADDRESSES, OWN_ROWS, ROWS_OF_ADDRESS, TEXTS } from "./personal-data.ts";
import { type Erased, patternOf, pseudonymOf } from "./pseudonym.ts";

/** The person, locked until the transaction ends; undefined for a number that nobody has, or that no longer identifies anybody. */
export async function lockPersonOfInstallation(db: InstallationDb, userId: number): Promise<Erased | undefined> {
  return db
    .selectFrom("users")
    .select(["user_id as userId", "email", "name"])
    .where("user_id", "=", userId)
    .where("erased_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

export async function findPersonByAddressOfInstallation(
  db: InstallationDb,
  email: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom("users")
    .select("user_id")
    .where((user) => user(user.fn("lower", ["email"]), "=", email.toLowerCase()))
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return row?.user_id;
}

/** The names of organisations that nobody else administers. */
export async function soleAdministrationsOfAnyCustomer(db: InstallationDb, userId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ company: string }>`
    select c.company from members m join customers c using (customer_id)
    where m.user_id = ${userId} and m.role <> 'MEMBER' and not exists (
      select from members o where o.customer_id = m.customer_id and o.role <> 'MEMBER' and o.user_id <> m.user_id)
    order by c.company`.execute(db);
  return rows.map(({ company }) => company);
}

/** All organisations whose rows may mention a person: those to which they belong or belonged, and those in which they did something. */
export async function organisationsOfPerson(db: InstallationDb, { userId, email }: Erased): Promise<number[]> {
  const { rows } = await sql<{ customer_id: number }>`
    select customer_id from members where user_id = ${userId}
    union select customer_id from api_keys where user_id = ${userId}
    union select distinct customer_id from audit_log where user_id = ${userId}
    union select customer_id from acting_grants where user_id = ${userId}
    union select customer_id from join_requests where user_id = ${userId}
    union select customer_id from invitations where lower(email) = ${email.toLowerCase()}
    union select customer_id from invitations where lower(invited_by) = ${email.toLowerCase()}
    order by 1`.execute(db);
  return rows.map(({ customer_id }) => customer_id);
}

/** The organisations in which they are a member. */
export async function seatsOfPerson(db: InstallationDb, userId: number): Promise<number[]> {
  const rows = await db.selectFrom("members").select("customer_id").where("user_id", "=", userId).execute();
  return rows.map(({ customer_id }) => customer_id);
}

/** The grants under which their applications act. */
export async function grantsOfPerson(db: InstallationDb, userId: number): Promise<string[]> {
  const rows = await db.selectFrom("connected_applications").select("grant_id").where("user_id", "=", userId).execute();
  return rows.map(({ grant_id }) => grant_id);
}

/** Removes a person from rows everywhere except in the audit log, and leaves a pseudonym. */
export async function deletePersonOfInstallation(
  db: InstallationDb,
  person: Erased,
  { organisations, wall }: { readonly organisations: readonly number[]; readonly wall: Date },
): Promise<void> {
  const { userId, email } = person;
  const pseudonym = pseudonymOf(userId);
  for (const place of OWN_ROWS)
    await sql`delete from ${tableOf(place)} where ${columnOf(place)} = ${userId}`.execute(db);
  for (const place of ROWS_OF_ADDRESS)
    await sql`delete from ${tableOf(place)} where lower(${columnOf(place)}) = ${email.toLowerCase()}`.execute(db);
  const whose = sql`customer_id = any(${[...organisations]}::bigint[])`;
  for (const place of ADDRESSES)
    await sql`
      update ${tableOf(place)} set ${columnOf(place)} = ${pseudonym}
      where ${whose} and lower(${columnOf(place)}) = ${email.toLowerCase()}`.execute(db);
  for (const place of TEXTS) await replaceInText(db, place, { whose, email, pseudonym });
  await db
    .updateTable("users")
    .set({ email: pseudonym, name: null, email_verified_at: null, erased_at: wall })
    .where("user_id", "=", userId)
    .execute();
}

interface Replacing {
  readonly whose: RawBuilder<unknown>;
  readonly email: string;
  readonly pseudonym: string;
}

async function replaceInText(db: InstallationDb, place: string, { whose, email, pseudonym }: Replacing): Promise<void> {
  const [table, column] = [tableOf(place), columnOf(place)];
  const type = JSON_TEXTS.has(place) ? sql`jsonb` : sql`text`;
  await sql`
    update ${table} set ${column} = regexp_replace(${column}::text, ${patternOf(email)}, ${pseudonym}, 'gi')::${type}
    where ${whose} and position(lower(${email}) in lower(${column}::text)) > 0`.execute(db);
}

const JSON_TEXTS: ReadonlySet<string> = new Set(["idempotency_keys.answer"]);

function tableOf(place: string): RawBuilder<unknown> {
  return sql.table(place.split(".")[0] ?? "");
}

function columnOf(place: string): RawBuilder<unknown> {
  return sql.ref(place.split(".")[1] ?? "");
}
