import type { Vault } from "../../../ground/vault/index.ts";

/** What audit chains and checkpoints are signed with. A rotation of the vault's keys leaves it as it is. */
export function auditKeyOf(vault: Pick<Vault, "pepper">): Uint8Array {
  return vault.pepper("audit log");
}
