import { systemRandom } from "../kernel/random.ts";
import { formatKey, idOf, parseKeys, type VaultKey } from "./key.ts";
import { createKeyFile, readKeyFile } from "./key-file.ts";

interface KeySources {
  /** The value of `INTERCHANGE_VAULT_KEY`; the file is used if it is missing or blank. */
  readonly env: string | undefined;
  readonly file: string;
}

/** Whether there are any keys; does not create one. */
export function hasKeys({ env, file }: KeySources): boolean {
  return Boolean(env?.trim()) || readKeyFile(file) !== undefined;
}

/** Returns the master keys, the current one first. An installation without a key creates one in the file at its first start. */
export function loadKeys({ env, file }: KeySources): VaultKey[] {
  if (env?.trim()) return parseKeys(env, "INTERCHANGE_VAULT_KEY");
  return parseKeys(readKeyFile(file) ?? createKeyFile(file, newKey()), file);
}

/** A `Random` that is passed in must not be used here, because a replayed run would produce the key of a live installation. */
function newKey(): string {
  const key = systemRandom.bytes(32);
  return formatKey({ id: idOf(key), key });
}
