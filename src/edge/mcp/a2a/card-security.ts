import { ROUTES, usualScopesAt } from "../../../platform/authorization-server/index.ts";
import type { Json } from "../../reference/index.ts";

/** How callers of an agent authenticate, in 0.3's terms: with a key, or with a token that was issued for this agent. */
export function secured0_3(url: string): Json {
  return {
    protocolVersion: "0.3.0",
    url,
    preferredTransport: "JSONRPC",
    securitySchemes: { key: { type: "http", scheme: "bearer" }, oauth: { type: "oauth2", ...oauthAt(url) } },
    security: [{ key: [] }, { oauth: scopesOf(url) }],
  };
}

/** The same in 1.0's terms. */
export function secured1_0(url: string): Json {
  return {
    securitySchemes: {
      key: { httpAuthSecurityScheme: { scheme: "bearer" } },
      oauth: { oauth2SecurityScheme: oauthAt(url) },
    },
    securityRequirements: [{ schemes: { key: { list: [] } } }, { schemes: { oauth: { list: scopesOf(url) } } }],
  };
}

function oauthAt(url: string) {
  const { origin } = new URL(url);
  return {
    flows: {
      authorizationCode: {
        authorizationUrl: origin + ROUTES.authorization,
        tokenUrl: origin + ROUTES.token,
        scopes: Object.fromEntries(scopesOf(url).map((scope) => [scope, `to ${scope.split(":")[1]}`])),
      },
    },
    oauth2MetadataUrl: `${origin}/.well-known/oauth-authorization-server`,
  };
}

function scopesOf(url: string): readonly string[] {
  return usualScopesAt(new URL(url).pathname);
}
