import { z } from "zod";
import { type Dispatch, type DispatchInput, dispatch, POLICIES, type Result } from "../../../ground/dispatch/index.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import type { CreativeOutcome } from "../../../ground/seller-agent/index.ts";
import {
  findOrder,
  findShowing,
  isRunning,
  isUndecided,
  type Order,
  passOnCreatives,
  watchNow,
} from "../../orders/creatives/index.ts";
import { shownOf } from "../library/library-creative.ts";
import {
  afterShowing,
  type CreativesToShow,
  digestOf,
  isToBeSent,
  keyOf,
  type Showing,
  stepShowing,
  withToShow,
} from "./showing.ts";
import { listAssigned, lockShowing, recordRefusals, saveShowing } from "./store.ts";

interface ShowInput extends DispatchInput {
  readonly orderId: string;
}

interface HeldShowing extends Showing {
  readonly order: Order;
}

/** Makes the sources of an order show the approved creatives assigned to its packages. Returns the result so far. */
export const showOrder: Dispatch<ShowInput, Showing> = dispatch({
  name: "creatives.show-order",
  input: { orderId: z.string() },
  policy: POLICIES.showing,
  async load({ customerId, orderId }, { db }): Promise<HeldShowing | undefined> {
    const showing = await lockShowing(db, customerId, orderId);
    const order = showing && (await findOrder(db, customerId, orderId));
    return order && { ...showing, order };
  },
  // Whether there is anything to send depends on the assigned and approved creatives: see `isToBeSent`.
  isOpen: () => true,
  async request(before, ctx) {
    const toShow = await toShowNow(ctx, before.order);
    if (!isToBeSent(before, toShow)) {
      const record = stepShowing(before, before.order.legs.some(isUndecided) ? "send" : "settle");
      return { record, request: undefined };
    }
    const record = withToShow(before, toShow);
    return { record, request: await findShowing(ctx, before.order, { ...toShow, idempotencyKey: keyOf(record) }) };
  },
  save,
  async call(onTheWay, out, { timeoutMs }) {
    const passed = await passOnCreatives(out, onTheWay, timeoutMs);
    if (passed.kind === "undecided") return { kind: "unknown", message: passed.message };
    return { kind: "answered", answer: passed.outcomes };
  },
  async settle(sent, result: Result<readonly CreativeOutcome[]>, ctx) {
    const { order, orderId, digest } = sent;
    const isNews = digestOf(await toShowNow(ctx, order)) !== digest;
    const settled = await save(afterShowing(sent, result, isNews || order.legs.some(isUndecided)), ctx);
    if (result.kind === "answered") {
      await recordRefusals(ctx.db, ctx.viewer.customerId, orderId, result.answer);
      // A package that was waiting for creatives may now run, and its buyer is notified.
      await watchNow(ctx, orderId);
    }
    if (isNews) await showLater(ctx, orderId, 0);
    return settled;
  },
  answer(held) {
    const { order: _, ...showing } = held;
    return showing;
  },
});

async function save(showing: HeldShowing, { db, viewer }: Context): Promise<HeldShowing> {
  await saveShowing(db, viewer.customerId, showing);
  return showing;
}

/** Leaves it to a job; at most one job per order is queued. */
export async function showLater(ctx: Context, orderId: string, delayMs: number): Promise<void> {
  await ctx.enqueue(
    showOrder,
    { customerId: ctx.viewer.customerId, orderId },
    { delayMs, key: delayMs === 0 ? orderId : `${orderId} again` },
  );
}

/** Lists every package that its source has booked, even without creatives, so that the source removes what is no longer shown. */
async function toShowNow({ db, viewer }: Context, { orderId, legs }: Order): Promise<CreativesToShow> {
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
