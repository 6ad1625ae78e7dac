import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { type Adapter, type Configuration, Provider } from "oidc-provider";
import { ADCP_PRODUCT } from "../seller/fixtures.ts";
import { mcpManners, sendJson, sendMcp } from "../seller/mcp-face.ts";
import type { Behaviour, Counts } from "./provider.ts";

/**
 * A separate process: a certified OpenID provider, and an AdCP agent over MCP that requires one of its tokens. The provider gives consent
 * without asking, unless told otherwise.
 */
const [issuer, agent] = [process.env.ISSUER ?? "", process.env.AGENT ?? ""];
const resource = `${agent}/mcp`;
const metadata = `${agent}/.well-known/oauth-protected-resource/mcp`;

const counts: Counts = { registrations: 0, codes: 0, refreshes: 0, refused: 0, held: 0, calls: [] };
let behaviour: Behaviour = {};
let released = Promise.withResolvers<void>();

const configuration: Configuration = {
  scopes: ["adcp:read", "adcp:write", "offline_access"],
  pkce: { required: () => true },
  rotateRefreshToken: true,
  issueRefreshToken: async (_, client, code) =>
    !behaviour.onceOnly && client.grantTypeAllowed("refresh_token") && code.scopes.has("offline_access"),
  ttl: { AccessToken: 3600, RefreshToken: 14 * 86_400, Grant: 14 * 86_400, Interaction: 600, Session: 86_400 },
  cookies: { keys: ["a test"] },
  features: {
    devInteractions: { enabled: false },
    registration: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: () => ({ scope: "adcp:read adcp:write", accessTokenFormat: "opaque", audience: resource }),
      useGrantedResource: () => true,
    },
  },
  interactions: { url: (_, { uid }) => `/consent/${uid}` },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
};

const provider = new Provider(issuer, configuration);
// Missing in the types: each of the provider's models stores its records through an adapter.
const { adapter: clients } = provider.Client as unknown as { readonly adapter: Adapter };
const clientIds = new Set<string>();
provider.on("registration_create.success", (_, { clientId }) => {
  counts.registrations += 1;
  clientIds.add(clientId);
});
provider.on("grant.success", ({ oidc }) => {
  if (oidc.params?.["grant_type"] === "refresh_token") counts.refreshes += 1;
  else counts.codes += 1;
});
const grantIds = new Set<string>();
provider.on("refresh_token.saved", ({ grantId }) => void grantIds.add(grantId ?? ""));
provider.on("grant.error", () => (counts.refused += 1));
provider.on("server_error", (_, error) => process.stderr.write(`${error.stack}\n`));

const answer = provider.callback();

async function consent(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  if (behaviour.decline)
    return provider.interactionFinished(request, response, { error: "access_denied", error_description: "not today" });
  const grant = new provider.Grant({ accountId: "buyer", clientId: String(params["client_id"]) });
  grant.addOIDCScope("offline_access adcp:read adcp:write");
  grant.addResourceScope(resource, "adcp:read adcp:write");
  const grantId = await grant.save();
  return provider.interactionFinished(request, response, { login: { accountId: "buyer" }, consent: { grantId } });
}

async function serveAgent(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === "/told") return sendJson(response, counts);
  if (request.url === "/behaviour") {
    behaviour = (await json(request)) as Behaviour;
    released.resolve();
    released = Promise.withResolvers();
    if (behaviour.deleteClients) await Promise.all([...clientIds].map((id) => clients.destroy(id)));
    if (behaviour.revoke) await Promise.all([...grantIds].map((id) => provider.RefreshToken.revokeByGrantId(id)));
    return sendJson(response, {});
  }
  if (`${agent}${request.url}` === metadata)
    return sendJson(response, { resource: behaviour.speakFor ?? resource, authorization_servers: [issuer] });
  if (request.url !== "/mcp") return void response.writeHead(404).end();
  const [, bearer = ""] = (request.headers.authorization ?? "").split(" ");
  const token = await provider.AccessToken.find(bearer);
  if (token?.aud !== resource || !token.isValid)
    return void response
      .writeHead(401, { "www-authenticate": `Bearer resource_metadata="${metadata}", scope="adcp:read adcp:write"` })
      .end();
  if (request.method !== "POST") return void response.writeHead(405).end();
  return serveTool(await json(request), response);
}

const TOOLS: Readonly<Record<string, Record<string, unknown>>> = {
  get_adcp_capabilities: {
    adcp: {
      major_versions: [3],
      supported_versions: ["3.1"],
      idempotency: { supported: true, replay_ttl_seconds: 86_400 },
    },
    supported_protocols: ["media_buy"],
    account: { require_operator_auth: true, supported_billing: ["operator"] },
  },
  list_creative_formats: { formats: [] },
  get_products: { products: [ADCP_PRODUCT] },
};

function serveTool(call: unknown, response: ServerResponse): void {
  const { id, method, params } = call as { id?: number; method: string; params?: { name?: string } };
  if (id === undefined) return void response.writeHead(202).end();
  const manners = mcpManners({ id, method, ...(params && { params }) }, Object.keys(TOOLS));
  if (manners) return sendJson(response, { jsonrpc: "2.0", id, result: manners });
  const tool = params?.name ?? "";
  counts.calls.push(tool);
  sendMcp(response, id, { payload: TOOLS[tool] ?? {} });
}

function listen(url: string, serve: (request: IncomingMessage, response: ServerResponse) => unknown): void {
  createServer((request, response) => {
    Promise.resolve(serve(request, response)).catch((error: Error) => {
      process.stderr.write(`${error.stack}\n`);
      response.writeHead(500).end();
    });
  }).listen(Number(new URL(url).port), "127.0.0.1");
}

listen(agent, serveAgent);
listen(issuer, async (request, response) => {
  if (behaviour.away) return void response.writeHead(503).end();
  if (behaviour.hold && request.url === "/token") {
    counts.held += 1;
    await released.promise;
    counts.held -= 1;
  }
  return request.url?.startsWith("/consent/") ? consent(request, response) : answer(request, response);
});
