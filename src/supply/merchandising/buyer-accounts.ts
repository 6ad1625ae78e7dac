import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import {
  type AccountsAnswer,
  type AccountsRequest,
  type AccountToOpen,
  type BuyerIdentity,
  type SellerAccount,
  type SellerAgent,
  type SellerCall,
  SellerRefused,
} from "../../ground/seller-agent/index.ts";
import { type HeldKey, type Holdings, presentKey, readHoldings, storeListing } from "../credentials/index.ts";
import { askInTime, asSellerFailure, closedReason, forSources, type SellerSide } from "../orders/index.ts";
import { connectionOf, listActiveSources, type Source } from "../sources/index.ts";

/** Where a buyer asks for its accounts: a storefront, seen from the seller's side. */
export interface AccountContext {
  readonly side: SellerSide;
  readonly storefrontId: number;
  readonly storefrontName: string;
  /** Null for a buyer on another system. */
  readonly buyerCustomerId: number | null;
}

/** The accounts that a source's agent lists to the buyer's credentials, and under which the buyer's brand may buy. */
export async function listAccounts(
  desk: AccountContext,
  request: AccountsRequest,
  call: SellerCall,
): Promise<AccountsAnswer> {
  const source = await sourceAt(desk, request.sourceId);
  const { supportedBillings = [] } = source.capabilities ?? {};
  // A source that requires no credentials uses the seller's own account, whose listing would include other buyers'
  // accounts.
  if (!source.requiresCredentials) return { accounts: [], billing: billingOf(supportedBillings), opensAccounts: false };
  const { held, sources } = await holdingsAt(desk, source);
  const keys = chooseKeys(desk, source, held, request);
  const answers = await Promise.allSettled(
    keys.map(async (key) => ({ key, listing: await listingOf(desk, source, key, request, call) })),
  );
  // If one credential no longer works, the accounts of the others are still listed.
  const listed = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
  const [first] = listed;
  if (!first) throw answers.find((answer) => answer.status === "rejected")?.reason;
  const accounts = listed.flatMap(({ key, listing }) =>
    listing.accounts.flatMap((account) => asReached(account, source, key, sources, call.buyer)),
  );
  return { ...first.listing, accounts };
}

/** Asks the source's agent to open an account for the buyer's brand, and adds it to the accounts that the agent has listed. */
export async function openAccount(
  desk: AccountContext,
  request: AccountToOpen,
  call: SellerCall,
): Promise<readonly SellerAccount[]> {
  const source = await sourceAt(desk, request.sourceId);
  const { held, sources } = await holdingsAt(desk, source);
  const [key] = chooseKeys(desk, source, held, request);
  if (!key) return [];
  const opened = await askSource(desk, source, key, call, (agent, share) => agent.syncAccounts(request, share));
  const ids = new Set(opened.map(({ accountId }) => accountId));
  const known = await listingOf(desk, source, key, {}, call);
  const others = known.accounts.filter(({ accountId }) => !ids.has(accountId));
  await save(desk, key, { ...known, accounts: [...others, ...opened] });
  return opened.flatMap((account) => asReached(account, source, key, sources, call.buyer));
}

async function sourceAt({ side, storefrontId, storefrontName }: AccountContext, sourceId = ""): Promise<Source> {
  const sources = await side.read(({ db, viewer }) => listActiveSources(db, viewer.customerId, storefrontId));
  const source = sources.find((one) => one.sourceId === sourceId);
  if (source?.agentId) return source;
  const message = `${storefrontName} has no source ${sourceId}`;
  throw new SellerRefused(storefrontName, [refusal("REFERENCE_NOT_FOUND", message, "sourceId")]);
}

async function holdingsAt({ side, buyerCustomerId }: AccountContext, { agentId }: Source): Promise<Holdings> {
  if (buyerCustomerId === null || agentId === null) return { held: [], sources: [] };
  const found = await side.out.perform(readHoldings, { customerId: buyerCustomerId, agentId });
  return found ?? { held: [], sources: [] };
}

/** Throws `SellerRefused` if the buyer has no such credential, or has to say which one to use. */
function chooseKeys(
  { storefrontName }: AccountContext,
  source: Source,
  held: readonly HeldKey[],
  { credentialId, everyCredential = false }: AccountsRequest,
): readonly HeldKey[] {
  const refuse = (message: string, details?: Readonly<Record<string, unknown>>) =>
    new SellerRefused(storefrontName, [
      { ...refusal("AUTH_REQUIRED", message, "credentialId"), ...(details && { details }) },
    ]);
  const keys = held.filter((key) => credentialId === undefined || key.credentialId === credentialId);
  if (credentialId !== undefined && keys.length === 0)
    throw refuse(`credentialId: you hold no working credential ${credentialId} for source ${source.sourceId}`);
  if (keys.length === 0) throw refuse(closedReason({ source }));
  if (keys.length === 1 || everyCredential) return keys;
  const credentials = keys.map((key) => ({
    credentialId: String(key.credentialId),
    accountIdentifier: key.accountIdentifier,
  }));
  const named = credentials.map((one) => `${one.credentialId} (${one.accountIdentifier})`).join(", ");
  throw refuse(`credentialId: you hold several for source ${source.sourceId}: say which of ${named}`, { credentials });
}

async function listingOf(
  desk: AccountContext,
  source: Source,
  key: HeldKey,
  { refresh = false }: AccountsRequest,
  call: SellerCall,
): Promise<AccountsAnswer> {
  if (key.listing && !refresh) return key.listing;
  const listing = await askSource(desk, source, key, call, (agent, share) => agent.listAccounts({}, share));
  await save(desk, key, listing);
  return listing;
}

async function askSource<T>(
  { side: { out } }: AccountContext,
  source: Source,
  key: HeldKey,
  call: SellerCall,
  ask: (agent: SellerAgent, call: SellerCall) => Promise<T>,
): Promise<T> {
  const agent = out.openAgent(connectionOf(source, presentKey(key, out)));
  const share = forSources(call);
  try {
    return await askInTime(source.name, share, () => ask(agent, share));
  } catch (thrown) {
    throw asSellerFailure(source.name, thrown);
  }
}

async function save({ side }: AccountContext, { customerId, credentialId }: HeldKey, listing: AccountsAnswer) {
  await side.out.perform(storeListing, { customerId, credentialId, listing });
}

/** The account and how to reach it; empty if the buyer may not buy under it. */
function asReached(
  account: SellerAccount,
  { agentId }: Source,
  { credentialId }: HeldKey,
  sources: Holdings["sources"],
  buyer: BuyerIdentity,
): SellerAccount[] {
  return mayBuyUnder(account, buyer) ? [{ ...account, way: { agentId: agentId ?? "", credentialId, sources } }] : [];
}

const OVER: ReadonlySet<SellerAccount["status"]> = new Set(["closed", "rejected"]);

/** Another brand's account cannot be used, and sandbox and live accounts are never mixed. */
function mayBuyUnder({ status, sandbox, brandDomain }: SellerAccount, buyer: BuyerIdentity): boolean {
  if (OVER.has(status) || (sandbox !== buyer.sandbox && !buyer.sandboxOrganisation)) return false;
  return brandDomain === null || brandDomain === buyer.brandDomain?.toLowerCase();
}

function billingOf(supported: readonly string[]): AccountsAnswer["billing"] {
  return { default: supported.length === 1 ? (supported[0] ?? null) : null, supported };
}
