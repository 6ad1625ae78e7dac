import { randomFillSync } from "node:crypto";

/** A source of unpredictable bytes; passed in, so that a run can be replayed. */
export interface Random {
  bytes(count: number): Uint8Array;
}

const POOL_BYTES = 4_096;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/**
 * Fetched from the system in a pool, because every request creates many ids and each fetch costs more than its bytes.
 */
export const systemRandom: Random = {
  bytes(count) {
    if (count > POOL_BYTES) return randomFillSync(new Uint8Array(count));
    if (used + count > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    used += count;
    // A copy, which is then erased: bytes are used once.
    const taken = pool.slice(used - count, used);
    pool.fill(0, used - count, used);
    return taken;
  },
};
