import { sql } from "kysely";
import type { InstallationDb } from "../../ground/db/index.ts";

/** Every table with a column `sealed`, the column to which the encryption is bound, and the customer for tables whose rows have none. */
const SEALED = [
  { table: "source_secrets", id: "inventory_source_id" },
  { table: "credentials", id: "credential_id" },
  { table: "oauth_grants", id: "credential_id" },
  { table: "modular_credentials", id: "credential_id" },
  { table: "task_callbacks", id: "event_id" },
  { table: "webhook_subscriptions", id: "webhook_subscription_id" },
  { table: "oauth_clients", id: "oauth_client_id", customer: 0 },
  { table: "provider_applications", id: "provider", customer: 0 },
  { table: "provider_connections", id: "connection_id" },
  { table: "identity_providers", id: "customer_id" },
] as const;

type SealedColumn = (typeof SEALED)[number];

export interface SealedSecret {
  readonly table: SealedColumn["table"];
  readonly customerId: number;
  readonly rowId: number | string;
  readonly sealed: string;
}

export async function listSecretsOfAllCustomers(db: InstallationDb): Promise<SealedSecret[]> {
  const found = SEALED.map(async (place) => {
    const { rows } = await sql<Omit<SealedSecret, "table">>`
      select ${customerOf(place)} as "customerId", ${sql.ref(place.id)} as "rowId", sealed
      from ${sql.table(place.table)}
      where sealed is not null`.execute(db);
    return rows.map((row) => ({ ...row, table: place.table }));
  });
  return (await Promise.all(found)).flat();
}

/** Skips a secret that was changed in the meantime, because that change has already encrypted it with the current key. */
export async function replaceSecretOfAnyCustomer(
  db: InstallationDb,
  secret: SealedSecret,
  sealed: string,
): Promise<void> {
  for (const place of SEALED.filter(({ table }) => table === secret.table))
    await sql`
      update ${sql.table(place.table)} set sealed = ${sealed}
      where ${customerOf(place)} = ${secret.customerId} and ${sql.ref(place.id)} = ${secret.rowId}
        and sealed = ${secret.sealed}`.execute(db);
}

function customerOf(place: SealedColumn) {
  return "customer" in place ? sql<number>`${sql.lit(place.customer)}::bigint` : sql.ref<number>("customer_id");
}
