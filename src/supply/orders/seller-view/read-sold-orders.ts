import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import type { Page } from "../../../ground/kernel/query.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import type { SoldOrder } from "./sold-order.ts";
import { countOrders, listChanges, listSoldOrders, type OrderFilter, pageOfOrders } from "./store.ts";
import type { AskedChange } from "./timeline.ts";

interface SoldOrders {
  readonly orders: readonly SoldOrder[];
  /** How many match the filter, on all pages. */
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

export async function getSoldOrder(
  { db, viewer }: Pick<Context, "db" | "viewer">,
  orderId: string,
): Promise<SoldOrder> {
  const [sold] = await listSoldOrders(db, viewer.customerId, [orderId]);
  if (!sold)
    throw new NotFound(`no media buy ${orderId} was bought at your storefront: list them with GET /media-buys`);
  return sold;
}

export async function readTimeline(
  ctx: Context,
  orderId: string,
): Promise<{ readonly sold: SoldOrder; readonly changes: readonly AskedChange[] }> {
  const sold = await getSoldOrder(ctx, orderId);
  return { sold, changes: await listChanges(ctx.db, ctx.viewer.customerId, orderId) };
}
