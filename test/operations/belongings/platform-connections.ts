import { wire } from "../../../src/supply/providers/providers.fixture.ts";
import type { CreateResources } from "../belongings.ts";

/** A platform that the buyer has started to connect, with an account that it gives access to. A sponsored buyer sees no other storefront. */
export const platformConnections: CreateResources = async (buyer, _, world) => {
  const operator = await world.caller("OPERATOR");
  await operator.put("/operator/adapters/snap/application", { clientId: "estate", clientSecret: "not a secret" });
  const { storefrontId } = await wire(world, "snap", "buyer");
  await operator.post(`/operator/storefronts/${storefrontId}/list`);
  const { data, error } = await buyer.post(`/buyer/storefronts/${storefrontId}/connection`);
  if (error) return {};
  const connectionId = Number(data.connection.id);
  const now = world.host.clock.now();
  const { account_id } = await world.database.writeInstallation((db) =>
    db
      .insertInto("provider_accounts")
      .values({
        customer_id: buyer.customerId,
        connection_id: connectionId,
        external_account_id: "acc_1",
        currency: "USD",
        time_zone: "UTC",
        provider_status: "active",
        account_type: "advertiser",
        created_at: now,
        updated_at: now,
      })
      .returning("account_id")
      .executeTakeFirstOrThrow(),
  );
  return { connection: connectionId, connectionAccount: account_id };
};
