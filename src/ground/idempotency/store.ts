import type { Db } from "../db/index.ts";
import { after, HOUR_MS } from "../kernel/clock.ts";

const KEPT_MS = 24 * HOUR_MS;
/** How long a write that speaks to sellers may be out before somebody else may take it over. */
const LEASE_MS = 120_000;

export interface KeyedRequest {
  readonly customerId: number;
  readonly key: string;
  readonly operation: string;
  /** SHA-256 of the operation and its input. */
  readonly requestHash: string;
}

/** What is known of a key: nothing, that its first request is still under way, or what that one answered. */
export type Earlier =
  | { readonly kind: "none" }
  | { readonly kind: "running" }
  | { readonly kind: "other_request" }
  | { readonly kind: "answered"; readonly status: number; readonly answer: unknown };

/**
 * Takes the key for this request, or says what became of it. Two requests with one key that meet here queue on its
 * row: the second sees what the first left.
 */
export async function takeKey(db: Db, request: KeyedRequest, now: Date): Promise<Earlier> {
  const row = {
    customer_id: request.customerId,
    key: request.key,
    operation: request.operation,
    request_hash: request.requestHash,
    lease_until: after(now, LEASE_MS),
    created_at: now,
    expires_at: after(now, KEPT_MS),
  };
  const taken = await db
    .insertInto("idempotency_keys")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "key"])
        // Taken over: the day is past, or whoever held it died before answering. A new holder starts with a clean row.
        .doUpdateSet({ ...row, status: null, answer: null })
        .where((known) =>
          known.or([
            known("idempotency_keys.expires_at", "<=", now),
            known.and([
              known("idempotency_keys.status", "is", null),
              known("idempotency_keys.lease_until", "<=", now),
              known("idempotency_keys.request_hash", "=", request.requestHash),
            ]),
          ]),
        ),
    )
    .returning("key")
    .executeTakeFirst();
  if (taken) return { kind: "none" };

  const known = await db
    .selectFrom("idempotency_keys")
    .select(["request_hash", "status", "answer"])
    .where("customer_id", "=", request.customerId)
    .where("key", "=", request.key)
    .executeTakeFirst();
  if (!known) return { kind: "running" };
  if (known.request_hash !== request.requestHash) return { kind: "other_request" };
  return known.status === null ? { kind: "running" } : { kind: "answered", status: known.status, answer: known.answer };
}

export async function answerKey(
  db: Db,
  { customerId, key }: KeyedRequest,
  status: number,
  answer: unknown,
): Promise<void> {
  await db
    .updateTable("idempotency_keys")
    .set({ status, answer: JSON.stringify(answer), lease_until: null })
    .where("customer_id", "=", customerId)
    .where("key", "=", key)
    .execute();
}

/** Gives a key back whose request failed: the next one with it is a first one. */
export async function releaseKey(db: Db, { customerId, key }: KeyedRequest): Promise<void> {
  await db
    .deleteFrom("idempotency_keys")
    .where("customer_id", "=", customerId)
    .where("key", "=", key)
    .where("status", "is", null)
    .execute();
}

export async function forgetExpiredKeysOfAllCustomers(db: Db, now: Date): Promise<void> {
  await db.deleteFrom("idempotency_keys").where("expires_at", "<=", now).execute();
}
