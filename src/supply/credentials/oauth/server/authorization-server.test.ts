import { expect, test } from "vitest";
import {
  type AuthorizationServer,
  challengeIn,
  resourceMetadataUrls,
  scopeFor,
  serverMetadataUrls,
  speaksFor,
  takesPkce,
} from "./authorization-server.ts";

const server: AuthorizationServer = {
  issuer: "https://id.example",
  authorization_endpoint: "https://id.example/authorize",
  token_endpoint: "https://id.example/token",
};
const resource = { resource: "https://seller.example/mcp", authorization_servers: [server.issuer] };
const silent = challengeIn(undefined);

test("a challenge is read with or without quotes, in any order, among anything else", () => {
  const quoted = 'Bearer error="invalid_token", scope="a b", resource_metadata="https://seller.example/rm"';
  expect(challengeIn(quoted)).toEqual({ metadataUrl: "https://seller.example/rm", scope: "a b" });
  expect(challengeIn("bearer Resource_Metadata=https://seller.example/rm")).toEqual({
    metadataUrl: "https://seller.example/rm",
    scope: undefined,
  });
  expect(challengeIn("Basic realm=x")).toEqual({ metadataUrl: undefined, scope: undefined });
});

test("metadata is looked for where the specifications put it, with and without a path", () => {
  expect(resourceMetadataUrls("https://seller.example/a/mcp")).toEqual([
    "https://seller.example/.well-known/oauth-protected-resource/a/mcp",
    "https://seller.example/.well-known/oauth-protected-resource",
  ]);
  expect(serverMetadataUrls("https://id.example/")).toEqual([
    "https://id.example/.well-known/oauth-authorization-server",
    "https://id.example/.well-known/openid-configuration",
  ]);
  expect(serverMetadataUrls("https://id.example/tenant")).toEqual([
    "https://id.example/.well-known/oauth-authorization-server/tenant",
    "https://id.example/.well-known/openid-configuration/tenant",
    "https://id.example/tenant/.well-known/openid-configuration",
  ]);
});

test.each([
  ["https://seller.example/mcp", true],
  ["https://seller.example/mcp/", true],
  ["https://seller.example", true],
  ["https://seller.example/mc", false],
  ["https://seller.example/mcp/more", false],
  ["https://other.example/mcp", false],
  ["http://seller.example/mcp", false],
])("metadata about %s speaks for https://seller.example/mcp: %s", (named, speaks) => {
  expect(speaksFor(named, "https://seller.example/mcp")).toBe(speaks);
});

test("the requested scopes are those that the resource requires, or the usual ones that the server supports", () => {
  const known = { ...server, scopes_supported: ["adcp:read", "profile", "offline_access"] };
  expect(scopeFor(silent, resource, server)).toBe("adcp:read adcp:write");
  expect(scopeFor(silent, resource, known)).toBe("adcp:read offline_access");
  expect(scopeFor(silent, { ...resource, scopes_supported: ["buy"] }, known)).toBe("buy offline_access");
  expect(scopeFor({ ...silent, scope: "sell buy" }, resource, server)).toBe("sell buy");
  expect(scopeFor(silent, resource, { ...server, scopes_supported: [] })).toBeUndefined();
});

test("a server that lists its PKCE methods must list S256", () => {
  expect(takesPkce(server)).toBe(true);
  expect(takesPkce({ ...server, code_challenge_methods_supported: ["plain", "S256"] })).toBe(true);
  expect(takesPkce({ ...server, code_challenge_methods_supported: ["plain"] })).toBe(false);
});
