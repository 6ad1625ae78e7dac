import { createHash, randomBytes } from "node:crypto";

/** A client of the authorization server that performs each step separately, so that tests can perform it wrongly. */

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly expires_in: number;
}

export const REDIRECT = "http://127.0.0.1:53682/callback";

export async function register(origin: string, metadata: Readonly<Record<string, unknown>> = {}) {
  const response = await fetch(`${origin}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_name: "Planner", redirect_uris: [REDIRECT], ...metadata }),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body, clientId: String(body["client_id"]) };
}

export interface Attempt {
  readonly url: string;
  readonly verifier: string;
  readonly state: string;
}

export function attempt(
  origin: string,
  clientId: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Attempt {
  const verifier = randomBytes(32).toString("base64url");
  const state = randomBytes(8).toString("hex");
  const given = {
    client_id: clientId,
    response_type: "code",
    redirect_uri: REDIRECT,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    state,
    resource: `${origin}/mcp/buyer`,
    scope: "buyer:read buyer:write",
    ...changes,
  };
  const query = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return { url: `${origin}/oauth/authorize?${query}`, verifier, state };
}

async function token(origin: string, body: Readonly<Record<string, string>>) {
  const response = await fetch(`${origin}/oauth/token`, { method: "POST", body: new URLSearchParams(body) });
  return { status: response.status, body: (await response.json()) as Tokens & { readonly error?: string } };
}

export function redeem(origin: string, clientId: string, code: string, verifier: string) {
  return token(origin, {
    grant_type: "authorization_code",
    client_id: clientId,
    code,
    code_verifier: verifier,
    redirect_uri: REDIRECT,
  });
}

export function refresh(origin: string, clientId: string, refreshToken: string) {
  return token(origin, { grant_type: "refresh_token", client_id: clientId, refresh_token: refreshToken });
}

const LIST = { method: "tools/list", params: {} };

/** Requests the tools of an MCP endpoint with this token; returns them, or the refusal. */
export function listTools(address: string, bearer: string | undefined, request: object = LIST): Promise<Response> {
  return post(address, bearer, request);
}

/** Calls a skill of an A2A agent. */
export function callA2a(address: string, bearer: string | undefined, skill: string): Promise<Response> {
  const message = {
    kind: "message",
    messageId: "m",
    role: "user",
    parts: [{ kind: "data", data: { skill, input: {} } }],
  };
  return post(address, bearer, { method: "message/send", params: { message } });
}

function post(address: string, bearer: string | undefined, request: object): Promise<Response> {
  return fetch(address, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, ...request }),
  });
}
