import type { Interaction } from "oidc-provider";
import type { Scope } from "../../ground/kernel/viewer.ts";
import { may, scopesOf, type Viewer } from "../../ground/kernel/viewer.ts";
import { destinationOf } from "./applications/connected-application.ts";
import { DEFAULT_RESOURCE, pathOf, scopesAt, usualScopesAt } from "./resources.ts";

/** What an application asks of a person. */
export interface AuthorizationRequest {
  readonly clientId: string;
  /** Null for a device without a browser, which polls for the answer. */
  readonly redirectUri: string | null;
  /** Where the answer is sent: a host, the URL scheme of an application on a person's machine, or `device`. */
  readonly destination: string;
  readonly resource: string;
  readonly scopes: readonly Scope[];
}

/** Stands for the destination if a device polls for its answer. */
const DEVICE = "device";

export function authorizationRequestIn(
  { params }: Pick<Interaction, "params">,
  publicUrl: string,
): AuthorizationRequest {
  const { client_id, redirect_uri, resource, scope } = params as Readonly<Record<string, unknown>>;
  const redirectUri = typeof redirect_uri === "string" ? redirect_uri : null;
  const [first] = Array.isArray(resource) ? (resource as unknown[]) : [resource];
  const at = typeof first === "string" ? first : publicUrl + DEFAULT_RESOURCE;
  const there = scopesAt(pathOf(at, publicUrl) ?? "") ?? [];
  const asked = typeof scope === "string" ? scope.split(" ") : [];
  return {
    clientId: String(client_id),
    redirectUri,
    destination: redirectUri === null ? DEVICE : destinationOf(redirectUri),
    resource: at,
    scopes: there.filter((one) => asked.includes(one)),
  };
}

/** The requested scopes that this person could grant: neither scopes of the other side, nor permissions that they do not have themselves. */
export function grantableTo(viewer: Viewer, { scopes }: Pick<AuthorizationRequest, "scopes">): readonly Scope[] {
  const own = scopesOf(viewer.customerKind);
  const isAdministrator = may({ ...viewer, readOnly: false }, "manage");
  return scopes.filter((scope) => own.includes(scope) && (isAdministrator || !scope.endsWith(":admin")));
}

/**
 * The query of an authorization request, with defaults for what clients omit: a resource, and scopes. The authorization server itself
 * ignores unknown values.
 */
export function completeQuery(query: string, publicUrl: string): string {
  const given = new URLSearchParams(query);
  const resource = given.get("resource") ?? publicUrl + DEFAULT_RESOURCE;
  if (!given.has("resource")) given.set("resource", resource);
  const path = pathOf(resource, publicUrl) ?? "";
  const there = scopesAt(path) ?? [];
  const asked = (given.get("scope") ?? "").split(" ").filter(Boolean);
  const isNamed = asked.some((one) => there.some((scope) => scope === one));
  if (!isNamed) given.set("scope", [...asked, ...usualScopesAt(path)].join(" "));
  return given.toString();
}
