import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { ones } from "../bits.ts";
import { ROOM } from "./features.ts";

/** A weight of 1, in the units that weights are written in. */
export const UNIT = 160;

/** What a feature tells for "demanded" and for "refused", each against "told". Most features tell nothing. */
export interface Weights {
  readonly digest: string;
  readonly sumOf: (features: Iterable<number>) => readonly [demanded: number, refused: number];
}

/** Which features tell something, one bit for each; then two signed bytes for each of those. */
const BITS = ROOM / 8;

export function weightsIn(bytes: Uint8Array): Weights {
  // A copy, since what a file's bytes are part of may begin anywhere.
  const { buffer } = Uint8Array.from(bytes);
  const known = new Uint32Array(buffer, 0, BITS / 4);
  const values = new Int8Array(buffer, BITS);
  const before = new Uint32Array(known.length);
  for (let at = 1; at < known.length; at++) before[at] = (before[at - 1] ?? 0) + ones(known[at - 1] ?? 0);
  return {
    digest: crc32(bytes).toString(16),
    sumOf(features) {
      let [demanded, refused] = [0, 0];
      for (const feature of features) {
        const among = known[feature >>> 5] ?? 0;
        const bit = 1 << (feature & 31);
        if ((among & bit) === 0) continue;
        const place = 2 * ((before[feature >>> 5] ?? 0) + ones(among & (bit - 1)));
        demanded += values[place] ?? 0;
        refused += values[place + 1] ?? 0;
      }
      return [demanded / UNIT, refused / UNIT];
    },
  };
}

/** Two numbers for each of `ROOM` features, in units. */
export function bytesOf(values: Int8Array): Uint8Array {
  const known = new Uint8Array(BITS);
  const kept: number[] = [];
  for (let feature = 0; feature < ROOM; feature++) {
    const [demanded, refused] = [values[2 * feature] ?? 0, values[2 * feature + 1] ?? 0];
    if (demanded === 0 && refused === 0) continue;
    known[feature >>> 3] = (known[feature >>> 3] ?? 0) | (1 << (feature & 7));
    kept.push(demanded, refused);
  }
  return Buffer.concat([known, new Uint8Array(Int8Array.from(kept).buffer)]);
}

let loaded: Weights | undefined;

/** As `test/judge/stances/learn.ts` wrote them. */
export function weights(): Weights {
  loaded ??= weightsIn(readFileSync(join(import.meta.dirname, "weights.bin")));
  return loaded;
}
