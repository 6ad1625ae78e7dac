import { z } from "zod";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { adapterOf } from "../catalogue.ts";
import type { Connection } from "../connections/connection.ts";
import { openLine } from "../connections/open-line.ts";
import type { ListedAccount } from "../contract/account.ts";
import { type ProviderError, type Result } from "../contract/provider-error.ts";
import type { Facts } from "../contract/template.ts";
import { runNow } from "../host/run-now.ts";
import { type ConnectedAccount, isChoosable } from "./connected-account.ts";
import { keepFacts, keepListing } from "./store.ts";

type Place = Pick<Connection, "customerId" | "connectionId" | "provider">;

/** Asks the provider for the accounts that a connection opens, to the last page. */
export async function askForAccounts(
  out: CallContext,
  place: Place,
  timeoutMs: number,
): Promise<Result<readonly ListedAccount[]>> {
  const line = await openLine(out, place, undefined);
  if (!line.ok) return line;
  return runNow(out, line.value, line.value.adapter.accounts, null, timeoutMs);
}

/** Asks for what products are made of: minimums, identities. */
export async function askForFacts(
  out: CallContext,
  place: Place,
  account: ConnectedAccount,
  timeoutMs: number,
): Promise<Result<Facts> | undefined> {
  const { facts } = adapterOf(place.provider) ?? {};
  if (!facts || !isChoosable(account)) return undefined;
  const line = await openLine(out, place, account);
  if (!line.ok) return line;
  return runNow(out, line.value, facts, null, timeoutMs);
}

/** Keeps what an account is known by, in its owner's own rows. */
export const rememberFacts = step({
  name: "providers.remember-facts",
  input: z.object({ customerId: z.int(), accountId: z.int(), facts: z.custom<Facts>() }),
  handle: ({ customerId, accountId, facts }, ctx: Context) => keepFacts(ctx.db, customerId, accountId, facts, ctx.now),
});

export const rememberListing = step({
  name: "providers.remember-listing",
  input: z.object({
    customerId: z.int(),
    connectionId: z.int(),
    listed: z.custom<readonly ListedAccount[]>(),
  }),
  handle: ({ listed, ...place }, ctx: Context) => keepListing(ctx.db, place, listed, ctx.now),
});

/** For whoever asked in person: what stands in the way, and what to do. */
export function explained({ kind, message }: ProviderError, displayName: string): string {
  if (kind === "auth_revoked") return `${displayName} is not connected: connect it again`;
  return `${displayName}: ${message}`;
}
