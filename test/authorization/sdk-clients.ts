import {
  Client as ClientOf2,
  type OAuthDiscoveryState,
  StreamableHTTPClientTransport as TransportOf2,
} from "@modelcontextprotocol/client";
import { Client as ClientOf1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as TransportOf1 } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { REDIRECT } from "./client.ts";

/** The official clients of both generations, used as an application would: it stores what they return, and opens a browser. */

interface Tokens {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly token_type: string;
}

/** What an application stores about its connection. */
interface ClientState {
  client?: { readonly client_id: string };
  tokens?: Tokens;
  sentTo?: URL;
}

/** In the form that both generations expect; `documentAt` is for a client whose id is the URL of its own description. */
export function clientStore(documentAt?: string) {
  const kept: ClientState = {};
  let verifier = "";
  let found: OAuthDiscoveryState | undefined;
  const provider = {
    redirectUrl: REDIRECT,
    clientMetadata: {
      client_name: "Official client",
      redirect_uris: [REDIRECT],
      grant_types: ["authorization_code", "refresh_token"],
      token_endpoint_auth_method: "none",
    },
    ...(documentAt !== undefined && { clientMetadataUrl: documentAt }),
    clientInformation: () => kept.client,
    saveClientInformation: (client: { readonly client_id: string }) => void (kept.client = client),
    tokens: () => kept.tokens,
    saveTokens: (tokens: Tokens) => void (kept.tokens = tokens),
    redirectToAuthorization: (url: URL) => void (kept.sentTo = url),
    saveCodeVerifier: (text: string) => void (verifier = text),
    codeVerifier: () => verifier,
    saveDiscoveryState: (state: OAuthDiscoveryState) => void (found = state),
    discoveryState: () => found,
    invalidateCredentials: () => void delete kept.tokens,
  };
  return { kept, provider };
}

type ClientStore = ReturnType<typeof clientStore>;

/** A connection for use in a test, whichever generation of client made it. */
interface Connection {
  toolNames(): Promise<readonly string[]>;
  call(name: string, given: Record<string, unknown>): Promise<{ readonly isError?: unknown }>;
  close(): Promise<void>;
}

interface SdkClient {
  /** Throws if a person has to be asked first, whose browser has then been redirected. */
  connect(url: URL, keeper: ClientStore): Promise<Connection>;
  /** Redeems the code with which the browser returned. */
  finish(url: URL, keeper: ClientStore, answer: URLSearchParams): Promise<void>;
}

const sdk1: SdkClient = {
  async connect(url, { provider }) {
    const client = new ClientOf1({ name: "official", version: "1" });
    await client.connect(new TransportOf1(url, { authProvider: provider }));
    return {
      toolNames: async () => (await client.listTools()).tools.map(({ name }) => name),
      async call(name, given) {
        const { isError } = await client.callTool({ name, arguments: given });
        return { isError };
      },
      close: () => client.close(),
    };
  },
  finish: (url, { provider }, answer) =>
    new TransportOf1(url, { authProvider: provider }).finishAuth(answer.get("code") ?? ""),
};

type Negotiation = "legacy" | "auto" | { readonly pin: string };

const sdk2 = (mode: Negotiation): SdkClient => ({
  async connect(url, { provider }) {
    const client = new ClientOf2({ name: "official", version: "2" }, { versionNegotiation: { mode } });
    await client.connect(new TransportOf2(url, { authProvider: provider }));
    return {
      toolNames: async () => (await client.listTools()).tools.map(({ name }) => name),
      async call(name, given) {
        const { isError } = await client.callTool({ name, arguments: given });
        return { isError };
      },
      close: () => client.close(),
    };
  },
  finish: (url, { provider }, answer) => new TransportOf2(url, { authProvider: provider }).finishAuth(answer),
});

export const SDK_CLIENTS: readonly (readonly [string, SdkClient])[] = [
  ["1", sdk1],
  ["2, legacy", sdk2("legacy")],
  ["2, auto", sdk2("auto")],
  ["2, 2026-07-28 alone", sdk2({ pin: "2026-07-28" })],
];
