import { createHash, type Hash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

/** Passes bytes on unchanged; afterwards it knows how many there were, and their SHA-256. */
export class Counted extends Transform {
  bytes = 0;
  readonly #hash: Hash = createHash("sha256");

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    done(null, chunk);
  }

  /** In hexadecimal. Can be called only once. */
  digest(): string {
    return this.#hash.digest("hex");
  }
}
