import { type InstallationDb, pageAndTotal, type Row } from "../../../ground/db/index.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import type { SignUp, SignUpState } from "./sign-up.ts";

type NewSignUp = Omit<SignUp, "state" | "reason" | "customerId" | "requestedAt" | "decidedAt">;

export async function insertSignUp(
  db: InstallationDb,
  { signUpId, email, person, company, kind, language, termsVersion }: NewSignUp,
  hash: string,
  at: Date,
  expiresAt: Date,
): Promise<void> {
  await db
    .insertInto("sign_ups")
    .values({
      sign_up_id: signUpId,
      token_hash: hash,
      email,
      person,
      company,
      kind,
      language,
      terms_version: termsVersion,
      state: "mailed",
      requested_at: at,
      expires_at: expiresAt,
    })
    .execute();
}

/** The number of unopened sign-up links in a mailbox. */
export async function countMailedSignUps(db: InstallationDb, email: string, wall: Date): Promise<number> {
  const { mailed } = await db
    .selectFrom("sign_ups")
    .select((one) => one.fn.countAll<number>().as("mailed"))
    .where((one) => one(one.fn("lower", ["email"]), "=", email.toLowerCase()))
    .where("state", "=", "mailed")
    .where("expires_at", ">", wall)
    .executeTakeFirstOrThrow();
  return mailed;
}

export async function findMailedSignUp(db: InstallationDb, hash: string, wall: Date): Promise<SignUp | undefined> {
  const row = await db
    .selectFrom("sign_ups")
    .selectAll()
    .where("token_hash", "=", hash)
    .where("state", "=", "mailed")
    .where("expires_at", ">", wall)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Uses the sign-up's link up. Of several concurrent calls, one succeeds. */
export async function consumeMailedSignUp(db: InstallationDb, hash: string, wall: Date): Promise<SignUp | undefined> {
  const row = await db
    .updateTable("sign_ups")
    .set({ token_hash: null })
    .where("token_hash", "=", hash)
    .where("state", "=", "mailed")
    .where("expires_at", ">", wall)
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The next transaction that locks it has to wait for this one. */
export async function lockSignUp(db: InstallationDb, signUpId: string): Promise<SignUp | undefined> {
  const row = await db
    .selectFrom("sign_ups")
    .selectAll()
    .where("sign_up_id", "=", signUpId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The waiting time counts from now, because operators could not see the sign-up before. */
export async function settleSignUp(
  db: InstallationDb,
  { signUpId, state, reason, customerId }: SignUp,
  at: Date,
): Promise<void> {
  await db
    .updateTable("sign_ups")
    .set({ state, reason, customer_id: customerId, decided_at: state === "waiting" ? null : at })
    .where("sign_up_id", "=", signUpId)
    .execute();
}

/** Newest first, with the total number in this state. */
export async function listSignUps(
  db: InstallationDb,
  state: SignUpState,
  page: Page,
): Promise<{ signUps: SignUp[]; total: number }> {
  const inState = db.selectFrom("sign_ups").selectAll().where("state", "=", state);
  const { rows, total } = await pageAndTotal(
    inState.orderBy("requested_at", "desc").orderBy("sign_up_id", "desc"),
    page,
  );
  return { signUps: rows.map(fromRow), total };
}

export async function deleteExpiredSignUps(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("sign_ups").where("state", "=", "mailed").where("expires_at", "<=", wall).execute();
}

function fromRow(row: Row<"sign_ups">): SignUp {
  return {
    signUpId: row.sign_up_id,
    email: row.email,
    person: row.person,
    company: row.company,
    kind: row.kind as SignUp["kind"],
    language: row.language,
    termsVersion: row.terms_version,
    state: row.state as SignUpState,
    reason: row.reason,
    customerId: row.customer_id,
    requestedAt: row.requested_at,
    decidedAt: row.decided_at,
  };
}

/** The organisations that run this installation. */
export async function listOperatorsOfInstallation(db: InstallationDb): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("customers")
    .select("customer_id")
    .where("kind", "=", "OPERATOR")
    .orderBy("customer_id")
    .execute();
  return rows.map(({ customer_id }) => customer_id);
}
