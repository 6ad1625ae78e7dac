import type { SecretPlace, Vault } from "../../../../ground/vault/index.ts";
import type { AuthorizationServer } from "./authorization-server.ts";

/** How our client authenticates itself to a server (RFC 8414 §2, `token_endpoint_auth_methods_supported`). */
export type AuthMethod = "none" | "client_secret_basic" | "client_secret_post";

/** What a registration is valid for: a server registers a client together with its exact redirect URI. */
export interface ClientPlace {
  readonly issuer: string;
  readonly redirectUri: string;
}

/** This installation's client at an authorization server. It contains a decrypted secret, and exists only for one call. */
export interface OauthClient {
  readonly clientId: string;
  readonly authMethod: AuthMethod;
  readonly secret: string | undefined;
}

export interface Registration extends OauthClient, ClientPlace {
  /** Wall-clock time; null if it does not expire. */
  readonly expiresAt: Date | null;
}

export interface StoredClient extends Omit<OauthClient, "secret"> {
  readonly clientNumber: number;
  /** Null for a public client. */
  readonly sealed: string | null;
}

const METHODS: readonly AuthMethod[] = ["client_secret_basic", "client_secret_post", "none"];

/** The first method that both sides support; a server that lists none accepts the secret in a header (RFC 8414 §2). */
export function authMethodFor({ token_endpoint_auth_methods_supported: known }: AuthorizationServer): AuthMethod {
  return METHODS.find((method) => known?.includes(method) ?? true) ?? "none";
}

export function sealSecret(vault: Vault, clientNumber: number, secret: string): string {
  return vault.seal(secret, placeOf(clientNumber));
}

export function openClient(vault: Vault, { clientId, authMethod, clientNumber, sealed }: StoredClient): OauthClient {
  return { clientId, authMethod, secret: sealed === null ? undefined : vault.open(sealed, placeOf(clientNumber)) };
}

/** A registration belongs to the installation, so it is stored under 0, which is no customer's number. */
function placeOf(clientNumber: number): SecretPlace {
  return { customerId: 0, table: "oauth_clients", rowId: String(clientNumber), field: "sealed" };
}
