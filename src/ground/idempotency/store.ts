import { sql } from "kysely";
import type { Db } from "../db/index.ts";
import { after } from "../kernel/clock.ts";
import { type Earlier, KEPT_MS, type KeyedRequest, type KeyLease, LEASE_MS } from "./key-lease.ts";

/**
 * Takes the key for this request, or returns the key's state. Two requests with the same key wait for each other at its row, so the second
 * sees the result of the first.
 */
export async function claimKey(db: Db, request: KeyedRequest, now: Date): Promise<Earlier> {
  const held = {
    operation: request.operation,
    request_hash: request.requestHash,
    lease_until: after(now, LEASE_MS),
    created_at: now,
    expires_at: after(now, KEPT_MS),
  };
  const taken = await db
    .insertInto("idempotency_keys")
    .values({ customer_id: request.customerId, key: request.key, ...held })
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "key"])
        // A key is taken over if its 24 hours have passed, or if its holder died before answering.
        .doUpdateSet({
          ...held,
          status: null,
          answer: null,
          fence: sql`idempotency_keys.fence + 1`,
          claimed: sql`case when idempotency_keys.expires_at > ${now} then idempotency_keys.claimed end`,
        })
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
    .returning(["fence", "claimed"])
    .executeTakeFirst();
  if (taken) {
    const lease = { ...request, fence: taken.fence };
    return taken.claimed === null ? { kind: "none", lease } : { kind: "abandoned", lease, claimed: taken.claimed };
  }
  const known = await keyRow(db, request).executeTakeFirst();
  if (!known) return { kind: "running", leaseUntil: null };
  if (known.request_hash !== request.requestHash) return { kind: "other_request" };
  if (known.status === null) return { kind: "running", leaseUntil: known.lease_until };
  return { kind: "answered", status: known.status, answer: known.answer };
}

/** Stores the result of the claim, for a request that takes the key over. */
export async function saveClaim(db: Db, { customerId, key, fence }: KeyLease, claimed: string): Promise<void> {
  await db
    .updateTable("idempotency_keys")
    .set({ claimed })
    .where("customer_id", "=", customerId)
    .where("key", "=", key)
    .where("fence", "=", fence)
    .execute();
}

/** Locks the key until the transaction ends; undefined if it still belongs to this lease, otherwise its state. */
export async function holdKey(
  db: Db,
  lease: KeyLease,
): Promise<Extract<Earlier, { readonly kind: "running" | "answered" }> | undefined> {
  const known = await keyRow(db, lease).forUpdate().executeTakeFirst();
  if (!known || known.request_hash !== lease.requestHash) return { kind: "running", leaseUntil: null };
  if (known.status !== null) return { kind: "answered", status: known.status, answer: known.answer };
  return known.fence === lease.fence ? undefined : { kind: "running", leaseUntil: known.lease_until };
}

/** Must be called in the transaction that holds the key: see `claimKey` and `holdKey`. */
export async function answerKey(
  db: Db,
  { customerId, key }: KeyedRequest,
  status: number,
  answer: unknown,
): Promise<void> {
  await db
    .updateTable("idempotency_keys")
    .set({ status, answer: JSON.stringify(answer), lease_until: null, claimed: null })
    .where("customer_id", "=", customerId)
    .where("key", "=", key)
    .execute();
}

export async function renewLease(db: Db, lease: KeyLease, now: Date): Promise<void> {
  await leased(db, lease, after(now, LEASE_MS));
}

/** Releases a key whose claim has taken effect; the next request with the key can continue from there immediately. */
export async function releaseLease(db: Db, lease: KeyLease, now: Date): Promise<void> {
  await leased(db, lease, now);
}

/** Releases the key of a request that had no effect; the next request with the key counts as the first. */
export async function releaseKey(db: Db, { customerId, key, fence }: KeyLease): Promise<void> {
  await db
    .deleteFrom("idempotency_keys")
    .where("customer_id", "=", customerId)
    .where("key", "=", key)
    .where("fence", "=", fence)
    .where("status", "is", null)
    .execute();
}

export async function deleteExpiredKeysOfAllCustomers(db: Db, now: Date): Promise<void> {
  await db.deleteFrom("idempotency_keys").where("expires_at", "<=", now).execute();
}

function keyRow(db: Db, { customerId, key }: KeyedRequest) {
  return db
    .selectFrom("idempotency_keys")
    .select(["request_hash", "status", "answer", "fence", "lease_until"])
    .where("customer_id", "=", customerId)
    .where("key", "=", key);
}

async function leased(db: Db, { customerId, key, fence }: KeyLease, until: Date): Promise<void> {
  await db
    .updateTable("idempotency_keys")
    .set({ lease_until: until })
    .where("customer_id", "=", customerId)
    .where("key", "=", key)
    .where("fence", "=", fence)
    .where("status", "is", null)
    .execute();
}
