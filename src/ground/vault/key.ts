import { createHash } from "node:crypto";
import { VaultError } from "./vault.ts";

/** A 256-bit master key. Its id precedes, in clear text, everything that is encrypted with it. */
export interface VaultKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** Parses one or several keys, `id:base64` or bare base64, separated by commas, the current one first. `source` names them in errors. */
export function parseKeys(text: string, source: string): VaultKey[] {
  const keys = text.split(",").map((part, index) => parseKey(part.trim(), `key ${index + 1} of ${source}`));
  const repeated = keys.find(({ id }, index) => keys.findIndex((other) => other.id === id) < index);
  if (repeated) throw new VaultError(`${source} has two keys with the same id: give each its own`);
  return keys;
}

export function formatKey({ id, key }: VaultKey): string {
  return `${id}:${Buffer.from(key).toString("base64")}`;
}

/** The id of a key that was given without one: it distinguishes keys without revealing anything about them. */
export function idOf(key: Uint8Array): string {
  return createHash("sha256").update("interchange vault key id").update(key).digest("hex").slice(0, 8);
}

/** Exactly 32 bytes in either base64 alphabet, so that a mistyped key is refused rather than truncated. */
const KEY = /^(?:(?<id>[\w-]{1,32}):)?(?<base64>[\w+/-]{43}=?)$/;

function parseKey(text: string, name: string): VaultKey {
  const { id, base64 = "" } = KEY.exec(text)?.groups ?? {};
  const key = new Uint8Array(Buffer.from(base64, "base64"));
  if (key.length !== 32)
    throw new VaultError(`${name} is not 32 bytes in base64, or its id is not 1 to 32 letters and digits`);
  return { id: id ?? idOf(key), key };
}
