import { z } from "zod";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import type { Connection } from "../connections/connection.ts";
import { openLine } from "../connections/open-line.ts";
import type { ListedAccount } from "../contract/account.ts";
import type { ProviderError, Result } from "../contract/provider-error.ts";
import { runNow } from "../host/run-now.ts";
import { saveListing } from "./store.ts";

type ConnectionRef = Pick<Connection, "customerId" | "connectionId" | "provider">;

/** Requests all pages of the provider's list of accounts for a connection. */
export async function askForAccounts(
  out: CallContext,
  place: ConnectionRef,
  timeoutMs: number,
): Promise<Result<readonly ListedAccount[]>> {
  const line = await openLine(out, place, undefined);
  if (!line.ok) return line;
  return runNow(out, line.value, line.value.adapter.accounts, null, timeoutMs);
}

export const rememberListing = step({
  name: "providers.remember-listing",
  input: z.object({
    customerId: z.int(),
    connectionId: z.int(),
    listed: z.custom<readonly ListedAccount[]>(),
  }),
  handle: ({ listed, ...place }, ctx: Context) => saveListing(ctx.db, place, listed, ctx.now),
});

/** An explanation for an interactive caller: what the problem is, and what to do. */
export function explained({ kind, message }: ProviderError, displayName: string): string {
  if (kind === "auth_revoked") return `${displayName} is not connected: connect it again`;
  return `${displayName}: ${message}`;
}
