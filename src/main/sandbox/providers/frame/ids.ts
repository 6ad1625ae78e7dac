import { createHash } from "node:crypto";

/** Ids and secrets that are the same for the same seed, and differ from each other. */
export class Ids {
  readonly #seed: string;
  #made = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Below the number, and the same for the same words. */
  drawn(below: number, ...words: readonly string[]): number {
    return Number(BigInt(`0x${this.#hash(words.join("\n")).slice(0, 12)}`) % BigInt(below));
  }

  /** A decimal number of so many digits; ascending, as providers' are. With 17 and more it is above 2^53. */
  digits(count: number): string {
    const step = BigInt(++this.#made) * 1_000n + BigInt(this.drawn(1_000, "step", String(this.#made)));
    const base = 18n * 10n ** BigInt(count - 2);
    return (base + step).toString();
  }

  uuid(): string {
    const hex = this.#next();
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** A secret, or any other opaque word, that says whose it is and that it is synthetic. */
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
