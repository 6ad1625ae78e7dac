import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import type { BuyerIdentity, Capabilities, SellerAgent } from "../../../ground/seller-agent/index.ts";
import { type OwnedSource, openSources, type RequestedSource, readSources, wantedBy } from "../open-sources.ts";
import type { Leg, Order } from "../order.ts";
import type { SellerSide } from "../seller-side.ts";

/** Legs of one buyer about which an agent can be asked together: same source, same account, same brand. */
interface LegGroup {
  readonly buyer: BuyerIdentity;
  readonly legs: readonly [Leg, ...Leg[]];
}

export interface OpenedGroup extends LegGroup {
  /** Undefined if the source is gone, is connected to another agent by now, or is no longer accessible to the buyer. */
  readonly agent: SellerAgent | undefined;
  /** The capabilities that the source last stated; null if it never did. */
  readonly capabilities: Capabilities | null;
}

/** Legs and the sources behind them, as stored. It contains decrypted secrets, and exists only for one call. */
export interface FoundLegs {
  readonly groups: readonly LegGroup[];
  readonly owned: readonly OwnedSource[];
  readonly buyerCustomerId: number | null;
}

/** Opens the sources behind legs of one buyer's orders. */
export async function openLegs(
  side: SellerSide,
  orders: readonly Order[],
  which: (leg: Leg) => boolean,
): Promise<OpenedGroup[]> {
  return openFound(side.out, await side.read((ctx) => findLegs(ctx, orders, which)));
}

export async function findLegs(
  ctx: Context,
  orders: readonly Order[],
  which: (leg: Leg) => boolean,
): Promise<FoundLegs> {
  const groups = groupsOf(orders, which);
  const numbers = groups.map(({ legs: [leg] }) => leg.inventorySourceId);
  const owned = numbers.length > 0 ? await readSources(ctx, numbers) : [];
  return { groups, owned, buyerCustomerId: orders[0]?.buyer.identity.customerId ?? null };
}

export async function openFound(
  out: CallContext,
  { groups, owned, buyerCustomerId }: FoundLegs,
): Promise<OpenedGroup[]> {
  const wanted = groups.map((group) => wantedFor(group, owned));
  const present = wanted.filter((one) => one !== undefined);
  const opened = await openSources(out, present, buyerCustomerId);
  const agents = new Map(present.map((one, index) => [one, opened[index]?.agent]));
  return groups.map((group, index) => {
    const one = wanted[index];
    return { ...group, agent: one && agents.get(one), capabilities: one?.source.capabilities ?? null };
  });
}

function wantedFor({ buyer, legs: [leg] }: LegGroup, owned: readonly OwnedSource[]): RequestedSource | undefined {
  const found = owned.find(({ source }) => source.inventorySourceId === leg.inventorySourceId);
  if (!found || found.source.agentId !== leg.agentId) return undefined;
  return { ...wantedBy(buyer, found), accountIdentifier: leg.accountIdentifier };
}

function groupsOf(orders: readonly Order[], which: (leg: Leg) => boolean): LegGroup[] {
  const groups = new Map<string, { buyer: BuyerIdentity; legs: [Leg, ...Leg[]] }>();
  for (const { buyer, legs } of orders) {
    for (const leg of legs.filter(which)) {
      const key = JSON.stringify([leg.inventorySourceId, leg.agentId, leg.accountIdentifier, buyer.identity]);
      const group = groups.get(key);
      if (group) group.legs.push(leg);
      else groups.set(key, { buyer: buyer.identity, legs: [leg] });
    }
  }
  return [...groups.values()];
}
