import { z } from "zod";
import { after, dayOf } from "../../../ground/kernel/clock.ts";
import { wallOf } from "../../../ground/kernel/context.ts";
import { type Agenda, step } from "../../../ground/kernel/step.ts";
import { SellerRefused, SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import type { DeliveryCallbackContext } from "../../../ground/seller-agent/sellers.ts";
import { announce, type CallbackSecrets } from "../../../supply/callers/callbacks/index.ts";
import { listPurchases } from "../../../supply/callers/index.ts";
import {
  daysToReport,
  LOOKS_EVERY_MS,
  listDueReportsOfAllCustomers,
  lockSubscription,
  type ReportSubscription,
  reported,
  reportPlace,
  saveSubscription,
} from "../../../supply/callers/reports/index.ts";
import { reportBody } from "./report-body.ts";

const OVER: ReadonlySet<string> = new Set(["completed", "canceled", "rejected"]);

interface ReportToSend {
  readonly subscription: ReportSubscription;
  readonly flightStart: Date;
}

/** Checks whether a day on which a buyer wants a report of its media buy is over, and enqueues the report. */
export const sendReport = step({
  name: "adcp.send-report",
  input: z.object({ customerId: z.int(), orderId: z.string() }),

  async claim({ customerId, orderId }, ctx): Promise<ReportToSend | undefined> {
    const known = await lockSubscription(ctx.db, customerId, orderId);
    const wall = wallOf(ctx);
    if (!known?.checkAt || known.checkAt > wall) return undefined;
    const subscription = { ...known, checkAt: after(wall, LOOKS_EVERY_MS) };
    await saveSubscription(ctx.db, customerId, subscription);
    const [purchase] = await listPurchases(ctx.db, customerId, known, { mediaBuyIds: [orderId], limit: 1 });
    return purchase && { subscription, flightStart: purchase.flight.start };
  },

  async call({ subscription, flightStart }, { viewer, sellers, requestId }): Promise<DeliveryCallbackContext | null> {
    const { orderId: mediaBuyId, storefrontId, principal, reportedUntil } = subscription;
    const { customerId } = viewer;
    const startDay = reportedUntil ?? dayOf(flightStart);
    try {
      return await sellers.readGivenDelivery({ customerId, storefrontId, principal, mediaBuyId, startDay }, requestId);
    } catch (error) {
      // It is checked again when it is next due.
      if (error instanceof SellerUnreachable || error instanceof SellerRefused) return null;
      throw error;
    }
  },

  async settle({ subscription: { orderId } }, delivery, ctx): Promise<void> {
    const { customerId } = ctx.viewer;
    const subscription = await lockSubscription(ctx.db, customerId, orderId);
    const which = { mediaBuyIds: [orderId], limit: 1 };
    const [purchase] = subscription ? await listPurchases(ctx.db, customerId, subscription, which) : [];
    if (!subscription?.checkAt || !purchase || !delivery?.mediaBuy) return;
    const { now, mediaBuy, rows } = delivery;
    const isFinal = OVER.has(mediaBuy.status);
    const days = daysToReport(subscription, { flightStart: purchase.flight.start, now, isOver: isFinal });
    if (!days) return;
    await saveSubscription(ctx.db, customerId, reported(subscription, days, isFinal));
    const { storefrontId, principal, url, sealed, sequence } = subscription;
    await announce(ctx, {
      storefrontId,
      principal,
      url,
      taskType: "media_buy_delivery",
      taskId: `${orderId} report ${sequence + 1} of ${subscription.createdAt.toISOString()}`,
      secrets: JSON.parse(ctx.vault.open(sealed, reportPlace(customerId, orderId))) as CallbackSecrets,
      bodyOf: (eventId) => reportBody(ctx, eventId, { subscription, purchase, mediaBuy, rows, days, isFinal }),
    });
  },
});

/** Checks run in real time, but which days are over depends on the buyer's clock. */
export const reportAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueReportsOfAllCustomers(db, wall, limit);
    return due.map(({ at, ...input }) => ({ at, step: sendReport, input, subject: `report of ${input.orderId}` }));
  },
};
