import type { IncomingMessage, ServerResponse } from "node:http";
import type { Interaction, Provider } from "oidc-provider";
import type { Host } from "../../ground/kernel/host.ts";
import type { Log } from "../../ground/kernel/log.ts";
import type { Scope } from "../../ground/kernel/viewer.ts";
import { type AuthorizationRequest, authorizationRequestIn } from "./authorization-request.ts";
import type { DevicePages } from "./device/device-pages.ts";
import type { openSigningKeys, SigningKeys } from "./signing-keys/signing-keys.ts";

/** An OAuth 2.1 authorization server (RFC 9700) whose issuer is the public URL. */
export interface AuthorizationServer {
  /** Answers clients' requests: metadata, authorizations, tokens, registrations, revocations. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The request with which this browser was sent here; undefined if it has ended, or was made in another browser. */
  pending(request: IncomingMessage, response: ServerResponse): Promise<PendingRequest | undefined>;
  /** Grants an application what a person allows; returns the grant's id. */
  grant(accountId: string, request: AuthorizationRequest, granted: readonly Scope[]): Promise<string>;
  /** Redirects the browser with the decision. */
  conclude(request: IncomingMessage, response: ServerResponse, decision: Decision): Promise<void>;
}

export interface PendingRequest {
  readonly uid: string;
  readonly request: AuthorizationRequest;
  /** The name of the application or, if it has none, its redirect destination. */
  readonly name: string;
}

export type Decision =
  | { readonly kind: "allowed"; readonly accountId: string; readonly grantId: string }
  | { readonly kind: "denied" };

const LONGEST_NAME = 80;

export function openAuthorizationServer(
  host: Host,
  keys: ReturnType<typeof openSigningKeys>,
  pages: DevicePages,
): AuthorizationServer {
  const { publicUrl } = host.installation;
  const provider = providerUnder(host, keys, pages);
  return {
    answer: async (request, response) => (await provider()).callback()(request, response),

    async pending(request, response) {
      const current = await provider();
      const details = await interactionOf(current, request, response);
      if (!details) return undefined;
      const asked = authorizationRequestIn(details, publicUrl);
      const client = await current.Client.find(asked.clientId);
      const name = client?.clientName?.trim().slice(0, LONGEST_NAME);
      return { uid: details.uid, request: asked, name: name || asked.destination };
    },

    async grant(accountId, { clientId, resource, scopes }, granted) {
      const { Grant } = await provider();
      const grant = new Grant({ accountId, clientId });
      grant.addOIDCScope(["openid", "offline_access", ...scopes].join(" "));
      grant.addResourceScope(resource, granted.join(" "));
      const refused = scopes.filter((scope) => !granted.includes(scope));
      if (refused.length > 0) grant.rejectResourceScope(resource, refused.join(" "));
      return grant.save();
    },

    async conclude(request, response, decision) {
      const result =
        decision.kind === "allowed"
          ? { login: { accountId: decision.accountId, remember: false }, consent: { grantId: decision.grantId } }
          : { error: "access_denied", error_description: "the person did not allow it" };
      await (await provider()).interactionFinished(request, response, result);
    },
  };
}

/** The provider with the current signing keys. Its library is loaded with the first request that needs it. */
function providerUnder(
  host: Host,
  keys: ReturnType<typeof openSigningKeys>,
  pages: DevicePages,
): () => Promise<Provider> {
  let made: { readonly keys: SigningKeys; readonly provider: Promise<Provider> } | undefined;
  return async () => {
    const current = await keys.current();
    if (made?.keys !== current) {
      const provider = loadProvider(host.log).then(({ newProvider }) => newProvider(host, current, pages));
      made = { keys: current, provider };
    }
    return made.provider;
  };
}

/** The library writes its opinion of the Node version to the console, where operators, who read our log, would not see it. */
async function loadProvider(log: Log) {
  const { console: told } = globalThis;
  const { warn } = told;
  told.warn = (line: string) => log.info({ library: "oidc-provider" }, line);
  try {
    return await import("./provider/new-provider.ts");
  } finally {
    told.warn = warn;
  }
}

async function interactionOf(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    if ((error as Error).name === "SessionNotFound") return undefined;
    throw error;
  }
}
