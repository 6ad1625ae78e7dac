import { createCipheriv, createDecipheriv } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
/** The sizes that are specified for GCM (NIST SP 800-38D §5.2.1). */
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Returns nonce, ciphertext and tag in one buffer. A nonce must be used only once with a key. */
export function encrypt(plain: Uint8Array, key: Uint8Array, nonce: Uint8Array, bound: string): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws if the ciphertext, the key or the context has changed. */
export function decrypt(box: Uint8Array, key: Uint8Array, bound: string): Buffer {
  const tagAt = Math.max(box.length - TAG_BYTES, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(box.subarray(tagAt));
  return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES, tagAt)), decipher.final()]);
}
