import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { readLedger } from "../../src/supply/simulated/index.ts";
import type { Bar } from "../scenario.ts";
import type { LyingSeller } from "./lying-seller.ts";

interface Leg {
  readonly execution_key: string;
  readonly state: string;
  readonly seller_media_buy_id: string | null;
  readonly source: string;
  readonly attempts: number;
  readonly message: string | null;
  readonly budget: string;
}

interface SellersBuy {
  readonly key: string;
  readonly mediaBuyId: string;
  readonly ledger: string;
  /** The seller's reference for the order: two entries with the same one are an order that was placed twice. */
  readonly ref: string;
}

/** How many violations are listed in full. */
const MOST_SHOWN = 20;

/**
 * Compares the ledgers of all sides: what the sellers have booked (the simulated ones in files outside our database, the lying one in its
 * memory), what the storefronts believe they have ordered, and what the buyers believe they have bought.
 */
export async function compareLedgers(admin: pg.Client, dataFolder: string, liar: LyingSeller): Promise<Bar[]> {
  const { rows: legs } = await admin.query<Leg>(
    `select execution_key, state, seller_media_buy_id, agent_id as source, attempts, message,
       (select sum(budget) from order_packages where order_packages.leg_id = order_legs.leg_id)::text as budget
     from order_legs`,
  );
  const held = [...(await buysOfSimulated(dataFolder)), ...buysOfLiar(liar)];
  const byKey = new Map(legs.map((leg) => [leg.execution_key, leg]));
  const ids = new Set(held.map(({ mediaBuyId }) => mediaBuyId));
  const twice = [...Map.groupBy(held, ({ ledger, ref }) => `${ledger} ${ref}`).values()].filter(
    (all) => all.length > 1,
  );
  const booked = legs.filter(({ state }) => state === "booked");
  const unheard = booked.filter((leg) => !ids.has(leg.seller_media_buy_id ?? ""));
  const unknown = held.filter(({ key }) => !byKey.has(key));
  const denied = held.filter(({ key }) => ["rejected", "canceled"].includes(byKey.get(key)?.state ?? ""));
  const lost = held.filter(({ key }) => byKey.get(key)?.state === "failed");
  for (const leg of [...unheard, ...lost.flatMap(({ key }) => byKey.get(key) ?? [])].slice(0, MOST_SHOWN))
    console.error(JSON.stringify(leg));
  return [
    zero("buys that a seller holds twice", twice.length, `of ${held.length} that sellers hold`),
    zero("booked orders that no seller holds", unheard.length, `of ${booked.length} that are booked`),
    zero("buys that a seller holds but nobody ordered", unknown.length, `of ${held.length}`),
    zero("buys that a seller holds but are marked as refused", denied.length, `of ${held.length}`),
    zero("buys that a seller holds but were given up", lost.length, `of ${held.length}`),
    ...(await compareMoney(admin, legs, liar)),
  ];
}

async function compareMoney(admin: pg.Client, legs: readonly Leg[], liar: LyingSeller): Promise<Bar[]> {
  const budgets = new Map(legs.map(({ execution_key, budget }) => [execution_key, Number(budget)]));
  const wrong = [...liar.booked].filter(([key, { budget }]) => budgets.get(key) !== budget);
  const { rows } = await admin.query<{ alone: string; unequal: string; over: string; bought: string }>(`
    with bought as (
      select media_buy_id, execution_key, campaign_id, customer_id,
        (select sum(budget) from packages where packages.media_buy_id = media_buys.media_buy_id) as budget
      from media_buys where submitted_at is not null),
    ordered as (
      select idempotency_key, (select sum(budget) from order_packages where order_packages.order_id = orders.order_id) as budget
      from orders)
    select (select count(*) from bought) as bought,
      (select count(*) from media_buys where status in ('ACTIVE', 'PAUSED', 'COMPLETED', 'PENDING_APPROVAL')
         and execution_key not in (select idempotency_key from orders)) as alone,
      (select count(*) from bought join ordered on execution_key = idempotency_key where bought.budget <> ordered.budget) as unequal,
      (select count(*) from (select campaign_id from bought group by campaign_id having count(*) <> count(distinct execution_key)) as twice) as over`);
  const { alone, unequal, over, bought } = rows[0] ?? { alone: "?", unequal: "?", over: "?", bought: "?" };
  return [
    zero("running media buys without an order at a storefront", Number(alone), `of ${bought} that were sent`),
    zero("media buys whose order has another amount", Number(unequal), `of ${bought}`),
    zero("campaigns with two buys for one key", Number(over), ""),
    zero("buys at the lying seller with another amount", wrong.length, `of ${liar.booked.size}`),
  ];
}

async function buysOfSimulated(dataFolder: string): Promise<SellersBuy[]> {
  const folder = join(dataFolder, "simulated");
  return (await readdir(folder)).flatMap((ledger) =>
    readLedger(join(folder, ledger)).buys.map(({ key, mediaBuyId, buyerRef }) => ({
      key,
      mediaBuyId,
      ledger,
      ref: buyerRef,
    })),
  );
}

const buysOfLiar = ({ booked }: LyingSeller): SellersBuy[] =>
  [...booked].map(([key, { mediaBuyId }]) => ({ key, mediaBuyId, ledger: "lying", ref: key }));

export function zero(what: string, count: number, of: string): Bar {
  return { what, wanted: "0", got: of ? `${count} ${of}` : String(count), met: count === 0 };
}
