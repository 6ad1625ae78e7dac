import { wallOf } from "../../ground/kernel/context.ts";
import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import {
  type MediaBuyOutcome,
  type SellerCall,
  type SellerMediaBuy,
  SellerRefused,
} from "../../ground/seller-agent/index.ts";
import { notifyRefusals } from "./approvals/notify-refusals.ts";
import { followChange } from "./changes/follow-change.ts";
import { splitTaskId } from "./changes/order-change.ts";
import { composeOutcome, isDecided, mediaBuyOf } from "./compose-outcome.ts";
import { followLegs } from "./legs/follow-legs.ts";
import { isUndecided } from "./legs/leg.ts";
import type { BuyerOfStorefront, Order } from "./order.ts";
import { readOrders } from "./read-orders.ts";
import type { SellerSide } from "./seller-side.ts";
import { isAwaited } from "./watch/next-check.ts";

/** The status of a submitted order or change. Throws `SellerRefused` if the buyer has made none with this id. */
export async function followTask(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  taskId: string,
  call: SellerCall,
): Promise<MediaBuyOutcome> {
  const { orderId, idempotencyKey } = splitTaskId(taskId);
  const outcome =
    idempotencyKey === undefined
      ? await followOrder(side, buyer, orderId, call)
      : await followChange(side, buyer, { orderId, idempotencyKey }, call);
  if (outcome) return outcome;
  throw new SellerRefused("the storefront", [refusal("REFERENCE_NOT_FOUND", `no task ${taskId}`, "task_id")]);
}

async function followOrder(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  orderId: string,
  call: SellerCall,
): Promise<MediaBuyOutcome | undefined> {
  const orders = await readOrders(side, buyer, [orderId]);
  await followLegs(side, orders, call, (leg) => isUndecided(leg) || isAwaited(leg));
  const [order] = await notifyRefusals(side, await readOrders(side, buyer, [orderId]));
  const outcome = order && composeOutcome(order, wallOf(side.out));
  // Polling a task also tells why it is waiting, even if no source ever answers.
  return outcome?.kind === "unanswered" ? { kind: "submitted", taskId: orderId, message: outcome.message } : outcome;
}

/** The buyer's media buys, with the status that their sources report. A buy on which no source has decided yet is left out. */
export async function listMediaBuys(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  mediaBuyIds: readonly string[],
  call: SellerCall,
): Promise<SellerMediaBuy[]> {
  const orders = await readOrders(side, buyer, mediaBuyIds);
  await followLegs(side, orders, call, () => true);
  const followed = await notifyRefusals(side, await readOrders(side, buyer, mediaBuyIds));
  return followed.filter(isKnown).map(mediaBuyOf);
}

function isKnown({ legs }: Order): boolean {
  return legs.some(isDecided) || legs.every(({ state }) => state === "rejected");
}
