import type { MemberRole } from "../../../ground/kernel/viewer.ts";

/** The vendor, as far as it determines which claims can be trusted. */
export type ProviderKind = "google" | "entra" | "okta" | "oidc";

/** The roles that people can get when they join through a provider; only operators can make somebody an operator. */
export type JoinRole = Exclude<MemberRole, "SUPER_ADMIN">;

/** An organisation's own OpenID Connect provider. */
export interface IdentityProvider {
  readonly customerId: number;
  readonly kind: ProviderKind;
  /** The name under which its people know it. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** The role of people who join through it; null if nobody can join. */
  readonly joinsAs: JoinRole | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface SealedProvider extends IdentityProvider {
  /** The client secret, encrypted. */
  readonly sealed: string;
}

export const GOOGLE = "https://accounts.google.com";

/** The issuer of a single tenant, by id. `common`, `organizations` and `consumers` accept every tenant, and anybody can create a tenant. */
const ENTRA =
  /^https:\/\/login\.(microsoftonline\.com|microsoftonline\.us|partner\.microsoftonline\.cn)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/v2\.0$/;

/** Why a provider of this kind cannot have this issuer; undefined if it can. */
export function complaintOfIssuer(kind: ProviderKind, issuer: string): string | undefined {
  const url = URL.parse(issuer);
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "" || url.username !== "")
    return "an issuer is an https address without a query, such as https://login.example.com";
  if (kind === "google" && issuer !== GOOGLE) return `Google's issuer is ${GOOGLE}: leave it out`;
  if (kind === "entra" && !ENTRA.test(issuer))
    return "Entra's issuer names one tenant by its id: https://login.microsoftonline.com/{tenant id}/v2.0";
  return undefined;
}

/** The tenant of an Entra issuer. */
export function tenantOf(issuer: string): string {
  return new URL(issuer).pathname.split("/")[1] ?? "";
}

/** The path to which it redirects. Each organisation has its own, so that the answer of another provider cannot be taken for this one's. */
export function callbackPathOf(customerId: number): string {
  return `${beginPathOf(customerId)}/callback`;
}

/** The path at which a sign-in with it starts. */
export function beginPathOf(customerId: number): string {
  return `/sign-in/with/${customerId}`;
}
