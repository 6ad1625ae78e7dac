import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict } from "../../../ground/kernel/errors.ts";
import { isRefused } from "../legs/leg.ts";
import type { Order } from "../order.ts";
import { findOrder } from "../store.ts";
import type { Approval } from "./approval.ts";
import type { Forwarding } from "./decide-order.ts";
import { forwardAgain } from "./lift-hold.ts";
import { found } from "./queue.ts";
import { lockApproval } from "./store.ts";

export interface Retry {
  readonly forceTerminal: boolean;
  readonly reason?: string | undefined;
}

/**
 * Asks those sources of an approved order again that have not answered. If forced, also asks those that refused it, as
 * long as none of them holds anything and the buyer has not been told. If every source has accepted its part, none is
 * asked. Throws `Conflict` if the order is not approved, or has ended at a source and may not be forced.
 */
export async function retryForward(
  ctx: Context,
  orderId: string,
  { forceTerminal, reason }: Retry,
): Promise<Forwarding> {
  const { db, viewer, changes } = ctx;
  const approval = found(await lockApproval(db, viewer.customerId, orderId), orderId);
  const { status } = approval;
  if (status !== "approved")
    throw new Conflict(`media buy ${orderId} is ${status}: only one that was approved is forwarded`, {
      details: { status },
    });
  const order = await findOrder(db, viewer.customerId, orderId);
  if (!order) throw new Error(`the order ${orderId} has an approval, and is not there`);
  if (reason !== undefined) changes.set("retryReason", { from: null, to: reason });
  const open = order.legs.filter(({ state }) => state === "open").map(({ legId }) => legId);
  if (open.length > 0) return { orderId, legIds: open };
  if (forceTerminal) checkMayBeForced(order, approval);
  else checkNothingFailed(order);
  return { orderId, legIds: forceTerminal ? await forwardAgain(ctx, orderId) : [] };
}

function checkMayBeForced({ orderId, legs }: Order, { refusalReportedAt }: Approval): void {
  if (refusalReportedAt)
    throw new Conflict(
      `media buy ${orderId} cannot be forwarded again: its buyer has been told that it was refused; ask it to buy again`,
      { details: { statedAt: refusalReportedAt.toISOString() } },
    );
  if (legs.every(isRefused)) return;
  const held = legs.filter((leg) => !isRefused(leg)).map(({ sourceName }) => sourceName);
  throw new Conflict(
    `media buy ${orderId} cannot be forwarded again: ${held.join(", ")} holds its part, or may hold it; ask its people`,
    { details: { sources: held } },
  );
}

function checkNothingFailed({ orderId, legs }: Order): void {
  const failed = legs.filter(({ state }) => state === "failed" || state === "rejected");
  if (failed.length === 0) return;
  const reported = failed.map(
    ({ sourceName, message, errors }) => `${sourceName}: ${errors[0]?.message ?? message ?? "no answer"}`,
  );
  throw new Conflict(
    `media buy ${orderId} is over at its sources (${reported.join("; ")}): send forceTerminal to ask again those that refused it`,
    { details: { sources: failed.map(({ sourceName }) => sourceName) } },
  );
}
