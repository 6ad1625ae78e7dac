import type { Caller, World } from "../../../test/world.ts";
import { type DeliveryDay, upsertDelivery } from "../delivery/index.ts";

export interface Sold {
  readonly advertiserId: number;
  readonly campaignId: string;
  readonly mediaBuyId: string;
}

let made = 0;

/** A campaign with one buy of two packages, `p1` and `p2` behind the buy's id. */
export async function sellIn(
  world: World,
  { customerId }: Caller,
  advertiserId: number,
  name = "Winter",
): Promise<Sold> {
  const at = world.host.clock.now();
  const [campaignId, mediaBuyId] = [`cmp_${++made}`, `mb_${made}`];
  const flight = { flight_start: at, flight_end: at, created_at: at, updated_at: at };
  const owner = { customer_id: customerId, advertiser_id: advertiserId, campaign_id: campaignId, name };
  await world.database.write({ customerId, reach: "market" }, async (db) => {
    await db
      .insertInto("campaigns")
      .values({ ...owner, ...flight, status: "ACTIVE", budget: "100", currency: "USD" })
      .execute();
    await db
      .insertInto("media_buys")
      .values({
        ...owner,
        ...flight,
        media_buy_id: mediaBuyId,
        sales_agent_id: "agent",
        sales_agent_name: "Agent",
        status: "ACTIVE",
        execution_key: mediaBuyId,
      })
      .execute();
    const packages = [1, 2].map((position) => ({
      customer_id: customerId,
      package_id: `${mediaBuyId}.p${position}`,
      media_buy_id: mediaBuyId,
      campaign_id: campaignId,
      position,
      product_id: `product ${position}`,
      product_name: `Product ${position}`,
      pricing_option_id: "cpm",
      pricing_model: "cpm",
      budget: "50",
      currency: "USD",
      pacing: "even",
    }));
    await db.insertInto("packages").values(packages).execute();
  });
  return { advertiserId, campaignId, mediaBuyId };
}

/**
 * Records what a seller reported about the buy; unless stated otherwise, the report is dated one day after the last day
 * reported.
 */
export async function deliverIn(
  world: World,
  { customerId }: Caller,
  { mediaBuyId, ...sold }: Sold,
  days: readonly Partial<DeliveryDay>[],
) {
  const rows = days.map((day) => ({
    day: "2026-01-20",
    packageId: `${mediaBuyId}.p1`,
    currency: "USD",
    impressions: 1000,
    clicks: 4,
    spend: "10.10",
    views: 700,
    completedViews: 250,
    conversions: 1,
    conversionValue: "60.60",
    final: true,
    timeZone: "UTC",
    reportedAt: new Date("2026-01-21T06:00:00Z"),
    mediaBuyId,
    ...sold,
    ...day,
  }));
  await world.database.write({ customerId, reach: "market" }, (db) => upsertDelivery(db, customerId, rows));
}

export async function buyerIn(world: World, name = "Acme Corp"): Promise<{ buyer: Caller; advertiserId: number }> {
  const buyer = await world.caller("BUYER");
  const { data } = await buyer.post("/buyer/advertisers", { name, brand: "acme.example" });
  return { buyer, advertiserId: Number(data.id) };
}

export function linesOf(csv: string): string[][] {
  return csv
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
}
