import { z } from "zod";

const scopes = z.array(z.string()).optional().catch(undefined);
const methods = z.array(z.string()).optional().catch(undefined);

/** A resource's own statement of which servers authorise for it (RFC 9728 §2). */
export const ResourceMetadata = z.looseObject({
  resource: z.url(),
  authorization_servers: z.array(z.url()).min(1),
  scopes_supported: scopes,
});
export type ResourceMetadata = z.output<typeof ResourceMetadata>;

/** An authorization server's description of itself (RFC 8414 §2). */
export const AuthorizationServer = z.looseObject({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  registration_endpoint: z.url().optional(),
  scopes_supported: scopes,
  code_challenge_methods_supported: methods,
  token_endpoint_auth_methods_supported: methods,
});
export type AuthorizationServer = z.output<typeof AuthorizationServer>;

/** A resource's answer to a request without a token: the URL of its metadata, and the scopes to request (RFC 9728 §5.1). */
export interface Challenge {
  readonly metadataUrl: string | undefined;
  readonly scope: string | undefined;
}

export function challengeIn(header: string | undefined): Challenge {
  const parameter = (form: RegExp) => {
    const [, quoted, bare] = form.exec(header ?? "") ?? [];
    return quoted ?? bare;
  };
  return { metadataUrl: parameter(METADATA), scope: parameter(SCOPE) };
}

const METADATA = /\bresource_metadata\s*=\s*(?:"([^"]*)"|([^\s,"]+))/i;
const SCOPE = /\bscope\s*=\s*(?:"([^"]*)"|([^\s,"]+))/i;

/** The URLs at which a resource's metadata may be: with the resource's path, and for the whole host (RFC 9728 §3.1). */
export function resourceMetadataUrls(endpointUrl: string): readonly string[] {
  const { origin } = new URL(endpointUrl);
  return [
    ...new Set([wellKnown(endpointUrl, "oauth-protected-resource"), `${origin}/.well-known/oauth-protected-resource`]),
  ];
}

/** The URLs at which an issuer's metadata may be: RFC 8414 §3.1, its §5 for OpenID Connect, and OpenID Connect's own. */
export function serverMetadataUrls(issuer: string): readonly string[] {
  const appended = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const inserted = ["oauth-authorization-server", "openid-configuration"].map((name) => wellKnown(issuer, name));
  return [...new Set([...inserted, appended])];
}

/**
 * Whether metadata applies to an endpoint: it must name the endpoint itself, or a parent of its path (RFC 9728 §3.3, as
 * MCP 2025-06-18 interprets it). Otherwise, the endpoint's operator could have tokens issued for somebody else's
 * resource.
 */
export function speaksFor(resource: string, endpointUrl: string): boolean {
  const [named, endpoint] = [new URL(resource), new URL(endpointUrl)];
  const below = (path: string) => (path.endsWith("/") ? path : `${path}/`);
  return named.origin === endpoint.origin && below(endpoint.pathname).startsWith(below(named.pathname));
}

export function isSameIssuer(one: string, other: string): boolean {
  return new URL(one).href === new URL(other).href;
}

/** The scopes that the contract prescribes if the resource names none (buyer contract §j.8). */
const USUAL_SCOPES = ["adcp:read", "adcp:write"];
/** OpenID Connect Core §11: without this scope, a server need not issue a refresh token. */
const OFFLINE = "offline_access";

/**
 * The scopes to request: those that the resource requires, otherwise the usual ones that the server supports; plus
 * offline access.
 */
export function scopeFor(
  challenge: Challenge,
  resource: ResourceMetadata,
  { scopes_supported: known }: AuthorizationServer,
): string | undefined {
  const usual = USUAL_SCOPES.filter((scope) => known?.includes(scope) ?? true);
  const wanted = challenge.scope?.split(" ") ?? resource.scopes_supported ?? usual;
  const all = new Set([...wanted, ...(known?.includes(OFFLINE) ? [OFFLINE] : [])].filter(Boolean));
  return all.size > 0 ? [...all].join(" ") : undefined;
}

/** A server that lists its PKCE methods must support S256, the only safe one. Most servers list none and support it anyway. */
export function takesPkce({ code_challenge_methods_supported: methods }: AuthorizationServer): boolean {
  return methods?.includes("S256") ?? true;
}

function wellKnown(address: string, name: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}/.well-known/${name}${pathname === "/" ? "" : pathname.replace(/\/$/, "")}`;
}
