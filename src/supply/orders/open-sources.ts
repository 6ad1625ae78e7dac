import { z } from "zod";
import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { step } from "../../ground/kernel/step.ts";
import type { AgentAuth } from "../../ground/seller-agent/connection.ts";
import type { SellerAgent } from "../../ground/seller-agent/index.ts";
import { listCredentials, openCredential } from "../credentials/index.ts";
import { connectionOf, listActiveSources, listSources, openAgentAuths, type Source } from "../sources/index.ts";

/** A source and the seller's own way into it. Holds an opened secret: it lives for one call. */
export interface OwnedSource {
  readonly source: Source;
  /** Undefined where the seller has given nothing to open it with. */
  readonly auth: AgentAuth | undefined;
}

export interface OpenedSource {
  readonly source: Source;
  /** Undefined where the buyer has no credential that opens it. */
  readonly agent: SellerAgent | undefined;
  /** The buyer's account that it was opened with; null for the storefront's own. */
  readonly accountIdentifier: string | null;
}

/** What the storefront sells from, in the order in which it was added. */
export async function readActiveSources(ctx: Context, storefrontId: number): Promise<OwnedSource[]> {
  const active = await listActiveSources(ctx.db, ctx.viewer.customerId, storefrontId);
  return withAuth(
    ctx,
    active.filter(({ type }) => type === "SALES"),
  );
}

/** Whatever has become of them since they sold something. */
export async function readSources(ctx: Context, inventorySourceIds: readonly number[]): Promise<OwnedSource[]> {
  const all = await listSources(ctx.db, ctx.viewer.customerId);
  return withAuth(
    ctx,
    all.filter(({ inventorySourceId }) => inventorySourceIds.includes(inventorySourceId)),
  );
}

async function withAuth(ctx: Context, sources: readonly Source[]): Promise<OwnedSource[]> {
  const auths = await openAgentAuths(ctx, sources);
  return sources.map((source) => ({ source, auth: auths.get(source.inventorySourceId) }));
}

interface BuyerKey {
  readonly agentId: string;
  readonly accountIdentifier: string;
  readonly auth: AgentAuth;
}

/** A buyer's own credentials are read inside the buyer's own wall, whoever does the step. The newest come first. */
const readBuyerKeys = step({
  name: "orders.read-buyer-keys",
  reads: true,
  input: z.object({ customerId: z.int(), agentIds: z.array(z.string()) }),
  async handle({ customerId, agentIds }, { db, vault }: Context): Promise<BuyerKey[]> {
    const all = await listCredentials(db, customerId);
    return all.flatMap((credential) => {
      const { agentId, accountIdentifier, status } = credential;
      if (status !== "ACTIVE" || !agentIds.includes(agentId)) return [];
      const auth = openCredential(vault, credential);
      return auth ? [{ agentId, accountIdentifier, auth }] : [];
    });
  },
});

export interface WantedSource extends OwnedSource {
  /** The account that must be used again. Left out, the buyer's newest is, or the storefront's own where that will do. */
  readonly accountIdentifier?: string | null;
}

/** Opens sources for a buyer, each with the buyer's credential where it asks for one and with the seller's own where not. */
export async function openSources(
  out: CallContext,
  wanted: readonly WantedSource[],
  buyerCustomerId: number | null,
): Promise<OpenedSource[]> {
  const keys = await keysFor(out, wanted.filter(needsBuyer), buyerCustomerId);
  return wanted.map((one) => openOne(one, keys, out.openAgent));
}

async function keysFor(
  { perform }: CallContext,
  wanted: readonly WantedSource[],
  customerId: number | null,
): Promise<readonly BuyerKey[]> {
  const agentIds = [...new Set(wanted.flatMap(({ source }) => source.agentId ?? []))];
  if (customerId === null || agentIds.length === 0) return [];
  return (await perform(readBuyerKeys, { customerId, agentIds })) ?? [];
}

function needsBuyer({ source, accountIdentifier }: WantedSource): boolean {
  return accountIdentifier === undefined ? source.requiresCredentials : accountIdentifier !== null;
}

function openOne(wanted: WantedSource, keys: readonly BuyerKey[], openAgent: CallContext["openAgent"]): OpenedSource {
  const { source, accountIdentifier } = wanted;
  if (!needsBuyer(wanted)) {
    const auth = wanted.auth ?? (source.authConfigured ? undefined : ({ type: "none" } as const));
    return { source, agent: auth && openAgent(connectionOf(source, auth)), accountIdentifier: null };
  }
  const key = keys.find(
    (one) => one.agentId === source.agentId && one.accountIdentifier === (accountIdentifier ?? one.accountIdentifier),
  );
  return {
    source,
    agent: key && openAgent(connectionOf(source, key.auth, key.accountIdentifier)),
    accountIdentifier: key?.accountIdentifier ?? accountIdentifier ?? null,
  };
}

/** What a buyer does about a source that it cannot open. */
export function howToConnect({ name, storefrontId, sourceId }: Source): string {
  return `${name} answers buyers with a credential of their own: POST /storefronts/${storefrontId}/sources/${sourceId}/credentials`;
}
