import { randomBytes } from "node:crypto";

/** Where unpredictable bytes come from; passed in, so that a run can be replayed. */
export interface Random {
  bytes(count: number): Uint8Array;
}

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };
