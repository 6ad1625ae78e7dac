import type { Db } from "../../../ground/db/index.ts";
import type { Connection } from "./connection.ts";

/** Updates the connection's status in its source, for the storefront's readiness. */
export async function saveSourceStatus(
  db: Db,
  { customerId, storefrontId, provider }: Pick<Connection, "customerId" | "storefrontId" | "provider">,
  { authConfigured, error }: { readonly authConfigured: boolean; readonly error: string | null },
): Promise<void> {
  await db
    .updateTable("inventory_sources")
    .set({ auth_configured: authConfigured, connection_error: error })
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("execution_type", "=", "PROVIDER_ADAPTER")
    .where("source_id", "=", provider)
    .execute();
}
