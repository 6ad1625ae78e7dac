import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** The purchase of the estate's buyer, as its seller sees it. */
export const orders: CreateResources = async (seller, _, { database }) => {
  const [order] = expectData(await seller.get("/storefront/media-buys")).items;
  const { customerId } = seller;
  const leg = await database.read({ customerId, reach: "tenant" }, (db) =>
    db
      .selectFrom("order_legs")
      .select("leg_id")
      .where("customer_id", "=", customerId)
      .where("order_id", "=", order.mediaBuyId)
      .executeTakeFirstOrThrow(),
  );
  return { order: order.mediaBuyId, leg: leg.leg_id };
};
