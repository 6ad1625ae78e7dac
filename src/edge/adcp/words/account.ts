import { z } from "zod";
import { type DeclaredAccount, type NaturalKey, readDeclaredAccount } from "../../../supply/callers/index.ts";
import { refused } from "../protocol/failure.ts";
import type { Visit } from "../visit.ts";

const Domain = z
  .string()
  .min(1)
  .max(253)
  .transform((domain) => domain.toLowerCase());

export const Brand = z.object({
  domain: Domain.describe("The brand's domain, such as acme.com"),
  brand_id: z.string().max(255).optional().describe("Which brand, where the house has several"),
});

/** AdCP's account-ref: an id of ours, or the natural key. */
export const AccountRef = z
  .union([
    z.object({ account_id: z.string().min(1) }),
    z.object({ brand: Brand, operator: Domain.describe("Who operates the buy"), sandbox: z.boolean().optional() }),
  ])
  .describe("An account_id from list_accounts, or brand and operator");

type Ref = z.output<typeof AccountRef>;

/** Whose call it is. Throws `SellerRefused` for an id that this caller has not declared, and for a brand it does not buy for. */
export async function fromAdcpAccount(ref: Ref | undefined, visit: Visit): Promise<NaturalKey | undefined> {
  if (ref === undefined) return undefined;
  if ("brand" in ref) return fromAdcpNaturalKey(ref, visit);
  const known = await readDeclaredAccount(visit.door.caller, ref.account_id);
  if (known) return known;
  const message = `account.account_id: you have no account ${ref.account_id} here: list_accounts names those that you have`;
  throw refused("ACCOUNT_NOT_FOUND", message, "account.account_id", "terminal");
}

/** A natural key is taken as it is, within what the caller's key is for. */
export function fromAdcpNaturalKey(
  { brand, operator, sandbox = false }: Extract<Ref, { brand: unknown }>,
  visit: Visit,
): NaturalKey {
  refuseOtherBrand(brand, visit);
  const { callerKey } = visit;
  if (callerKey && callerKey.operatorDomain !== operator)
    throw notFor(`operator: this key is for buys that ${callerKey.operatorDomain} operates`, "account.operator");
  return { brandDomain: brand.domain, brandId: brand.brand_id ?? "", operator, sandbox };
}

/** What a brand is quoted is its own: a key that is for one brand learns and buys nothing in another's name. */
export function refuseOtherBrand({ domain }: z.output<typeof Brand>, { callerKey }: Visit): void {
  const own = callerKey?.brandDomain ?? domain;
  if (own !== domain) throw notFor(`brand: this key is for the brand ${own} alone`, "brand.domain");
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
