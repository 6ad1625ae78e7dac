import type { SecretPlace, Vault } from "../../../../ground/vault/index.ts";
import type { AuthorizationServer } from "./authorization-server.ts";

/** How we prove to a server which client we are (RFC 8414 §2, `token_endpoint_auth_methods_supported`). */
export type AuthMethod = "none" | "client_secret_basic" | "client_secret_post";

/** Where a registration holds: with a client a server registers the address for its codes too, to the letter. */
export interface ClientPlace {
  readonly issuer: string;
  readonly redirectUri: string;
}

/** This installation as an authorization server knows it. Holds an opened secret: it lives for one call. */
export interface OauthClient {
  readonly clientId: string;
  readonly authMethod: AuthMethod;
  readonly secret: string | undefined;
}

export interface Registration extends OauthClient, ClientPlace {
  /** By the wall; null for one that lasts. */
  readonly expiresAt: Date | null;
}

export interface StoredClient extends Omit<OauthClient, "secret"> {
  readonly clientNumber: number;
  /** Null for a public client. */
  readonly sealed: string | null;
}

const METHODS: readonly AuthMethod[] = ["client_secret_basic", "client_secret_post", "none"];

/** The first way that both sides know; a server that says nothing takes the secret in a header (RFC 8414 §2). */
export function authMethodFor({ token_endpoint_auth_methods_supported: known }: AuthorizationServer): AuthMethod {
  return METHODS.find((method) => known?.includes(method) ?? true) ?? "none";
}

export function sealSecret(vault: Vault, clientNumber: number, secret: string): string {
  return vault.seal(secret, placeOf(clientNumber));
}

export function openClient(vault: Vault, { clientId, authMethod, clientNumber, sealed }: StoredClient): OauthClient {
  return { clientId, authMethod, secret: sealed === null ? undefined : vault.open(sealed, placeOf(clientNumber)) };
}

/** A registration is the installation's own, and no customer has the number 0. */
function placeOf(clientNumber: number): SecretPlace {
  return { customerId: 0, table: "oauth_clients", rowId: String(clientNumber), field: "sealed" };
}
