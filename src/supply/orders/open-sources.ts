import { z } from "zod";
import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { step } from "../../ground/kernel/step.ts";
import type { SellerAgent } from "../../ground/seller-agent/index.ts";
import { type BuyerCredential, listCredentialsFor } from "../credentials/index.ts";
import { type Auth, connectionOf, listSourcesWithAuth, type Source, toAgentAuth } from "../sources/index.ts";

/** A source and the seller's own way into it. Holds an opened secret: it lives for one call. */
export interface OwnedSource {
  readonly source: Source;
  readonly auth: Auth | undefined;
}

export interface OpenedSource {
  readonly source: Source;
  /** Undefined where the buyer has no credential that opens it. */
  readonly agent: SellerAgent | undefined;
  /** The buyer's account that it was opened with; null for the storefront's own. */
  readonly accountIdentifier: string | null;
}

/** A buyer's own credentials are read inside the buyer's own wall, whoever does the step. */
const readBuyerCredentials = step({
  name: "orders.read-buyer-credentials",
  input: z.object({ customerId: z.int(), agentIds: z.array(z.string()) }),
  handle: ({ agentIds }, ctx: Context) => listCredentialsFor(ctx, agentIds),
});

interface Wanted extends OwnedSource {
  /** The account that must be used again; left out, the buyer's oldest is, or the storefront's own where that will do. */
  readonly accountIdentifier?: string | null;
}

/** Opens sources for a buyer, each with the buyer's credential where it asks for one and with the seller's own where not. */
export async function openSources(
  ctx: CallContext,
  wanted: readonly Wanted[],
  buyerCustomerId: number | null,
): Promise<OpenedSource[]> {
  const agentIds = wanted.filter(needsBuyer).flatMap(({ source }) => source.agentId ?? []);
  const credentials =
    buyerCustomerId === null || agentIds.length === 0
      ? []
      : await ctx.perform(readBuyerCredentials, { customerId: buyerCustomerId, agentIds: [...new Set(agentIds)] });
  return wanted.map((one) => open(ctx, one, credentials ?? []));
}

function needsBuyer({ source, accountIdentifier }: Wanted): boolean {
  return accountIdentifier === undefined ? source.requiresCredentials : accountIdentifier !== null;
}

function open({ openAgent }: CallContext, wanted: Wanted, credentials: readonly BuyerCredential[]): OpenedSource {
  const { source, auth, accountIdentifier } = wanted;
  const closed = { source, agent: undefined, accountIdentifier: accountIdentifier ?? null };
  if (!needsBuyer(wanted)) return opened(source, auth, null, openAgent) ?? closed;
  const credential = credentials.find(
    (one) =>
      one.agentId === source.agentId &&
      (accountIdentifier === undefined || one.accountIdentifier === accountIdentifier),
  );
  return (credential && opened(source, credential.auth, credential.accountIdentifier, openAgent)) ?? closed;
}

function opened(
  source: Source,
  auth: Auth | undefined,
  accountIdentifier: string | null,
  openAgent: CallContext["openAgent"],
): OpenedSource | undefined {
  const agentAuth = auth ? toAgentAuth(auth) : ({ type: "none" } as const);
  if (!agentAuth || source.agentId === null) return undefined;
  return { source, agent: openAgent(connectionOf(source, agentAuth)), accountIdentifier };
}

/** What a buyer does about a source that it cannot open. */
export function howToConnect({ name, storefrontId, sourceId }: Source): string {
  return `${name} answers buyers with a credential of their own: POST /storefronts/${storefrontId}/sources/${sourceId}/credentials`;
}
