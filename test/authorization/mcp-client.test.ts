import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { OAuthClientInformationMixed, OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REDIRECT } from "./client.ts";
import { type Market, openMarket } from "./market.ts";

/** The official client, which knows nothing but the address of the MCP server. */
let market: Market;
beforeAll(async () => void (market = await openMarket()));
afterAll(() => market.close());

/** Keeps what the client is told, and where it would send a browser. */
function keeper() {
  const kept: { client?: OAuthClientInformationMixed; tokens?: OAuthTokens; verifier: string; sentTo?: URL } = {
    verifier: "",
  };
  const provider: OAuthClientProvider = {
    redirectUrl: REDIRECT,
    clientMetadata: { client_name: "Official client", redirect_uris: [REDIRECT], token_endpoint_auth_method: "none" },
    clientInformation: () => kept.client,
    saveClientInformation: (client) => void (kept.client = client),
    tokens: () => kept.tokens,
    saveTokens: (tokens) => void (kept.tokens = tokens),
    redirectToAuthorization: (url) => void (kept.sentTo = url),
    saveCodeVerifier: (verifier) => void (kept.verifier = verifier),
    codeVerifier: () => kept.verifier,
  };
  return { kept, provider };
}

test("the official client finds its way from a refusal to its tools, and back in when its token is gone", async () => {
  const { person } = await market.buyer();
  const serverUrl = new URL(`${market.origin}/mcp/buyer`);
  const { kept, provider } = keeper();
  expect(await auth(provider, { serverUrl })).toBe("REDIRECT");
  const end = await person.allow(await person.signIn(await person.open(kept.sentTo ?? "")));
  const authorizationCode = end.url.searchParams.get("code") ?? "";
  expect(await auth(provider, { serverUrl, authorizationCode })).toBe("AUTHORIZED");
  const tools = async () => {
    const client = new Client({ name: "official", version: "1" });
    await client.connect(new StreamableHTTPClientTransport(serverUrl, { authProvider: provider }));
    const { tools } = await client.listTools();
    await client.close();
    return tools.map(({ name }) => name);
  };
  expect(await tools()).toContain("api_call");
  const refreshed = kept.tokens?.refresh_token;
  kept.tokens = { ...(kept.tokens as OAuthTokens), access_token: "eyJ.spent.token" };
  expect(await tools()).toContain("api_call");
  expect(kept.tokens?.refresh_token).not.toBe(refreshed);
});
