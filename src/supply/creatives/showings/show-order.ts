import { z } from "zod";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import {
  findOrder,
  findShowing,
  isRunning,
  isUndecided,
  leaseEnd,
  type Order,
  type PassedOn,
  passOnCreatives,
  pauseAfter,
} from "../../orders/creatives/index.ts";
import { shownOf } from "../library/library-creative.ts";
import { begun, digestOf, ended, isToBeSent, keyOf, leaseLeftMs, type Showing, type ToShow } from "./showing.ts";
import { listAssigned, lockShowing, noteRefusals, saveShowing } from "./store.ts";

interface ShowInput {
  readonly customerId: number;
  readonly orderId: string;
  readonly timeoutMs: number;
}

interface Claimed {
  readonly showing: Showing;
  readonly onTheWay: Awaited<ReturnType<typeof findShowing>>;
  readonly timeoutMs: number;
}

/** Has the sources of an order show what is assigned to its packages and was approved. Answers how that stands. */
export const showOrder: Step<ShowInput, Showing> = step({
  name: "creatives.show-order",
  input: z.object({ customerId: z.int(), orderId: z.string(), timeoutMs: z.int().positive() }),

  async claim({ customerId, orderId, timeoutMs }, ctx): Promise<Claimed | undefined> {
    const before = await lockShowing(ctx.db, customerId, orderId);
    const order = before && (await findOrder(ctx.db, customerId, orderId));
    const wall = wallOf(ctx);
    if (!order) return undefined;
    const leaseLeft = leaseLeftMs(before, wall);
    if (leaseLeft > 0) {
      await showLater(ctx, orderId, leaseLeft + pauseAfter(before.attempts));
      return undefined;
    }
    const toShow = await toShowNow(ctx, order);
    if (!isToBeSent(before, toShow)) {
      await saveShowing(ctx.db, customerId, { ...before, isOpen: order.legs.some(isUndecided) });
      return undefined;
    }
    const leaseUntil = leaseEnd(wall, timeoutMs);
    const showing = begun(before, toShow, leaseUntil);
    await saveShowing(ctx.db, customerId, showing);
    if (showing.leaseUntil === null) return undefined;
    await showLater(ctx, orderId, leaseUntil.getTime() - wall.getTime() + pauseAfter(showing.attempts));
    const request = { ...toShow, idempotencyKey: keyOf(showing) };
    return { showing, onTheWay: await findShowing(ctx, order, request), timeoutMs };
  },

  call: ({ onTheWay, timeoutMs }, out): Promise<PassedOn> => passOnCreatives(out, onTheWay, timeoutMs),

  async settle({ showing: sent, onTheWay: { order } }, passed, ctx): Promise<Showing> {
    const { db, viewer } = ctx;
    const { customerId } = viewer;
    const { orderId } = order;
    const standing = (await lockShowing(db, customerId, orderId)) ?? sent;
    // Whoever came after a lease that was over has sent something newer, or the same again.
    if (standing.number !== sent.number) return standing;
    const isNews = digestOf(await toShowNow(ctx, order)) !== sent.digest;
    const settled = ended(standing, passed, isNews || order.legs.some(isUndecided));
    await saveShowing(db, customerId, settled);
    if (passed.kind === "decided") await noteRefusals(db, customerId, orderId, passed.outcomes);
    if (isNews) await showLater(ctx, orderId, 0);
    return settled;
  },
});

/** Leaves it to the jobs; while one waits for the order, another is not added. */
export async function showLater(ctx: Context, orderId: string, delayMs: number): Promise<void> {
  const input = { customerId: ctx.viewer.customerId, orderId, timeoutMs: ctx.installation.sellerTimeoutMs };
  await ctx.enqueue(showOrder, input, { delayMs, key: delayMs === 0 ? orderId : `${orderId} again` });
}

/** Every package that its source has booked is named, also with nothing: what it no longer shows is taken off it. */
async function toShowNow({ db, viewer }: Context, { orderId, legs }: Order): Promise<ToShow> {
  const assigned = await listAssigned(db, viewer.customerId, orderId);
  const showable = assigned.flatMap(({ packageId, creative }) => {
    const shown = shownOf(creative);
    return shown ? [{ packageId, shown }] : [];
  });
  const booked = legs
    .filter(isRunning)
    .flatMap(({ packages }) => packages.filter((part) => part.sellerPackageId !== null && !part.canceled));
  const packages = booked.map(({ packageId }) => {
    const own = showable.filter((one) => one.packageId === packageId);
    return { packageId, creativeIds: [...new Set(own.map(({ shown }) => shown.creativeId))] };
  });
  const wanted = new Set(packages.flatMap(({ creativeIds }) => creativeIds));
  const creatives = new Map(showable.map(({ shown }) => [shown.creativeId, shown]));
  return {
    mediaBuyId: orderId,
    packages,
    creatives: [...creatives.values()].filter((one) => wanted.has(one.creativeId)),
  };
}
