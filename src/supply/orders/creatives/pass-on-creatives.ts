import {
  type CreativeOutcome,
  type CreativesToSync,
  type SellerCall,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { askInTime, asSellerFailure, forSources } from "../ask-source.ts";
import { isRunning } from "../legs/leg.ts";
import { type OpenedGroup, openLegs } from "../legs/leg-groups.ts";
import type { BuyerOfStorefront, Leg } from "../order.ts";
import { readOrders } from "../read-orders.ts";
import { refusal } from "../refusal.ts";
import type { SellerSide } from "../seller-side.ts";
import { composeCreatives, type SaidBySource } from "./compose-creatives.ts";
import { creativeTransportOf } from "./creative-transport.ts";
import { giveCreatives, partOfLeg } from "./give-creatives.ts";

/**
 * Gives the creatives of an order to the sources that show them, each in its own way. A storefront keeps none: what it is
 * told under a key it passes on under keys that follow from that one, so a repetition needs nothing written down. Throws
 * where a source decided nothing; the same request then asks all of them again.
 */
export async function passOnCreatives(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  request: CreativesToSync,
  call: SellerCall,
): Promise<CreativeOutcome[]> {
  const { mediaBuyId } = request;
  const [order] = await readOrders(side, buyer, [mediaBuyId]);
  if (!order) {
    const unknown = refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${mediaBuyId}`, "media_buy_id");
    throw new SellerRefused("the storefront", [unknown]);
  }
  const isMeant = (leg: Leg) => isRunning(leg) && partOfLeg(request, leg).packages.length > 0;
  const groups = await openLegs(side, [order], isMeant);
  const share = forSources(call);
  const heard = await Promise.all(
    groups.flatMap((group) => group.legs.map((leg) => passOnToLeg(group, leg, request, share))),
  );
  const failures = heard.flatMap((one) => (one instanceof Error ? one : []));
  if (failures[0]) throw failures[0];
  return composeCreatives(
    request,
    heard.flatMap((one) => ("outcomes" in one ? one : [])),
  );
}

async function passOnToLeg(
  { agent, buyer, capabilities }: OpenedGroup,
  leg: Leg,
  request: CreativesToSync,
  call: SellerCall,
): Promise<SaidBySource | SellerRefused | SellerUnreachable> {
  const { sourceName } = leg;
  if (!agent) return new SellerUnreachable(sourceName, "unauthorized", "it no longer opens for this buyer");
  const part = partOfLeg(request, leg);
  const transport = creativeTransportOf(capabilities);
  try {
    const give = () => giveCreatives(agent, part, leg, transport, { ...call, buyer });
    return { sourceName, outcomes: await askInTime(sourceName, call, give) };
  } catch (thrown) {
    return asSellerFailure(sourceName, thrown);
  }
}
