import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import type { DeliveryAnswer } from "../../../ground/seller-agent/index.ts";
import { followReportJob, type ReportInput } from "../../modular/index.ts";
import { callFor } from "../ask-source.ts";
import { type FoundLegs, findLegs, openFound } from "../legs/leg-groups.ts";
import type { Order } from "../order.ts";
import { reportDelivery } from "../outcomes/report-delivery.ts";
import { currencyOf, reportOf } from "../read-delivery.ts";
import { findOrder } from "../store.ts";
import { notifyBuyerOfReport } from "../wake-buyer.ts";
import { saveDelivery } from "./save-delivery.ts";

/** A report to be assigned to its order. It contains decrypted secrets, and exists only for one call. */
interface ReportToAssign extends Pick<ReportInput, "startDay" | "endDay"> {
  readonly order: Order;
  readonly found: FoundLegs;
}

/**
 * Follows up a report from a source: the seller counts the delivery whether or not the buyer asks for it, and a buyer
 * on this installation is told to ask. The figures are fetched from the source as usual, so that they are counted once.
 */
export const followReport: Step<ReportInput, void> = step({
  ...followReportJob,

  async claim(
    { customerId, inventorySourceId, mediaBuyId, startDay, endDay },
    ctx,
  ): Promise<ReportToAssign | undefined> {
    // A source without an agent uses our own order ids. Anything else in its reports was booked by others, and is not
    // an order.
    const order = await findOrder(ctx.db, customerId, mediaBuyId);
    if (!order) return undefined;
    const found = await findLegs(
      ctx,
      [order],
      (leg) => leg.state === "booked" && leg.inventorySourceId === inventorySourceId,
    );
    return found.groups.length > 0 ? { order, found, startDay, endDay } : undefined;
  },

  async call({ order, found, startDay, endDay }, out: CallContext): Promise<readonly DeliveryAnswer[]> {
    const groups = await openFound(out, found);
    const request = (legs: Order["legs"]) => ({
      mediaBuyIds: legs.flatMap(({ sellerMediaBuyId }) => sellerMediaBuyId ?? []),
      startDay,
      endDay,
    });
    const reports = await Promise.all(
      groups.map((group) => reportOf(group, request(group.legs), currencyOf([order]), callFor(order, out))),
    );
    return reports.map((report) => {
      if (report instanceof Error) throw report;
      return report;
    });
  },

  async settle({ order, startDay }, answers, ctx: Context): Promise<void> {
    const rows = answers.flatMap((answer) => answer.rows);
    if (rows.length === 0) return;
    await saveDelivery(ctx, [order], answers);
    await reportDelivery(ctx, [order], { rows, currency: currencyOf([order]) });
    await notifyBuyerOfReport(ctx, order, startDay);
  },
});
