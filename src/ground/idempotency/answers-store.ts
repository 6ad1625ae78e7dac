import type { Db } from "../db/index.ts";
import type { KeyedRequest } from "./key-lease.ts";

/** The answer to a request with a key, if known. */
export interface AnswerRecord {
  readonly requestHash: string;
  readonly answer: unknown;
}

/** The answer stored under this key; undefined if there is none, or it has expired. */
export async function findStoredAnswer(
  db: Db,
  { customerId, key }: Pick<KeyedRequest, "customerId" | "key">,
  now: Date,
): Promise<AnswerRecord | undefined> {
  const row = await db
    .selectFrom("idempotency_keys")
    .select(["request_hash", "answer"])
    .where("customer_id", "=", customerId)
    .where("key", "=", key)
    .where("status", "is not", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row && { requestHash: row.request_hash, answer: row.answer };
}

interface StoredAnswer {
  readonly status: number;
  readonly answer: unknown;
  readonly now: Date;
  readonly expiresAt: Date;
}

/**
 * Stores the answer to work that converges under its key and therefore needs no lease. Returns false if another request with the key was
 * answered first: that answer is kept, unless it has expired.
 */
export async function saveFirstAnswer(
  db: Db,
  { customerId, key, operation, requestHash }: KeyedRequest,
  { status, answer, now, expiresAt }: StoredAnswer,
): Promise<boolean> {
  const fresh = {
    operation,
    request_hash: requestHash,
    status,
    answer: JSON.stringify(answer),
    created_at: now,
    expires_at: expiresAt,
  };
  const kept = await db
    .insertInto("idempotency_keys")
    .values({ customer_id: customerId, key, ...fresh })
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "key"]).doUpdateSet(fresh).where("idempotency_keys.expires_at", "<=", now),
    )
    .returning("key")
    .executeTakeFirst();
  return kept !== undefined;
}
