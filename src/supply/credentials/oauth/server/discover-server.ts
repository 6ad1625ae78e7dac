import type { $ZodType, output } from "zod/v4/core";
import { safeParse } from "zod/v4/core";
import { BadRequest, Unavailable } from "../../../../ground/kernel/errors.ts";
import type { Source } from "../../../sources/index.ts";
import { askServer, jsonIn, type OutboundContext } from "./ask-server.ts";
import {
  AuthorizationServer,
  type Challenge,
  challengeIn,
  isSameIssuer,
  ResourceMetadata,
  resourceMetadataUrls,
  scopeFor,
  serverMetadataUrls,
  speaksFor,
  takesPkce,
} from "./authorization-server.ts";

/** The server that authorises for a source, the resource, and the scopes to request. */
export interface Authority {
  readonly server: AuthorizationServer;
  readonly resource: string;
  readonly scope: string | undefined;
}

/**
 * Asks the source which server authorises for it, and that server for its metadata. Throws `BadRequest` if they do not
 * say, and `Unavailable` if they cannot be reached.
 */
export async function discoverAuthority(
  out: OutboundContext,
  { name, endpointUrl }: Pick<Source, "name" | "endpointUrl">,
): Promise<Authority> {
  if (endpointUrl === null) throw new BadRequest(`${name} has no address, so it cannot be authorised`);
  const challenge = await challengeOf(out, endpointUrl);
  const urls = challenge.metadataUrl ? [challenge.metadataUrl] : resourceMetadataUrls(endpointUrl);
  const resource = await firstOf(out, urls, ResourceMetadata);
  if (!resource) throw silent(name, "it publishes no protected-resource metadata (RFC 9728)");
  if (!speaksFor(resource.resource, endpointUrl))
    throw silent(name, `its metadata describes ${resource.resource}, which is another resource`);
  const [issuer = ""] = resource.authorization_servers;
  const server = await discoverServer(out, issuer);
  if (!takesPkce(server)) throw silent(name, `its authorization server ${issuer} does not support PKCE with S256`);
  return { server, resource: resource.resource, scope: scopeFor(challenge, resource, server) };
}

/** The server's current metadata. Throws as `discoverAuthority` does. */
export async function discoverServer(out: OutboundContext, issuer: string): Promise<AuthorizationServer> {
  const server = await firstOf(out, serverMetadataUrls(issuer), AuthorizationServer);
  if (!server) throw silent(issuer, "it publishes no authorization-server metadata (RFC 8414)");
  // RFC 8414 §3.3: metadata that names another issuer is that issuer's, and must not be used.
  if (!isSameIssuer(server.issuer, issuer)) throw silent(issuer, `its metadata is that of ${server.issuer}`);
  // The authorization endpoint is checked because a buyer's browser opens it; the other endpoints are only called by
  // us, and `ground/outbound` would refuse bad ones.
  const complaint = out.outbound.complaint(server.authorization_endpoint);
  if (complaint) throw silent(issuer, `its authorization_endpoint cannot be opened: ${complaint}`);
  return server;
}

/** Calls the source without a token: its answer says where to get one. */
async function challengeOf(out: OutboundContext, endpointUrl: string): Promise<Challenge> {
  const { status, headers } = await askServer(out, endpointUrl, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" }),
    purpose: "oauth challenge",
  });
  return challengeIn(status === 401 ? headers["www-authenticate"] : undefined);
}

/**
 * The first valid document. If none is found but one of the servers is temporarily unavailable, the document may be
 * there, so its absence cannot be concluded: throws `Unavailable`.
 */
async function firstOf<S extends $ZodType>(
  out: OutboundContext,
  urls: readonly string[],
  schema: S,
): Promise<output<S> | undefined> {
  let away: string | undefined;
  for (const url of urls) {
    const answer = await askServer(out, url, { headers: { accept: "application/json" }, purpose: "oauth metadata" });
    const read = answer.status === 200 ? safeParse(schema, jsonIn(answer.text())) : undefined;
    if (read?.success) return read.data;
    if (answer.status >= 500 || answer.status === 429) away ??= new URL(url).host;
  }
  if (away !== undefined)
    throw new Unavailable(`${away} did not answer how to authorise it: try again in a few minutes`);
  return undefined;
}

function silent(who: string, why: string): BadRequest {
  return new BadRequest(`${who} cannot be authorised by OAuth: ${why}. Ask whoever runs it to fix that`);
}
