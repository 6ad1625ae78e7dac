import type { SecretPlace, Vault } from "../../../ground/vault/index.ts";
import type { Provider } from "../contract/provider.ts";

/** This installation's registration at a platform. */
export interface Application {
  readonly provider: Provider;
  readonly clientId: string;
  readonly sealed: string;
  /** Contains no secrets. */
  readonly settings: Readonly<Record<string, string>>;
  readonly updatedAt: Date;
}

export function sealClientSecret(vault: Vault, provider: Provider, secret: string): string {
  return vault.seal(secret, placeOf(provider));
}

/** Contains a decrypted secret, which exists only for one call. */
export function openClientSecret(vault: Vault, { provider, sealed }: Pick<Application, "provider" | "sealed">): string {
  return vault.open(sealed, placeOf(provider));
}

function placeOf(provider: Provider): SecretPlace {
  return { customerId: 0, table: "provider_applications", rowId: provider, field: "sealed" };
}

/**
 * The URL to which a platform sends browsers back, exactly as registered there. We chose the path, because the seed's
 * was lost.
 */
export function callbackOf(publicUrl: string, provider: string): string {
  return `${publicUrl}/api/v2/storefront/adapters/${provider}/oauth/callback`;
}

/** Our own page, on which a consent begins. */
export function beginOf(publicUrl: string, provider: string, state: string): string {
  return `${publicUrl}/api/v2/storefront/adapters/${provider}/oauth/begin?state=${state}`;
}

/** Our own page, on which a person enters the key of a platform that has no consent. */
export function keyPageOf(publicUrl: string, provider: string, state: string): string {
  return `${publicUrl}/api/v2/storefront/adapters/${provider}/key?state=${state}`;
}
