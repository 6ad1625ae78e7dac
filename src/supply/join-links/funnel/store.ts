import { sql } from "kysely";
import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import type { Funnel, Period } from "./funnel.ts";

/** The counts to add to a link's day. */
export interface FunnelCounts {
  /** The seller's customer id. */
  readonly customerId: number;
  readonly joinLinkId: number;
  /** An ISO date. */
  readonly day: string;
  readonly views: number;
  readonly started: number;
}

/** In the order of their keys, so that no two processes can deadlock. */
export async function addToDaysOfAnySeller(db: InstallationDb, seen: readonly FunnelCounts[]): Promise<void> {
  const sorted = seen.toSorted(
    (a, b) => a.customerId - b.customerId || a.joinLinkId - b.joinLinkId || a.day.localeCompare(b.day),
  );
  await db
    .insertInto("join_link_days")
    .values(
      sorted.map(({ customerId, joinLinkId, day, views, started }) => ({
        customer_id: customerId,
        join_link_id: joinLinkId,
        day: day,
        views,
        started,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "join_link_id", "day"]).doUpdateSet({
        views: sql<number>`join_link_days.views + excluded.views`,
        started: sql<number>`join_link_days.started + excluded.started`,
      }),
    )
    .execute();
}

/** The funnel of each link that has not been disabled, newest first. */
export async function listFunnels(db: Db, customerId: number, { from, until }: Period): Promise<Funnel[]> {
  const { rows } = await sql<Funnel>`
    with seen as (
      select join_link_id, sum(views)::float8 as views, sum(started)::float8 as started
      from join_link_days
      where customer_id = ${customerId} and day between coalesce(${from}::date, '-infinity') and coalesce(${until}::date, 'infinity')
      group by join_link_id
    ), joined as (
      select join_link_id, count(*)::float8 as confirmed,
        (count(*) filter (where status <> 'pending'))::float8 as approved,
        (count(*) filter (where exists (
          select from orders join order_legs leg using (customer_id, order_id)
          where orders.customer_id = ${customerId} and orders.storefront_id = sponsorships.storefront_id
            and orders.buyer_principal = 'c:' || sponsorships.customer_id and leg.state = 'booked')))::float8 as bought
      from sponsorships
      where seller_customer_id = ${customerId} and held_until is null
        and (created_at at time zone 'UTC')::date between coalesce(${from}::date, '-infinity') and coalesce(${until}::date, 'infinity')
      group by join_link_id
    )
    select link.join_link_id as "joinLinkId", link.slug, coalesce(views, 0) as views, coalesce(started, 0) as started,
      coalesce(confirmed, 0) as confirmed, coalesce(approved, 0) as approved, coalesce(bought, 0) as bought
    from join_links link left join seen using (join_link_id) left join joined using (join_link_id)
    where link.customer_id = ${customerId} and link.revoked_at is null
    order by link.created_at desc, link.join_link_id desc`.execute(db);
  return rows;
}
