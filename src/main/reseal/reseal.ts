import type { Database } from "../../ground/db/index.ts";
import type { Vault } from "../../ground/vault/index.ts";
import { listSecretsOfAllCustomers, replaceSecretOfAnyCustomer } from "./store.ts";

/** Re-encrypts all secrets that are still encrypted with an older key, which can then be removed. Returns their number. */
export function resealSecrets(database: Database, vault: Vault): Promise<number> {
  return database.writeInstallation(async (db) => {
    const stale = (await listSecretsOfAllCustomers(db)).filter(({ sealed }) => vault.stale(sealed));
    for (const secret of stale) {
      const place = {
        customerId: secret.customerId,
        table: secret.table,
        rowId: String(secret.rowId),
        field: "sealed",
      };
      await replaceSecretOfAnyCustomer(db, secret, vault.seal(vault.open(secret.sealed, place), place));
    }
    return stale.length;
  });
}
