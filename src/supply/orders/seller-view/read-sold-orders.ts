import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import { listMoves } from "../../modular/index.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import { findApproval } from "../approvals/store.ts";
import { listChanges } from "../changes/store.ts";
import { listDeliveredPackages } from "../delivered/store.ts";
import { type OrderPace, orderPaceOf } from "./pace.ts";
import type { SoldOrder } from "./sold-order.ts";
import { countOrders, listSoldOrders, type OrderFilter, pageOfOrders, pageOfOrdersBelow } from "./store.ts";
import type { OrderHistory } from "./timeline.ts";

interface SoldOrders {
  readonly orders: readonly SoldOrder[];
  /** The number of orders that match the filter, on all pages. */
  readonly total: number;
}

/** A page of what the viewer's storefront sold, the most urgent first. */
export async function readSoldOrders(ctx: Context, filter: OrderFilter, page: Page): Promise<SoldOrders> {
  const { db, viewer, now } = ctx;
  const { customerId } = viewer;
  const { storefrontId } = await getOwnStorefront(ctx);
  const shop = { customerId, storefrontId };
  const [total, ids] = await Promise.all([countOrders(db, shop, filter), pageOfOrders(db, shop, filter, page, now)]);
  return { orders: await listSoldOrders(db, customerId, ids), total };
}

/** A page of the exported file of what the viewer's storefront sold, newest first. */
export async function readSoldOrdersBelow(ctx: Context, filter: OrderFilter, below?: string): Promise<SoldOrder[]> {
  const { db, viewer } = ctx;
  const { customerId } = viewer;
  const { storefrontId } = await getOwnStorefront(ctx);
  const ids = await pageOfOrdersBelow(db, { customerId, storefrontId }, filter, below);
  return listSoldOrders(db, customerId, ids);
}

export async function getSoldOrder(
  { db, viewer }: Pick<Context, "db" | "viewer">,
  orderId: string,
): Promise<SoldOrder> {
  const [sold] = await listSoldOrders(db, viewer.customerId, [orderId]);
  if (!sold)
    throw new NotFound(`no media buy ${orderId} was bought at your storefront: list them with GET /media-buys`);
  return sold;
}

export async function readPace({ db, viewer, now }: Context, sold: SoldOrder): Promise<OrderPace | null> {
  return orderPaceOf(sold, await listDeliveredPackages(db, viewer.customerId, sold.order.orderId), now);
}

export async function readTimeline(ctx: Context, orderId: string): Promise<OrderHistory> {
  const { db, viewer } = ctx;
  const sold = await getSoldOrder(ctx, orderId);
  const [approval, changes] = await Promise.all([
    findApproval(db, viewer.customerId, orderId),
    listChanges(db, viewer.customerId, orderId),
  ]);
  return { sold, approval, changes, moves: await readMoves(ctx, sold) };
}

/** What people and modules have done for the parts sold by modular sources, by leg. */
async function readMoves({ db, viewer }: Context, { legs }: SoldOrder): Promise<OrderHistory["moves"]> {
  const modular = legs.filter(({ sourceKind }) => sourceKind === "MODULAR_SOURCE");
  const moves = modular.map(async ({ leg: { legId, inventorySourceId, sellerMediaBuyId, orderId } }) => {
    const place = { customerId: viewer.customerId, inventorySourceId };
    return [legId, await listMoves(db, place, sellerMediaBuyId ?? orderId)] as const;
  });
  return new Map(await Promise.all(moves));
}
