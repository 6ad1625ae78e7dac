import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { type Step, type StepInput, step } from "../../../ground/kernel/step.ts";
import { callFor } from "../ask-source.ts";
import { askGroup, type PollResult, writeDown } from "../legs/follow-legs.ts";
import { type FoundLegs, findLegs, openFound } from "../legs/leg-groups.ts";
import type { Order } from "../order.ts";
import { findOrder } from "../store.ts";
import { notifyBuyer } from "../wake-buyer.ts";
import { isAwaited, nextCheckOf } from "./next-check.ts";
import { lockChecks, saveChecks } from "./store.ts";

interface WatchInput extends StepInput {
  readonly orderId: string;
}

/** An order whose sources are to be polled. It contains decrypted secrets, and exists only for one call. */
interface WatchedOrder {
  readonly order: Order;
  readonly found: FoundLegs;
}

/**
 * Polls the sources of an order for the status of its legs until they run, and tells the buyer what is new. The next
 * check is scheduled beforehand, as if this one brought no news, so that neither silence nor a crash ends the polling.
 */
export const watchOrder: Step<WatchInput, boolean> = step({
  name: "orders.watch",
  input: z.object({ customerId: z.int(), orderId: z.string() }),

  async claim({ customerId, orderId }, ctx): Promise<WatchedOrder | undefined> {
    const checks = await lockChecks(ctx.db, customerId, orderId);
    const order = checks.size > 0 ? await findOrder(ctx.db, customerId, orderId) : undefined;
    if (!order) return undefined;
    const watched = order.legs.filter(({ legId }) => checks.has(legId));
    const next = watched.map((leg) => {
      const asked = checks.get(leg.legId) ?? 0;
      const at = isAwaited(leg) ? nextCheckOf(leg, order.flight, asked, ctx.now) : null;
      return { legId: leg.legId, at, checks: asked + 1 };
    });
    await saveChecks(ctx.db, customerId, next);
    return { order, found: await findLegs(ctx, [order], (leg) => watched.includes(leg) && isAwaited(leg)) };
  },

  async call({ order, found }, out): Promise<readonly PollResult[]> {
    const groups = await openFound(out, found);
    return (await Promise.all(groups.map((group) => askGroup(group, callFor(order, out))))).flat();
  },

  async settle({ order }, asked, ctx): Promise<boolean> {
    const words = asked.flatMap((one) => ("words" in one ? one.words : []));
    await writeDown(ctx, [order], words);
    const isNews = words.some(
      ({ leg, standing }) => leg.state !== standing.state || leg.sellerStatus !== standing.sellerStatus,
    );
    if (isNews) await notifyBuyer(ctx, order);
    return isNews;
  },
});

/** Polls the sources of an order immediately, because something has happened after which they may have news. */
export async function watchNow(ctx: Context, orderId: string): Promise<void> {
  await ctx.enqueue(watchOrder, { customerId: ctx.viewer.customerId, orderId }, { key: orderId });
}
