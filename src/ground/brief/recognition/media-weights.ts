import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { CHANNELS } from "../../channels/channel.ts";
import { ones } from "../bits.ts";
import { ROOM } from "./clause-features.ts";

/** A weight of 1, in the units that weights are written in. */
export const UNIT = 40;

/** What a feature tells for each medium. Most features tell nothing of most media. */
export interface MediaWeights {
  readonly digest: string;
  /** Before anything is said. */
  readonly least: Float64Array;
  /** Adds to the sum of each medium what a feature tells for it. */
  add(feature: number, sums: Float64Array): void;
}

/** Which features tell something, one bit for each. */
const BITS = ROOM / 8;
/** Where what 32 features tell begins, four bytes for each such block. */
const PLACES = ROOM / 8;
const MASK = 3;

/**
 * The bits and the places; a signed byte for each medium; then for each feature that is known a mask of AdCP's channels, in their order, and
 * a signed byte for each of them.
 */
export function mediaWeightsIn(file: Uint8Array): MediaWeights {
  // A copy, since what a file's bytes are part of may begin anywhere.
  const { buffer } = Uint8Array.from(file);
  const known = new Uint32Array(buffer, 0, BITS / 4);
  const places = new Uint32Array(buffer, BITS, PLACES / 4);
  const least = new Int8Array(buffer, BITS + PLACES, CHANNELS.length);
  const bytes = new Uint8Array(buffer, BITS + PLACES + CHANNELS.length);
  const maskAt = (at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  return {
    digest: crc32(file).toString(16),
    least: Float64Array.from(least, (one) => one / UNIT),
    add(feature, sums) {
      const block = known[feature >>> 5] ?? 0;
      const bit = 1 << (feature & 31);
      if ((block & bit) === 0) return;
      let at = places[feature >>> 5] ?? 0;
      for (let before = ones(block & (bit - 1)); before > 0; before--) at += MASK + ones(maskAt(at));
      let mask = maskAt(at);
      at += MASK;
      while (mask !== 0) {
        const medium = 31 - Math.clz32(mask & -mask);
        sums[medium] = (sums[medium] ?? 0) + (((bytes[at++] ?? 0) << 24) >> 24) / UNIT;
        mask &= mask - 1;
      }
    },
  };
}

/** A number for each medium of each of `ROOM` features, in units, and one for each medium alone. */
export function mediaBytesOf(values: Int8Array, least: Int8Array): Uint8Array {
  const known = new Uint32Array(BITS / 4);
  const places = new Uint32Array(PLACES / 4);
  const kept: number[] = [];
  for (let feature = 0; feature < ROOM; feature++) {
    if (feature % 32 === 0) places[feature >>> 5] = kept.length;
    const weighed = CHANNELS.flatMap((_, medium) => {
      const value = values[feature * CHANNELS.length + medium] ?? 0;
      return value === 0 ? [] : [{ medium, value }];
    });
    if (weighed.length === 0) continue;
    known[feature >>> 5] = (known[feature >>> 5] ?? 0) | (1 << (feature & 31));
    const mask = weighed.reduce((sum, { medium }) => sum | (1 << medium), 0);
    kept.push(mask & 0xff, (mask >>> 8) & 0xff, mask >>> 16);
    for (const { value } of weighed) kept.push(value & 0xff);
  }
  return Buffer.concat([
    new Uint8Array(known.buffer),
    new Uint8Array(places.buffer),
    Uint8Array.from(least),
    Uint8Array.from(kept),
  ]);
}

let loaded: MediaWeights | undefined;

/** As `test/judge/media/learn.ts` wrote them. */
export function mediaWeights(): MediaWeights {
  loaded ??= mediaWeightsIn(readFileSync(join(import.meta.dirname, "media-weights.bin")));
  return loaded;
}
