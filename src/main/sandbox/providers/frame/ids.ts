import { createHash } from "node:crypto";

/** Generates ids and secrets that are unique, and the same for the same seed. */
export class Ids {
  readonly #seed: string;
  #made = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** A number below `below`, which is the same for the same words. */
  drawn(below: number, ...words: readonly string[]): number {
    return Number(BigInt(`0x${this.#hash(words.join("\n")).slice(0, 12)}`) % BigInt(below));
  }

  /** A decimal number with this many digits, ascending as with real providers. With 17 digits and more it exceeds 2^53. */
  digits(count: number): string {
    const step = BigInt(++this.#made) * 1_000n + BigInt(this.drawn(1_000, "step", String(this.#made)));
    const base = 18n * 10n ** BigInt(count - 2);
    return (base + step).toString();
  }

  uuid(): string {
    const hex = this.#next();
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** A secret, or another opaque value, that shows to whom it belongs and that it is synthetic. */
  word(kind: string): string {
    return `synthetic-${kind}-${this.#next().slice(0, 32)}`;
  }

  hex(length: number): string {
    return this.#next().slice(0, length);
  }

  #next(): string {
    return this.#hash(`made ${++this.#made}`);
  }

  #hash(words: string): string {
    return createHash("sha256").update(`${this.#seed}\n${words}`).digest("hex");
  }
}
