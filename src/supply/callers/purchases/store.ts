import { sql } from "kysely";
import type { Db, Row } from "../../../ground/db/index.ts";
import { sum } from "../../../ground/kernel/money.ts";
import type { Echo, FormatId, Pacing, Targeting } from "../../../ground/seller-agent/index.ts";
import type { Caller } from "../caller.ts";
import type { AssignedCreative, Purchase, PurchasedPackage } from "./purchase.ts";

type Owner = Omit<Caller, "side">;

export interface PurchaseFilter {
  readonly mediaBuyIds?: readonly string[] | undefined;
  /** Only purchases of one brand and its operator. */
  readonly account?: { readonly brandDomain: string; readonly operator: string } | undefined;
  /** Only purchases that some source has not decided on yet. */
  readonly undecided?: boolean;
  /** Only purchases about which their caller wants to be notified, or only the others. */
  readonly isCalledBack?: boolean | undefined;
  /** Only purchases after this one. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function hasBought(db: Db, customerId: number, owner: Owner): Promise<boolean> {
  return (await orders(db, customerId, owner).select("order_id").limit(1).executeTakeFirst()) !== undefined;
}

export async function countPurchases(
  db: Db,
  customerId: number,
  owner: Owner,
  which: Omit<PurchaseFilter, "after" | "limit">,
): Promise<number> {
  const { count } = await chosen(orders(db, customerId, owner), { ...which, limit: 1 })
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Ordered by id, which is also the order in which they were bought. */
export async function listPurchases(
  db: Db,
  customerId: number,
  owner: Owner,
  which: PurchaseFilter,
): Promise<Purchase[]> {
  const rows = await chosen(orders(db, customerId, owner), which)
    .select(["order_id", "created_at", "updated_at", "flight_start", "flight_end", "echo", "assignment_changes"])
    .select((order) =>
      order
        .selectFrom("order_changes")
        .whereRef("order_changes.customer_id", "=", "orders.customer_id")
        .whereRef("order_changes.order_id", "=", "orders.order_id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("changes"),
    )
    .select((order) =>
      order
        .selectFrom("rehearsed_standings")
        .whereRef("rehearsed_standings.customer_id", "=", "orders.customer_id")
        .whereRef("rehearsed_standings.order_id", "=", "orders.order_id")
        .select(sql<Forced>`to_json(rehearsed_standings)`.as("standing"))
        .as("rehearsed"),
    )
    .orderBy("order_id")
    .limit(which.limit)
    .execute();
  if (rows.length === 0) return [];
  const orderIds = rows.map((row) => row.order_id);
  const packages = await db
    .selectFrom("order_packages")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where(sql<boolean>`order_id = any(${orderIds})`)
    .orderBy("position")
    .execute();
  const shown = await listAssigned(db, customerId, orderIds);
  return rows.map((row) =>
    fromRow(
      row,
      packages.filter((part) => part.order_id === row.order_id),
      shown,
    ),
  );
}

interface Assigned extends AssignedCreative {
  readonly packageId: string;
}

async function listAssigned(db: Db, customerId: number, orderIds: readonly string[]): Promise<Assigned[]> {
  const rows = await db
    .selectFrom("creative_assignments as assigned")
    .innerJoin("library_creatives as creative", (join) =>
      join
        .onRef("creative.customer_id", "=", "assigned.customer_id")
        .onRef("creative.library_creative_id", "=", "assigned.library_creative_id"),
    )
    .select(["assigned.package_id", "assigned.error", "creative.creative_id", "creative.standing", "creative.note"])
    .select(["creative.updated_at", "creative.predecessor"])
    .where("assigned.customer_id", "=", customerId)
    .where(sql<boolean>`assigned.order_id = any(${orderIds})`)
    .orderBy("assigned.assigned_at")
    .orderBy("creative.library_creative_id")
    .execute();
  return rows.map((row) => ({
    packageId: row.package_id,
    creativeId: row.creative_id,
    standing: row.standing as AssignedCreative["standing"],
    note: row.error ?? row.note,
    isRefused: row.error !== null,
    hasPredecessor: row.predecessor !== null,
    since: row.updated_at,
  }));
}

type Orders = ReturnType<typeof orders>;

function chosen(all: Orders, which: PurchaseFilter): Orders {
  const { mediaBuyIds, account, undecided = false, isCalledBack, after } = which;
  return all
    .$if(isCalledBack !== undefined, (query) =>
      query.where(sql<boolean>`exists (
        select from task_callbacks told
        where told.customer_id = orders.customer_id and told.storefront_id = orders.storefront_id
          and told.principal = orders.buyer_principal and told.task_id = orders.order_id) = ${isCalledBack}`),
    )
    .$if(mediaBuyIds !== undefined, (query) => query.where(sql<boolean>`order_id = any(${mediaBuyIds})`))
    .$if(account !== undefined, (query) =>
      query
        .where(sql<boolean>`buyer->'identity'->>'brandDomain' = ${account?.brandDomain}`)
        .where(sql<boolean>`buyer->'identity'->>'operatorDomain' = ${account?.operator}`),
    )
    .$if(undecided, (query) =>
      query.where(sql<boolean>`exists (
        select from order_legs
        where order_legs.customer_id = orders.customer_id and order_legs.order_id = orders.order_id
          and order_legs.state in ('held', 'open', 'submitted', 'input_required'))`),
    )
    .$if(after !== undefined, (query) => query.where("order_id", ">", after ?? ""));
}

function orders(db: Db, customerId: number, { storefrontId, principal }: Owner) {
  return db
    .selectFrom("orders")
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("buyer_principal", "=", principal);
}

type OrderRow = Pick<
  Row<"orders">,
  "order_id" | "created_at" | "updated_at" | "flight_start" | "flight_end" | "echo" | "assignment_changes"
> & {
  readonly changes: number | null;
  readonly rehearsed: Forced | null;
};

/** In the form in which it appears in JSON. */
type Forced = Pick<Row<"rehearsed_standings">, "status" | "revision">;

function fromRow(row: OrderRow, packages: readonly Row<"order_packages">[], shown: readonly Assigned[]): Purchase {
  const revision = 1 + (row.changes ?? 0) + row.assignment_changes;
  const { rehearsed } = row;
  return {
    mediaBuyId: row.order_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision,
    rehearsed: rehearsed?.revision === revision ? (rehearsed.status as Purchase["rehearsed"]) : null,
    flight: { start: row.flight_start, end: row.flight_end },
    currency: packages[0]?.currency ?? "USD",
    budget: sum(packages.map(({ budget }) => budget)),
    echo: echoOf(row),
    packages: packages.map((part) => fromPackageRow(part, shown)),
  };
}

function echoOf({ echo }: { readonly echo: unknown }): Echo {
  return (echo as Echo | null) ?? {};
}

function fromPackageRow(row: Row<"order_packages">, shown: readonly Assigned[]): PurchasedPackage {
  return {
    packageId: row.package_id,
    productId: row.product_id,
    pricingOptionId: row.pricing_option_id,
    budget: row.budget,
    currency: row.currency,
    bidPrice: row.bid_price,
    pacing: row.pacing as Pacing,
    startTime: row.start_time,
    endTime: row.end_time,
    targeting: row.targeting as Targeting | null,
    formatIds: row.format_ids as unknown as readonly FormatId[] | null,
    echo: echoOf(row),
    paused: row.paused,
    canceled: row.canceled,
    creatives: shown.filter(({ packageId }) => packageId === row.package_id),
  };
}

/** Stores with the packages of an order what their buyer last sent as their context. */
export async function saveContexts(
  db: Db,
  customerId: number,
  orderId: string,
  contexts: Readonly<Record<string, Echo>>,
): Promise<void> {
  await sql`
    update order_packages
    set echo = jsonb_set(coalesce(order_packages.echo::jsonb, '{}'), '{context}', said.value)
    from jsonb_each(${JSON.stringify(contexts)}::jsonb) said
    where customer_id = ${customerId} and order_id = ${orderId} and package_id = said.key`.execute(db);
}
