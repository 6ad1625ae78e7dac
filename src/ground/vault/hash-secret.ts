import { hash } from "node:crypto";

/** Of SHA-256, in bytes. */
const BLOCK = 64;

/**
 * What is stored of a secret that is only ever compared, such as an API key: HMAC-SHA-256 in hex, keyed so that a
 * stolen table of hashes is useless, and fast, because a 256-bit secret needs no stretching. Written out as in RFC 2104, because every
 * request hashes its key: `createHmac` makes a stream for it, which costs several times as much as the two digests.
 */
export function hashSecret(pepper: Uint8Array, secret: string): string {
  const { inner, outer } = padsOf(pepper);
  const within = hash("sha256", Buffer.concat([inner, Buffer.from(secret)]), "buffer");
  return hash("sha256", Buffer.concat([outer, within]), "hex");
}

interface Pads {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const pads = new WeakMap<Uint8Array, Pads>();

function padsOf(pepper: Uint8Array): Pads {
  const known = pads.get(pepper);
  if (known) return known;
  const key = Buffer.alloc(BLOCK);
  key.set(pepper.length > BLOCK ? hash("sha256", pepper, "buffer") : pepper);
  const made = { inner: key.map((byte) => byte ^ 0x36), outer: key.map((byte) => byte ^ 0x5c) };
  pads.set(pepper, made as Pads);
  return made as Pads;
}
