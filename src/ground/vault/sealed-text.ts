import { type SecretPlace, VaultError } from "./vault.ts";

/** An encrypted secret: a data key of its own, wrapped by the master key `keyId`, and the secret encrypted with that data key. */
export interface Sealed {
  readonly keyId: string;
  readonly wrappedKey: Uint8Array;
  readonly box: Uint8Array;
}

const VERSION = "v1";

/** `v1.<key id>.<wrapped data key>.<secret>`, the last two in base64url. */
export function formatSealed({ keyId, wrappedKey, box }: Sealed): string {
  return [VERSION, keyId, base64url(wrappedKey), base64url(box)].join(".");
}

export function parseSealed(text: string): Sealed {
  const [version, keyId, wrappedKey, box, ...rest] = text.split(".");
  if (version !== VERSION || !keyId || !wrappedKey || !box || rest.length > 0) throw notSealedHere();
  return { keyId, wrappedKey: bytesOf(wrappedKey), box: bytesOf(box) };
}

/** The context to which both layers are bound. JSON keeps the parts apart, whatever characters they contain. */
export function boundTo({ customerId, table, rowId, field }: SecretPlace, keyId: string): string {
  return JSON.stringify([VERSION, keyId, customerId, table, rowId, field]);
}

/** Decoding ignores invalid characters and spare bits, so a different text could decode to the same bytes. */
function bytesOf(text: string): Uint8Array {
  const bytes = Buffer.from(text, "base64url");
  if (base64url(bytes) !== text) throw notSealedHere();
  return bytes;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

function notSealedHere(): VaultError {
  return new VaultError("the text was not sealed by this vault");
}
