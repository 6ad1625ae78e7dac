import { sql } from "kysely";
import type { Db, Row } from "../../../../ground/db/index.ts";
import type { ModularSourceRef } from "../../modular-source.ts";
import type { Avail } from "../avail.ts";
import { fromRow } from "../store.ts";

/** How many avails one word brings: a word that most of them have says little of any. */
const MOST_A_WORD = 200;

export interface FoundAvail {
  readonly availId: string;
  /** Of the words that were asked for. */
  readonly words: readonly string[];
}

/** Avails with any of the words, those with most of them first; callers remove what cannot be bought. */
export async function findByWords(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  words: readonly string[],
  now: Date,
  limit: number,
): Promise<FoundAvail[]> {
  const { rows } = await sql<{ avail_id: string; words: string[] }>`
    select avail_id, array_agg(word) as words
    from unnest(${[...words]}::text[]) asked (said)
    cross join lateral (
      select word, known.avail_id from modular_avail_words known
      -- The offset keeps this a look-up by its key for each hit: as a join, all avails of the source are read for two hundred hits.
      cross join lateral (
        select withdrawn, end_time, cpm, impressions_capacity - held - booked as free from modular_avails avails
        where avails.customer_id = ${customerId} and avails.inventory_source_id = ${inventorySourceId}
          and avails.avail_id = known.avail_id
        offset 0
      ) avail
      where known.customer_id = ${customerId} and known.inventory_source_id = ${inventorySourceId} and word = said
        and not withdrawn and end_time > ${now} and cpm > 0 and free > 0
      limit ${MOST_A_WORD}
    ) found
    group by avail_id
    order by count(*) desc, avail_id
    limit ${limit}
  `.execute(db);
  return rows.map((row) => ({ availId: row.avail_id, words: row.words }));
}

export interface OfferFilter {
  readonly channels: readonly string[] | null;
  readonly currency: string | null;
  /** Avails that run at some time of it. */
  readonly from: Date | null;
  readonly until: Date | null;
}

/** What can be bought now and fits what is asked, the first to end first. */
export async function listForSale(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  now: Date,
  { channels, currency, from, until }: OfferFilter,
  limit: number,
): Promise<Avail[]> {
  const { rows } = await sql<Row<"modular_avails">>`
    select * from modular_avails
    where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and not withdrawn
      and end_time > greatest(${now}::timestamptz, ${from}::timestamptz)
      and cpm > 0 and impressions_capacity - held - booked > 0
      and (${channels}::text[] is null or replace(replace(lower(channel), ' ', '_'), '-', '_') = any (${channels}::text[]))
      and (${currency}::text is null or currency = ${currency})
      and (${until}::timestamptz is null or start_time < ${until})
    order by end_time, avail_id
    limit ${limit}
  `.execute(db);
  return rows.map(fromRow);
}

/** A group larger than this is no product: a package of it would be bookings by the hundred. */
export const MOST_IN_GROUP = 100;

/** The avails of groups that can be bought together now, by the groups' keys. */
export async function listGroups(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  groupKeys: readonly string[],
  now: Date,
): Promise<Avail[]> {
  const { rows } = await sql<Row<"modular_avails">>`
    select found.* from unnest(${[...groupKeys]}::text[]) asked (said)
    cross join lateral (
      select * from modular_avails
      where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and group_key = said
        and not withdrawn and end_time > ${now} and cpm > 0
      order by avail_id
      limit ${MOST_IN_GROUP + 1}
    ) found
  `.execute(db);
  return rows.map(fromRow);
}

/** What the source sells in, for its capabilities. */
export async function readRange(
  db: Db,
  { customerId, inventorySourceId }: ModularSourceRef,
  now: Date,
): Promise<{ channels: string[]; domains: string[] }> {
  const { rows } = await sql<{ channels: string[]; domains: string[] }>`
    with on_sale as (
      select channel, publisher_properties from modular_avails
      where customer_id = ${customerId} and inventory_source_id = ${inventorySourceId} and not withdrawn and end_time > ${now}
      order by end_time desc limit 5000
    )
    select
      coalesce((select array_agg(distinct channel) from on_sale where channel is not null), '{}') as channels,
      coalesce((select array_agg(distinct property ->> 'publisher_domain') from on_sale
        cross join lateral jsonb_array_elements(publisher_properties) property
        where property ->> 'publisher_domain' is not null), '{}') as domains
  `.execute(db);
  return rows[0] ?? { channels: [], domains: [] };
}
