import { after, DAY_MS } from "../../src/ground/kernel/clock.ts";
import { ok, wire } from "../../src/supply/providers/providers.fixture.ts";
import type { World } from "../world.ts";

/** A seller whose storefront is connected to a platform without one of the scopes, and with several accounts, of which one belongs to a brand. */
export async function openPlatformDesk(world: World): Promise<number> {
  const operator = await world.caller("OPERATOR");
  ok(await operator.put("/operator/adapters/snap/application", { clientId: "desk", clientSecret: "not a secret" }));
  const { seller, storefrontId } = await wire(world, "snap", "operator");
  const { connection } = ok(await seller.post(`/storefront/storefronts/${storefrontId}/connection`));
  const connectionId = Number(connection.id);
  const now = world.host.clock.now();
  const consented = {
    status: "CONNECTED",
    status_reason: "not granted: snapchat-marketing-api; connect it again, and leave everything ticked",
    scopes: ["snapchat-offline-conversions-api"],
    connected_by: "sales@seller.example",
    last_refreshed_at: now,
    reauthorise_by: after(now, 30 * DAY_MS),
  };
  const account = (name: string, changes: object = {}) => ({
    customer_id: seller.customerId,
    connection_id: connectionId,
    external_account_id: `${name.split(" ")[1]}-7e1c2f4a-99b1-4c0e-8a2d-1f5e6b7c8d90`,
    name,
    currency: "USD",
    time_zone: "America/Los_Angeles",
    provider_status: "active",
    account_type: "advertiser",
    created_at: now,
    updated_at: now,
    ...changes,
  });
  const accounts = [
    account("Northwind group", { account_type: "organization", currency: null, time_zone: null }),
    account("Northwind outdoor", { parent_external_id: "Northwind group" }),
    account("Northwind travel", { provider_status: "payment_required" }),
  ];
  const rows = await world.database.writeInstallation(async (db) => {
    await db.updateTable("provider_connections").set(consented).where("connection_id", "=", connectionId).execute();
    return db.insertInto("provider_accounts").values(accounts).returning(["account_id", "name"]).execute();
  });
  const own = rows.find(({ name }) => name === "Northwind outdoor")?.account_id;
  const path = `/storefront/storefront-connections/${connectionId}/accounts/${own}/advertiser`;
  ok(await seller.post(path, { brandDomain: "acme-outdoor.example" }));
  return seller.customerId;
}
