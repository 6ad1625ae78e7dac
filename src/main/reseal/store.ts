import type { InstallationDb } from "../../ground/db/index.ts";

/** Every column that holds a sealed secret, and the column whose value it was sealed for. */
const SEALED = [
  { table: "source_secrets", id: "inventory_source_id" },
  { table: "credentials", id: "credential_id" },
] as const;

export interface SealedSecret {
  readonly table: (typeof SEALED)[number]["table"];
  readonly customerId: number;
  readonly rowId: number;
  readonly sealed: string;
}

export async function listSecretsOfAllCustomers(db: InstallationDb): Promise<SealedSecret[]> {
  const found = SEALED.map(async ({ table, id }) => {
    const rows = await db
      .selectFrom(table)
      .select(["customer_id", `${id} as row_id`, "sealed"])
      .where("sealed", "is not", null)
      .execute();
    return rows.map((row) => ({ table, customerId: row.customer_id, rowId: row.row_id, sealed: row.sealed ?? "" }));
  });
  return (await Promise.all(found)).flat();
}

/** Leaves a secret that was changed meanwhile as it is: whoever changed it sealed it under the current key. */
export async function replaceSecretOfAnyCustomer(
  db: InstallationDb,
  secret: SealedSecret,
  sealed: string,
): Promise<void> {
  const { table, customerId, rowId } = secret;
  const id = SEALED.find((one) => one.table === table)?.id ?? "credential_id";
  await db
    .updateTable(table)
    .set({ sealed })
    .where("customer_id", "=", customerId)
    .where(db.dynamic.ref(id), "=", rowId)
    .where("sealed", "=", secret.sealed)
    .execute();
}
