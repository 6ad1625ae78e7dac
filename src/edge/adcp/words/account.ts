import { z } from "zod";
import { scopeOf } from "../../../ground/kernel/perform.ts";
import { findCustomer } from "../../../platform/customers/index.ts";
import { type DeclaredAccount, type NaturalKey, readDeclaredAccount } from "../../../supply/callers/index.ts";
import { refused } from "../protocol/failure.ts";
import type { AdcpRequestContext } from "../request-context.ts";

export const Domain = z
  .string()
  .min(1)
  .max(253)
  .transform((domain) => domain.toLowerCase());

export const Brand = z.object({
  domain: Domain.describe("The brand's domain, such as acme.com"),
  brand_id: z.string().max(255).optional().describe("Which brand, if the house has several"),
});

/** AdCP's account-ref: an id of ours, or the natural key. */
export const AccountRef = z
  .union([
    z.object({ account_id: z.string().min(1) }),
    z.object({ brand: Brand, operator: Domain.describe("Who operates the buy"), sandbox: z.boolean().optional() }),
  ])
  .describe("An account_id from list_accounts, or brand and operator");

type Ref = z.output<typeof AccountRef>;

/** The prefix of ids that are issued here. In a sandbox, any other id is a name that the caller chose for the account under test. */
const OWN_IDS = "acc_";

/**
 * The buyer on whose behalf the call is made. Throws `SellerRefused` for an id that this caller has not declared, or for a brand for which
 * it may not buy.
 */
export async function fromAdcpAccount(
  ref: Ref | undefined,
  requestContext: AdcpRequestContext,
): Promise<NaturalKey | undefined> {
  if (ref === undefined) return undefined;
  if ("brand" in ref) return fromAdcpNaturalKey(ref, requestContext);
  const known = await readDeclaredAccount(requestContext.resolved.caller, ref.account_id);
  if (known) {
    await refuseOtherOperator(known.operator, requestContext);
    return known;
  }
  if (requestContext.viewer.sandbox && !ref.account_id.startsWith(OWN_IDS)) return undefined;
  const message = `account.account_id: you have no account ${ref.account_id} here: list_accounts lists yours`;
  throw refused("ACCOUNT_NOT_FOUND", message, "account.account_id", "terminal");
}

/** A natural key is accepted as it is, as long as the caller may act for it. */
export async function fromAdcpNaturalKey(
  { brand, operator, sandbox = false }: Extract<Ref, { brand: unknown }>,
  requestContext: AdcpRequestContext,
): Promise<NaturalKey> {
  refuseOtherBrand(brand, requestContext);
  await refuseOtherOperator(operator, requestContext);
  return { brandDomain: brand.domain, brandId: brand.brand_id ?? "", operator, sandbox };
}

/** A brand's quotes are confidential, so a key for one brand can neither read nor buy for another. */
export function refuseOtherBrand({ domain }: z.output<typeof Brand>, { callerKey }: AdcpRequestContext): void {
  const own = callerKey?.brandDomain ?? domain;
  if (own !== domain) throw notFor(`brand: this key is only for the brand ${own}`, "brand.domain");
}

/**
 * An operator's quotes are confidential too. A caller key names the operator for which it buys. A buyer of ours operates its own buys,
 * under its organisation's verified domain; in a sandbox, where nothing is paid, it can simulate any operator.
 */
async function refuseOtherOperator(operator: string, requestContext: AdcpRequestContext): Promise<void> {
  const { callerKey, viewer, host, resolved } = requestContext;
  if (callerKey) {
    const own = callerKey.operatorDomain;
    if (own === operator || (callerKey.sandbox && resolved.caller.side.out.viewer.sandbox)) return;
    throw notFor(`operator: this key is only for media buys that ${own} operates`, "account.operator");
  }
  if (viewer.sandbox) return;
  const { customerId } = viewer;
  const own = await host.database.read(scopeOf(viewer), (db) => findCustomer(db, customerId));
  if (own?.domain === operator) return;
  const message = own?.domain
    ? `operator: your organisation buys as ${own.domain}`
    : `operator: your organisation has no domain yet to buy under: PATCH /api/v2/accounts/${customerId}/domain`;
  throw refused("PERMISSION_DENIED", message, "account.operator", "correctable");
}

function notFor(message: string, field: string) {
  return refused("PERMISSION_DENIED", `${message}: ask the seller for another one`, field, "terminal");
}

export function toAdcpBrand({ brandDomain, brandId }: NaturalKey) {
  return { domain: brandDomain, ...(brandId && { brand_id: brandId }) };
}

export function toAdcpAccount(account: DeclaredAccount) {
  const { accountId, brandDomain, operator, billing, paymentTerms, sandbox, status } = account;
  return {
    account_id: accountId,
    name: operator === brandDomain ? brandDomain : `${brandDomain}, operated by ${operator}`,
    advertiser: brandDomain,
    brand: toAdcpBrand(account),
    operator,
    status,
    sandbox,
    ...(billing && { billing }),
    ...(paymentTerms && { payment_terms: paymentTerms }),
  };
}
