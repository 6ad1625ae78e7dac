import type { Challenging } from "../../ground/kernel/errors.ts";
import { Unauthorized } from "../../ground/kernel/errors.ts";
import { DEFAULT_RESOURCE, resourceAt, usualScopesAt } from "../../platform/authorization-server/index.ts";

/** The address for which a token must have been issued: that of the endpoint called, as clients are told to call it. */
export function resourceOf({ url }: { readonly url: string }, publicUrl: string): string {
  return publicUrl + (resourceAt(url) ?? url.split("?", 1)[0]);
}

const WELL_KNOWN = "/.well-known/oauth-protected-resource";

/** The URL of a resource's metadata: the resource's path is appended to the well-known one (RFC 9728, 3.1). */
export function metadataPathOf(resourcePath: string): string {
  return WELL_KNOWN + resourcePath;
}

interface Described {
  readonly name: string;
  readonly documentation: string;
}

/** A resource's metadata (RFC 9728, 2). */
export function metadataOf(resourcePath: string, publicUrl: string, { name, documentation }: Described) {
  return {
    resource: publicUrl + resourcePath,
    authorization_servers: [publicUrl],
    scopes_supported: usualScopesAt(resourcePath === "" ? DEFAULT_RESOURCE : resourcePath),
    resource_name: name,
    bearer_methods_supported: ["header"],
    resource_documentation: publicUrl + documentation,
  };
}

/** Tells a refused caller how it can authenticate at an address; a client that knows nothing else starts from here. */
export function challengeOf(error: Challenging, url: string, publicUrl: string): string {
  const resource = resourceAt(url);
  const { challenge, alternative } = error;
  const behind = alternative === undefined ? [] : [alternative];
  if (resource === undefined || !challenge.startsWith("Bearer")) return [challenge, ...behind].join(", ");
  const scope = error instanceof Unauthorized ? [`scope="${usualScopesAt(resource).join(" ")}"`] : [];
  const metadata = `resource_metadata="${publicUrl}${metadataPathOf(resource)}"`;
  return [challenge, ...scope, metadata, ...behind].join(", ");
}
