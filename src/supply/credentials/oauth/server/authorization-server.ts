import { z } from "zod";

const scopes = z.array(z.string()).optional().catch(undefined);
const methods = z.array(z.string()).optional().catch(undefined);

/** Who lets buyers in, as the resource itself says (RFC 9728 §2). */
export const ResourceMetadata = z.looseObject({
  resource: z.url(),
  authorization_servers: z.array(z.url()).min(1),
  scopes_supported: scopes,
});
export type ResourceMetadata = z.output<typeof ResourceMetadata>;

/** An authorization server as it describes itself (RFC 8414 §2). */
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

/** What a resource answers without a token: the URL of its metadata, and the scopes to request (RFC 9728 §5.1). */
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

/** Where a resource's metadata may lie: below the whole address, and below its host (RFC 9728 §3.1). */
export function resourceMetadataUrls(endpointUrl: string): readonly string[] {
  const { origin } = new URL(endpointUrl);
  return [
    ...new Set([wellKnown(endpointUrl, "oauth-protected-resource"), `${origin}/.well-known/oauth-protected-resource`]),
  ];
}

/** Where an issuer's metadata may lie: RFC 8414 §3.1, its §5 for OpenID Connect, and OpenID Connect's own way. */
export function serverMetadataUrls(issuer: string): readonly string[] {
  const appended = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const inserted = ["oauth-authorization-server", "openid-configuration"].map((name) => wellKnown(issuer, name));
  return [...new Set([...inserted, appended])];
}

/**
 * Whether metadata applies to an endpoint: it names the endpoint itself, or a parent of its path (RFC 9728 §3.3, as MCP
 * 2025-06-18 reads it). Otherwise the endpoint's operator could have tokens issued for somebody else's.
 */
export function speaksFor(resource: string, endpointUrl: string): boolean {
  const [named, endpoint] = [new URL(resource), new URL(endpointUrl)];
  const below = (path: string) => (path.endsWith("/") ? path : `${path}/`);
  return named.origin === endpoint.origin && below(endpoint.pathname).startsWith(below(named.pathname));
}

export function isSameIssuer(one: string, other: string): boolean {
  return new URL(one).href === new URL(other).href;
}

/** The contract's own words for what an interchange asks for, where the resource has none (buyer contract §j.8). */
const USUAL_SCOPES = ["adcp:read", "adcp:write"];
/** OpenID Connect Core §11: without it a server may keep the refresh token to itself. */
const OFFLINE = "offline_access";

/**
 * The scopes to request: what the resource requires, else the usual ones as far as the server supports them; and
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

/** A server that says how it can be proved who asked must know the one way that is safe; most say nothing and know it. */
export function takesPkce({ code_challenge_methods_supported: methods }: AuthorizationServer): boolean {
  return methods?.includes("S256") ?? true;
}

function wellKnown(address: string, name: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}/.well-known/${name}${pathname === "/" ? "" : pathname.replace(/\/$/, "")}`;
}
