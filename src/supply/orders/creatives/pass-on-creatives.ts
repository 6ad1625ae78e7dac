import { after } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import {
  type CreativeOutcome,
  type CreativesToSync,
  type SellerCall,
  type SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { askInTime, asSellerFailure } from "../ask-source.ts";
import { isRunning } from "../legs/leg.ts";
import { type FoundLegs, findLegs, type OpenedGroup, openFound } from "../legs/leg-groups.ts";
import type { Leg, Order } from "../order.ts";
import { composeCreatives, type SourceResponse } from "./compose-creatives.ts";
import { creativeTransportOf, takesOnlyWithBuy } from "./creative-transport.ts";
import { giveCreatives, partOfLeg } from "./give-creatives.ts";
import { outcomesOfRidden } from "./ride-with-buy.ts";

/** What the sources of an order are to show, and the sources. It contains decrypted secrets, and exists only for one call. */
export interface CreativesOnTheWay {
  readonly order: Order;
  readonly request: CreativesToSync;
  readonly found: FoundLegs;
}

/** The sources' answers; undecided if one of them did not answer, so that the same has to be sent again. */
export type PassedOn =
  | { readonly kind: "decided"; readonly outcomes: readonly CreativeOutcome[] }
  | { readonly kind: "undecided"; readonly message: string };

/** Finds the sources that show part of an order, before the call. */
export async function findShowing(ctx: Context, order: Order, request: CreativesToSync): Promise<CreativesOnTheWay> {
  const isMeant = (leg: Leg) => isRunning(leg) && partOfLeg(request, leg).packages.length > 0;
  return { order, request, found: await findLegs(ctx, [order], isMeant) };
}

/**
 * Sends an order's creatives to the sources that show them, in whatever way each accepts them, under keys derived from
 * the request's key: a retry sends each of them the same.
 */
export async function passOnCreatives(
  out: CallContext,
  { order, request, found }: CreativesOnTheWay,
  timeoutMs: number,
): Promise<PassedOn> {
  const { identity, clockAheadMs } = order.buyer;
  const now = after(wallOf(out), clockAheadMs);
  const call = { buyer: identity, timeoutMs, now, requestId: out.requestId };
  const groups = await openFound(out, found);
  const response = await Promise.all(
    groups.flatMap((group) => group.legs.map((leg) => passOnToLeg(group, leg, request, call))),
  );
  const failed = response.find((one) => one instanceof Error);
  if (failed) return { kind: "undecided", message: failed.message };
  const said = response.flatMap((one) => ("outcomes" in one ? one : []));
  return { kind: "decided", outcomes: composeCreatives(request, said) };
}

async function passOnToLeg(
  { agent, buyer, capabilities }: OpenedGroup,
  leg: Leg,
  request: CreativesToSync,
  call: SellerCall,
): Promise<SourceResponse | SellerRefused | SellerUnreachable> {
  const { sourceName } = leg;
  if (!agent) return new SellerUnreachable(sourceName, "unauthorized", "it no longer opens for this buyer");
  const part = partOfLeg(request, leg);
  if (takesOnlyWithBuy(capabilities)) return { sourceName, outcomes: outcomesOfRidden(part, leg) };
  const transport = creativeTransportOf(capabilities);
  try {
    const give = () => giveCreatives(agent, part, leg, transport, { ...call, buyer });
    return { sourceName, outcomes: await askInTime(sourceName, call, give) };
  } catch (thrown) {
    return asSellerFailure(sourceName, thrown);
  }
}
