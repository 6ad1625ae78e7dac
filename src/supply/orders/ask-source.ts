import { after } from "../../ground/kernel/clock.ts";
import { type CallContext, wallOf } from "../../ground/kernel/context.ts";
import { type SellerCall, SellerRefused, SellerUnreachable, withinDeadline } from "../../ground/seller-agent/index.ts";
import type { Order } from "./order.ts";

/** For a question that no buyer asked: as the order's buyer, by its clock. A stranger has none, and lives by the storefront's. */
export function callFor({ buyer: { identity, clockAheadMs } }: Order, out: CallContext): SellerCall {
  const { installation, requestId } = out;
  const lastSeen = after(wallOf(out), clockAheadMs);
  return {
    buyer: identity,
    timeoutMs: installation.sellerTimeoutMs,
    now: identity.customerId === null && out.now > lastSeen ? out.now : lastSeen,
    requestId,
  };
}

/** A call with the part of its time that may be spent on sources, so that what they say still reaches the caller in time. */
export function forSources(call: SellerCall): SellerCall {
  return { ...call, timeoutMs: Math.ceil(call.timeoutMs - Math.min(500, call.timeoutMs / 10)) };
}

/** Asks a source for as long as the call allows, whether its agent heeds that or not. */
export function askInTime<T>(name: string, { timeoutMs }: SellerCall, ask: () => Promise<T>): Promise<T> {
  const late = () => new SellerUnreachable(name, "timeout", `no answer within ${timeoutMs} ms`);
  return withinDeadline(timeoutMs, late, ask);
}

/** In terms that the port's callers know; an agent that fails in any other way has sent something unreadable. */
export function asSellerFailure(name: string, error: unknown): SellerRefused | SellerUnreachable {
  if (error instanceof SellerRefused || error instanceof SellerUnreachable) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new SellerUnreachable(name, "malformed", message, error);
}

/** For where an answer that decides nothing is as good as none. */
export function asUnreachable(failure: SellerRefused | SellerUnreachable): SellerUnreachable {
  if (failure instanceof SellerUnreachable) return failure;
  return new SellerUnreachable("the source", "unreachable", failure.message, failure);
}
