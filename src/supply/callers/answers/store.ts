import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import type { Answer } from "./answer-once.ts";

interface Key {
  readonly storefrontId: number;
  readonly principal: string;
  readonly idempotencyKey: string;
}

interface KeptAnswer {
  readonly requestHash: string;
  readonly answer: Answer["answer"];
}

export async function findAnswer(
  db: Db,
  customerId: number,
  { storefrontId, principal, idempotencyKey }: Key,
  wall: Date,
): Promise<KeptAnswer | undefined> {
  const row = await db
    .selectFrom("agent_answers")
    .select(["request_hash", "answer"])
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("idempotency_key", "=", idempotencyKey)
    .where("expires_at", ">", wall)
    .executeTakeFirst();
  return row && { requestHash: row.request_hash, answer: row.answer as Answer["answer"] };
}

interface Until {
  readonly wall: Date;
  readonly expiresAt: Date;
}

/** False where the key has an answer already; then that one stays, unless it is past its time. */
export async function keepAnswer(
  db: Db,
  customerId: number,
  { storefrontId, principal, idempotencyKey, requestHash, answer }: Key & KeptAnswer,
  { wall, expiresAt }: Until,
): Promise<boolean> {
  const fresh = { request_hash: requestHash, answer: JSON.stringify(answer), expires_at: expiresAt };
  const kept = await db
    .insertInto("agent_answers")
    .values({
      customer_id: customerId,
      storefront_id: storefrontId,
      principal,
      idempotency_key: idempotencyKey,
      ...fresh,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "storefront_id", "principal", "idempotency_key"])
        .doUpdateSet(fresh)
        .where("agent_answers.expires_at", "<=", wall),
    )
    .returning("idempotency_key")
    .executeTakeFirst();
  return kept !== undefined;
}

export async function forgetExpiredAnswersOfAllCustomers(db: InstallationDb, wall: Date): Promise<void> {
  await db.deleteFrom("agent_answers").where("expires_at", "<=", wall).execute();
}
