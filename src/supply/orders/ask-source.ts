import { after } from "../../ground/kernel/clock.ts";
import { type CallContext, wallOf } from "../../ground/kernel/context.ts";
import { type SellerCall, SellerRefused, SellerUnreachable, withinDeadline } from "../../ground/seller-agent/index.ts";
import type { Order } from "./order.ts";

/**
 * A call that no buyer has requested: made on behalf of the order's buyer, in the time of its clock. A buyer on another
 * system has no clock here, so the storefront's is used.
 */
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

/** A call that leaves part of its time for the caller, so that the sources' answers arrive there in time. */
export function forSources(call: SellerCall): SellerCall {
  return { ...call, timeoutMs: Math.ceil(call.timeoutMs - Math.min(500, call.timeoutMs / 10)) };
}

/** Asks a source for no longer than the call allows, even if its agent ignores the deadline. */
export function askInTime<T>(name: string, { timeoutMs }: SellerCall, ask: () => Promise<T>): Promise<T> {
  const late = () => new SellerUnreachable(name, "timeout", `no answer within ${timeoutMs} ms`);
  return withinDeadline(timeoutMs, late, ask);
}

/** Converts an error to what callers of the port expect; an unexpected error means that the agent sent something unreadable. */
export function asSellerFailure(name: string, error: unknown): SellerRefused | SellerUnreachable {
  if (error instanceof SellerRefused || error instanceof SellerUnreachable) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new SellerUnreachable(name, "malformed", message, error);
}

/** For callers to whom an answer that decides nothing is the same as no answer. */
export function asUnreachable(failure: SellerRefused | SellerUnreachable): SellerUnreachable {
  if (failure instanceof SellerUnreachable) return failure;
  return new SellerUnreachable("the source", "unreachable", failure.message, failure);
}
