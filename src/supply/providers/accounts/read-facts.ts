import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { getOwnConnection } from "../connections/read-connections.ts";
import { type ConnectedAccount, factsOf } from "./connected-account.ts";
import { findAccount } from "./store.ts";

const Minimum = z.object({ amount: z.string(), per: z.enum(["day", "flight"]) });

export const FactsView = z
  .object({
    minimum: Minimum.nullable().describe(
      "The minimum for a package, in the account's currency; null if none is stated",
    ),
    minimums: z
      .record(z.string(), Minimum)
      .describe("For single products of the platform, instead of the minimum for all"),
    countries: z.array(z.string()).describe("Where it sells; empty if the platform sells wherever its account does"),
    identities: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .describe("The identities that ads can be published under; the first is the default"),
    withheld: z
      .record(z.string(), z.string())
      .describe("Products of the platform that the account cannot buy, and why"),
    asOf: z.iso.datetime().nullable().describe("Null until the platform has been asked"),
  })
  .meta({ id: "StorefrontConnectionAccountFacts" });

/** One of the viewer's own accounts. Throws `NotFound`. */
export async function getOwnAccount(
  ctx: Context,
  { connectionId, accountId }: { readonly connectionId: number; readonly accountId: number },
): Promise<ConnectedAccount> {
  await getOwnConnection(ctx, connectionId);
  const account = await findAccount(ctx.db, ctx.viewer.customerId, accountId);
  if (account?.connectionId === connectionId) return account;
  throw new NotFound(`connection ${connectionId} has no account ${accountId}`);
}

export function factsViewOf(account: ConnectedAccount): z.input<typeof FactsView> {
  const { minimum, minimums = {}, countries, identities, withheld } = factsOf(account);
  return {
    minimum,
    minimums: { ...minimums },
    countries: [...countries],
    identities: [...identities],
    withheld: { ...withheld },
    asOf: account.factsAt?.toISOString() ?? null,
  };
}
