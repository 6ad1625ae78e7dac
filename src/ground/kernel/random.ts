import { randomFillSync } from "node:crypto";

/** A source of unpredictable bytes; passed in, so that a run can be replayed. */
export interface Random {
  bytes(count: number): Uint8Array;
}

const POOL_BYTES = 4_096;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/** Drawn from the system in larger pools, because every request creates many ids, and a draw costs more than the bytes themselves. */
export const systemRandom: Random = {
  bytes(count) {
    if (count > POOL_BYTES) return randomFillSync(new Uint8Array(count));
    if (used + count > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    used += count;
    // Copied and then erased, because bytes must be used only once.
    const taken = pool.slice(used - count, used);
    pool.fill(0, used - count, used);
    return taken;
  },
};
