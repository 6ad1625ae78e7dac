import { type IdentityProvider, tenantOf } from "./provider.ts";

/** A provider's claims about a person: from the ID token, and from UserInfo if that contains more. */
export type Claims = Readonly<Record<string, unknown>>;

/** An address that counts as verified, or the reason why there is none. */
export type Address =
  | { readonly kind: "proved"; readonly email: string; readonly domain: string }
  | { readonly kind: "refused"; readonly why: "unverified" | "foreign" };

const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,253}$/;

/**
 * The mail address that a provider has verified. The provider must state that it has, and this only counts for its organisation's verified
 * domains.
 */
export function addressIn(
  claims: Claims,
  { kind, issuer }: Pick<IdentityProvider, "kind" | "issuer">,
  domains: readonly string[],
): Address {
  const { email } = claims;
  if (typeof email !== "string" || !ADDRESS.test(email)) return { kind: "refused", why: "unverified" };
  if (!VERIFIES[kind](claims, issuer)) return { kind: "refused", why: "unverified" };
  const domain = domainOf(email);
  return domains.includes(domain) ? { kind: "proved", email, domain } : { kind: "refused", why: "foreign" };
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1).toLowerCase();
}

const VERIFIES: Readonly<Record<IdentityProvider["kind"], (claims: Claims, issuer: string) => boolean>> = {
  // Anybody can have a Google account with an address elsewhere that was verified once. `hd` shows that the domain's own Workspace manages
  // the account (developers.google.com/identity/openid-connect).
  google: ({ email_verified, hd, email }) => email_verified === true && hd === domainOf(String(email)),
  // Entra never sends `email_verified`, and administrators can write anything into `email`. The optional claim `xms_edov`, with any
  // spelling of true, says that the tenant has proved the domain.
  entra: ({ xms_edov: proved, tid }, issuer) => tid === tenantOf(issuer) && TRUE.has(String(proved).toLowerCase()),
  okta: ({ email_verified }) => email_verified === true,
  oidc: ({ email_verified }) => email_verified === true,
};

const TRUE: ReadonlySet<string> = new Set(["true", "1"]);
