import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { callContext, inTransaction } from "../../../ground/kernel/perform.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import { type SellerCall, type SellerError, SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { refreshFacts } from "../accounts/refresh-facts.ts";
import { adapterOf } from "../catalogue.ts";
import type { Adapter } from "../contract/adapter.ts";
import { readSeat, type Seat } from "./seat.ts";
import type { ProviderSourceRef } from "./store.ts";
import { findWiredSource, type WiredSource } from "./wired-store.ts";

/** A platform serving a buyer: transactions in its seller's tenant, and external calls between them. */
export interface Shop {
  readonly source: WiredSource;
  readonly adapter: Adapter;
  readonly out: CallContext;
  readonly call: SellerCall;
  /** The later of the buyer's time and the seller's. */
  readonly now: Date;
  /** The call's deadline, on the clock of `performance.now()`. */
  readonly until: number;
  read<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  write<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

export async function openShop(host: Host, place: ProviderSourceRef, name: string, call: SellerCall): Promise<Shop> {
  const seller = await host.viewerOf(place.customerId);
  if (!seller) throw new SellerUnreachable(name, "unreachable", "its seller is gone");
  const { requestId } = call;
  const read = <T>(work: (ctx: Context) => Promise<T>) => inTransaction(host, seller, requestId, "read", work);
  const source = await read(({ db }) => findWiredSource(db, place));
  const adapter = source && adapterOf(source.provider);
  if (!source || !adapter) throw new SellerUnreachable(name, "unreachable", "there is no such source any more");
  const out = callContext(host, seller, requestId);
  return {
    source,
    adapter,
    out,
    call,
    now: out.now > call.now ? out.now : call.now,
    until: performance.now() + call.timeoutMs,
    read,
    write: (work) => inTransaction(host, seller, requestId, "write", work),
  };
}

/** Platforms are only simulated in a sandbox installation. Elsewhere they spend real money, so sandbox buys are refused there. */
export function refusedTrial({ adapter, call, out }: Shop): SellerError | undefined {
  if (!call.buyer.sandbox || out.installation.sandbox) return undefined;
  return refusal(
    "UNSUPPORTED_FEATURE",
    `${adapter.describe.displayName} has no sandbox here: buy under a live account`,
    "account",
  );
}

export function leftMs({ until }: Pick<Shop, "until">): number {
  return Math.max(until - performance.now(), 1);
}

/** The buyer's access to the platform; undefined if nobody has connected it. */
export async function seatOf({ source, adapter, call, out }: Shop): Promise<Seat | undefined> {
  const { customerId, advertiserId, brandDomain } = call.buyer;
  const owner = source.ownerKind === "operator" ? source.customerId : customerId;
  if (owner === null) return undefined;
  const asked = {
    customerId: owner,
    storefrontId: source.storefrontId,
    ...(advertiserId !== undefined && { advertiserId }),
    brandDomain,
  };
  const seat = await out.perform(readSeat, asked);
  if (!adapter.facts || !seat?.shown?.wantsFacts) return seat;
  // The first request under an account fetches its facts; after that they are refreshed automatically.
  await out.perform(refreshFacts, { customerId: owner, accountId: seat.shown.accountId });
  return out.perform(readSeat, asked);
}
