import { systemRandom } from "../kernel/random.ts";
import { formatKey, idOf, parseKeys, type VaultKey } from "./key.ts";
import { createKeyFile, readKeyFile } from "./key-file.ts";

interface KeySources {
  /** The value of `INTERCHANGE_VAULT_KEY`; if it is missing or blank, the file is used. */
  readonly env: string | undefined;
  readonly file: string;
}

/** Whether there are any, without creating one. */
export function hasKeys({ env, file }: KeySources): boolean {
  return Boolean(env?.trim()) || readKeyFile(file) !== undefined;
}

/** The master keys, the current one first. An installation without one creates it in the file at its first start. */
export function loadKeys({ env, file }: KeySources): VaultKey[] {
  if (env?.trim()) return parseKeys(env, "INTERCHANGE_VAULT_KEY");
  return parseKeys(readKeyFile(file) ?? createKeyFile(file, newKey()), file);
}

/** Never from a `Random` that was passed in: a replayed run would make the key that a live one has. */
function newKey(): string {
  const key = systemRandom.bytes(32);
  return formatKey({ id: idOf(key), key });
}
