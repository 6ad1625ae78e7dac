import type { CallContext, Context } from "../../ground/kernel/context.ts";
import type { AgentAuth } from "../../ground/seller-agent/connection.ts";
import type { BuyerIdentity, LinkedAccount, SellerAgent } from "../../ground/seller-agent/index.ts";
import { type BuyerKey, presentKey, readBuyerKeys } from "../credentials/index.ts";
import type { StoredAuth } from "../sources/consents/index.ts";
import {
  connectionOf,
  listActiveSources,
  listSources,
  openAuths,
  type Seat,
  type Source,
  toAgentAuth,
} from "../sources/index.ts";

/** A source with the seller's own credential. It contains a decrypted secret, and exists only for one call. */
export interface OwnedSource {
  readonly source: Source;
  /** Undefined if the seller has provided no credential. */
  readonly auth: StoredAuth | undefined;
  /** Set if nothing new is sold from it, because its agent fails its compliance test. */
  readonly withheld?: true;
}

export interface OpenedSource {
  readonly source: Source;
  /** Undefined if the buyer has no credential for it. */
  readonly agent: SellerAgent | undefined;
  /** The buyer's account with which it was opened; null for the storefront's own. */
  readonly accountIdentifier: string | null;
  /** The buyer's linked account there, if no credential reaches it any more. */
  readonly lostAccount?: string;
  readonly withheld?: true;
}

/** The sources from which the storefront sells, or its sources of another type, in the order in which they were added. */
export async function readActiveSources(
  ctx: Context,
  storefrontId: number,
  sought: Source["type"] = "SALES",
): Promise<OwnedSource[]> {
  return ownedOf(ctx, await listActiveSources(ctx.db, ctx.viewer.customerId, storefrontId), sought);
}

/** For callers that already know which sources are active. */
export async function ownedOf(
  ctx: Context,
  active: readonly Source[],
  sought: Source["type"] = "SALES",
): Promise<OwnedSource[]> {
  const owned = await withAuth(
    ctx,
    active.filter(({ type }) => type === sought),
  );
  return owned.map((one) => (one.source.heldBack ? { ...one, withheld: true } : one));
}

/** Sources in any state, because they may have changed since they sold something. */
export async function readSources(ctx: Context, inventorySourceIds: readonly number[]): Promise<OwnedSource[]> {
  const all = await listSources(ctx.db, ctx.viewer.customerId);
  return withAuth(
    ctx,
    all.filter(({ inventorySourceId }) => inventorySourceIds.includes(inventorySourceId)),
  );
}

/** Adds the seller's own credentials to sources. */
export async function withAuth(ctx: Context, sources: readonly Source[]): Promise<OwnedSource[]> {
  const auths = await openAuths(ctx, sources);
  return sources.map((source) => ({ source, auth: auths.get(source.inventorySourceId) }));
}

export interface RequestedSource extends OwnedSource {
  /** The account at the source's agent that is linked to the buyer's advertiser. */
  readonly linked: LinkedAccount | undefined;
  /**
   * The credential that has to be used again, by the buyer's name for it; null for the storefront's own. If absent, any
   * credential will do.
   */
  readonly accountIdentifier?: string | null;
}

/** A source as a buyer uses it: with the account that is linked there. */
export function wantedBy({ accounts = [] }: Pick<BuyerIdentity, "accounts">, owned: OwnedSource): RequestedSource {
  return { ...owned, linked: accounts.find(({ agentId }) => agentId === owned.source.agentId) };
}

/**
 * Opens sources for a buyer, with the buyer's credential if a source requires one and with the seller's own otherwise.
 * If an account is linked, it is used for everything, with the credential that lists it.
 */
export async function openSources(
  out: CallContext,
  wanted: readonly RequestedSource[],
  buyerCustomerId: number | null,
): Promise<OpenedSource[]> {
  const keys = await keysFor(out, wanted.filter(needsBuyer), buyerCustomerId);
  return wanted.map((one) => openOne(one, keys, out));
}

async function keysFor(
  { perform }: CallContext,
  wanted: readonly RequestedSource[],
  customerId: number | null,
): Promise<readonly BuyerKey[]> {
  const agentIds = [...new Set(wanted.flatMap(({ source }) => source.agentId ?? []))];
  if (customerId === null || agentIds.length === 0) return [];
  return (await perform(readBuyerKeys, { customerId, agentIds })) ?? [];
}

function needsBuyer({ source, linked, accountIdentifier }: RequestedSource): boolean {
  if (accountIdentifier !== undefined) return accountIdentifier !== null;
  return source.requiresCredentials || linked !== undefined;
}

function openOne(wanted: RequestedSource, keys: readonly BuyerKey[], out: CallContext): OpenedSource {
  const { source, linked, accountIdentifier, withheld } = wanted;
  if (withheld) return { source, agent: undefined, accountIdentifier: null, withheld };
  if (!needsBuyer(wanted)) {
    const auth = ownAuth(wanted, out);
    return { source, agent: auth && out.openAgent(connectionOf(source, auth)), accountIdentifier: null };
  }
  const key = keys.find((one) => one.agentId === source.agentId && isMeant(one, wanted));
  const auth = key && presentKey(key, out);
  const seat = key && seatAt(key, wanted);
  return {
    source,
    agent: auth && out.openAgent(connectionOf(source, auth, seat)),
    accountIdentifier: key?.knownAs ?? accountIdentifier ?? null,
    ...(linked && !auth && { lostAccount: linked.accountId }),
  };
}

/**
 * The buyer's name for its credential may be the account's id at the source; an id that the source listed certainly is.
 * Anything bought or linked before a renaming keeps the name that the source was told then.
 */
function seatAt(
  { accountIdentifier, knownAs }: BuyerKey,
  { linked, accountIdentifier: bought }: RequestedSource,
): Seat {
  if (!linked) return { accountId: typeof bought === "string" ? bought : accountIdentifier };
  if (linked.accountId === accountIdentifier || linked.accountId === knownAs) return { accountId: linked.accountId };
  return { account: { accountId: linked.accountId } };
}

/** Whatever began with a credential continues with it; otherwise a linked account is reached with its own credential. */
function isMeant({ knownAs, credentialId }: BuyerKey, wanted: RequestedSource): boolean {
  if (typeof wanted.accountIdentifier === "string") return knownAs === wanted.accountIdentifier;
  return wanted.linked === undefined || credentialId === wanted.linked.credentialId;
}

function ownAuth({ source, auth }: OwnedSource, out: CallContext): AgentAuth | undefined {
  if (auth) return toAgentAuth(auth, out);
  // Each platform connection is opened by its host, separately for every call.
  if (source.executionType === "PROVIDER_ADAPTER") return { type: "none" };
  return source.authConfigured ? undefined : { type: "none" };
}

/** Why a source has no agent for a buyer, and what the buyer can do. */
export function closedReason(opened: Pick<OpenedSource, "source" | "lostAccount" | "withheld">): string {
  if (opened.withheld)
    return `${opened.source.name} is not active: its agent is not known to conform to AdCP; its seller knows`;
  return connectionAdvice(opened);
}

/** What a buyer can do about a source to which it has no access. */
export function connectionAdvice({ source, lostAccount }: Pick<OpenedSource, "source" | "lostAccount">): string {
  const { name, storefrontId, sourceId } = source;
  if (lostAccount !== undefined)
    return `account ${lostAccount} at ${name} was linked with a credential that no longer works: link it again with another, or unlink it`;
  return `${name} requires each buyer's own credential: POST /storefronts/${storefrontId}/sources/${sourceId}/credentials`;
}
