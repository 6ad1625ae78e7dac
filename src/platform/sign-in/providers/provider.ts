import type { MemberRole } from "../../../ground/kernel/viewer.ts";

/** The vendor, as far as this determines which of its claims can be trusted. */
export type ProviderKind = "google" | "entra" | "okta" | "oidc";

/** The roles with which people can join through a provider: operators are only made by operators. */
export type JoinRole = Exclude<MemberRole, "SUPER_ADMIN">;

/** An organisation's own OpenID Connect provider. */
export interface IdentityProvider {
  readonly customerId: number;
  readonly kind: ProviderKind;
  /** The name by which its people know it. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** The role of people who join; null if nobody can. */
  readonly joinsAs: JoinRole | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface SealedProvider extends IdentityProvider {
  /** Its client secret. */
  readonly sealed: string;
}

export const GOOGLE = "https://accounts.google.com";

/** One tenant by its id. `common`, `organizations` and `consumers` let any tenant speak, and anybody can have a tenant. */
const ENTRA =
  /^https:\/\/login\.(microsoftonline\.com|microsoftonline\.us|partner\.microsoftonline\.cn)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/v2\.0$/;

/** Why a provider of this kind cannot have this issuer; undefined where it can. */
export function complaintOfIssuer(kind: ProviderKind, issuer: string): string | undefined {
  const url = URL.parse(issuer);
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "" || url.username !== "")
    return "an issuer is an https address without a query, such as https://login.example.com";
  if (kind === "google" && issuer !== GOOGLE) return `Google's issuer is ${GOOGLE}: leave it out`;
  if (kind === "entra" && !ENTRA.test(issuer))
    return "Entra's issuer names one tenant by its id: https://login.microsoftonline.com/{tenant id}/v2.0";
  return undefined;
}

/** The tenant that an issuer of Entra's is of. */
export function tenantOf(issuer: string): string {
  return new URL(issuer).pathname.split("/")[1] ?? "";
}

/** Where it sends people back to: an address of the organisation's own, so that no other provider's answer is taken for its. */
export function callbackPathOf(customerId: number): string {
  return `${beginPathOf(customerId)}/callback`;
}

/** Where a sign-in by it begins. */
export function beginPathOf(customerId: number): string {
  return `/sign-in/with/${customerId}`;
}
