import { type IdentityProvider, tenantOf } from "./provider.ts";

/** A provider's claims about a person: from its ID token, and from its UserInfo if that has more. */
export type Claims = Readonly<Record<string, unknown>>;

/** An address that counts as its bearer's, or why none does. */
export type Address =
  | { readonly kind: "proved"; readonly email: string; readonly domain: string }
  | { readonly kind: "refused"; readonly why: "unverified" | "foreign" };

const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,253}$/;

/**
 * The email address verified by a provider. It must state this itself, and only counts for its organisation's verified
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
  // Anybody may have a Google account under an address of elsewhere, verified once: `hd` says that its domain's own Workspace
  // keeps it (developers.google.com/identity/openid-connect).
  google: ({ email_verified, hd, email }) => email_verified === true && hd === domainOf(String(email)),
  // Entra never says `email_verified`: an administrator writes what they like into `email`. The optional claim `xms_edov` says
  // that the tenant has proved its domain, in whichever way it spells true.
  entra: ({ xms_edov: proved, tid }, issuer) => tid === tenantOf(issuer) && TRUE.has(String(proved).toLowerCase()),
  okta: ({ email_verified }) => email_verified === true,
  oidc: ({ email_verified }) => email_verified === true,
};

const TRUE: ReadonlySet<string> = new Set(["true", "1"]);
