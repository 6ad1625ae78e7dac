import { z } from "zod";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { SellerError } from "../../../ground/seller-agent/index.ts";
import { type ConnectedAccount, factsOf, isChoosable } from "../accounts/connected-account.ts";
import { listMappings } from "../accounts/mapping-store.ts";
import { findAccount, listAccounts } from "../accounts/store.ts";
import type { Connection } from "../connections/connection.ts";
import { listPolicies, USUAL_POLICY } from "../connections/policy-store.ts";
import { findConnection, findStanding } from "../connections/store.ts";
import type { Account } from "../contract/account.ts";
import type { Adapter } from "../contract/adapter.ts";
import type { Provider } from "../contract/provider.ts";
import type { Facts } from "../contract/template.ts";
import type { WiredSource } from "./wired-store.ts";

/** A buyer's access to a platform: the connection, and the accounts under which it can buy. */
export interface Seat {
  readonly connection: Pick<Connection, "customerId" | "connectionId" | "provider">;
  readonly state: Connection["status"];
  readonly buyEnabled: boolean;
  /** The account whose products are shown: the mapped one, or else the first that was selected. */
  readonly shown: SeatAccount | undefined;
  /** The account under which this buyer buys; undefined until one is mapped. */
  readonly mapped: SeatAccount | undefined;
  /** Every account that the connection gives access to. */
  readonly accounts: readonly ConnectedAccount[];
}

export interface SeatAccount {
  readonly accountId: number;
  readonly account: Account;
  readonly facts: Facts;
  /** Whether the platform has to be asked for the account's facts, because it never was and they are due. */
  readonly wantsFacts: boolean;
}

/** Reads in the tenant that owns the connection: the seller's or the buyer's. */
export const readSeat = step({
  name: "providers.read-seat",
  reads: true,
  input: z.object({
    customerId: z.int(),
    storefrontId: z.int(),
    advertiserId: z.int().optional(),
    brandDomain: z.string().nullable(),
  }),
  async handle({ customerId, storefrontId, advertiserId, brandDomain }, ctx: Context): Promise<Seat | undefined> {
    const connection = await findStanding(ctx.db, customerId, storefrontId);
    if (!connection) return undefined;
    const accounts = await listAccounts(ctx.db, customerId, [connection.connectionId]);
    const choosable = accounts.filter(isChoosable);
    const mappings = await listMappings(
      ctx.db,
      customerId,
      choosable.map(({ accountId }) => accountId),
    );
    const mapping = mappings.find((one) =>
      connection.ownerKind === "buyer"
        ? one.advertiserId !== null && one.advertiserId === advertiserId
        : one.brandDomain !== null && one.brandDomain === brandDomain,
    );
    const mapped = choosable.find(({ accountId }) => accountId === mapping?.accountId);
    const shown = mapped ?? choosable.find(({ isSelected }) => isSelected);
    const policies = await listPolicies(ctx.db, customerId, [storefrontId]);
    return {
      connection: { customerId, connectionId: connection.connectionId, provider: connection.provider },
      state: connection.status,
      buyEnabled: (policies.get(storefrontId) ?? USUAL_POLICY).buyEnabled,
      shown: shown && seatAccountOf(shown, wallOf(ctx)),
      mapped: mapped && seatAccountOf(mapped, wallOf(ctx)),
      accounts,
    };
  },
});

function seatAccountOf(account: ConnectedAccount & Account, wall: Date): SeatAccount {
  const { accountId, factsAt, factsDueAt } = account;
  const wantsFacts = factsAt === null && factsDueAt !== null && factsDueAt <= wall;
  return { accountId, account, facts: factsOf(account), wantsFacts };
}

/** The account under which something was bought; undefined if its connection is gone. */
export const readSeatAccount = step({
  name: "providers.read-seat-account",
  reads: true,
  input: z.object({ customerId: z.int(), accountId: z.int() }),
  async handle({ customerId, accountId }, ctx: Context) {
    const account = await findAccount(ctx.db, customerId, accountId);
    if (!account || !isChoosable({ ...account, archivedAt: null })) return undefined;
    const connection = await findConnection(ctx.db, { customerId, connectionId: account.connectionId });
    const provider: Provider | undefined = connection?.provider;
    // The account could be selected when this was bought. Even if it is no longer listed, its buys can be read.
    return provider && { provider, account: account as ConnectedAccount & Account, facts: factsOf(account) };
  },
});

/** The account under which to buy, or what to do to get one. */
export function openSeatFor(
  { source, adapter }: { readonly source: WiredSource; readonly adapter: Adapter },
  seat: Seat | undefined,
): SeatAccount | SellerError {
  const name = adapter.describe.displayName;
  const way = `POST /storefronts/${source.storefrontId}/connection`;
  if (!adapter.sales) return refusal("UNSUPPORTED_FEATURE", `${name} makes creatives, and sells nothing`);
  if (!seat || seat.state === "PENDING") return refusal("AUTH_REQUIRED", `${name} is not connected: ${way}`);
  if (seat.state !== "CONNECTED")
    return refusal("AUTH_REQUIRED", `${name} no longer accepts its consent: connect it again with ${way}`);
  if (!seat.buyEnabled)
    return refusal(
      "PERMISSION_DENIED",
      `buying at ${name} is switched off: PATCH /storefronts/${source.storefrontId}/connection-policy`,
    );
  const { connectionId } = seat.connection;
  if (!seat.mapped)
    return refusal(
      "account_mapping_required",
      `no account at ${name} is mapped to this advertiser: POST /storefront-connections/${connectionId}/accounts/{accountId}/advertiser`,
      "account",
    );
  const { account } = seat.mapped;
  if (account.status === "active") return seat.mapped;
  return refusal(
    account.status === "payment_required" ? "ACCOUNT_PAYMENT_REQUIRED" : "ACCOUNT_SUSPENDED",
    `the account ${account.name ?? account.externalAccountId} at ${name} is ${account.status}`,
    "account",
  );
}
