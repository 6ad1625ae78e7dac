import type { Vault } from "../../../ground/vault/index.ts";

/** The key for signing audit chains and checkpoints. Rotating the vault's keys does not change it. */
export function auditKeyOf(vault: Pick<Vault, "pepper">): Uint8Array {
  return vault.pepper("audit log");
}
