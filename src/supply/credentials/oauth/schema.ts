import { z } from "zod";
import type { ConsentPlace } from "../../../ground/kernel/context.ts";
import type { StartedConsent } from "./consent.ts";

export const AgentPath = z.object({
  agentId: z.string().min(1).max(255).describe("As each source of a storefront gives it"),
});

/** A URL without a query or fragment, because it is registered with the server exactly as it is. */
const redirectUri = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .refine(
    (text) => isSafe(text) && !/[?#]/.test(text),
    "an https address without query or fragment, or one of this machine",
  );

const openerOrigin = z
  .url({ protocol: /^https?$/ })
  .max(255)
  .refine(isSafe, "an https origin, or one of this machine")
  .transform((text) => new URL(text).origin);

/** Plain HTTP is only allowed for loopback addresses, where an agent may listen for the answer (RFC 8252 §7.3). */
function isSafe(text: string): boolean {
  const url = URL.parse(text);
  const own = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url?.username === "" && (url.protocol === "https:" || own);
}

export const AuthorizeBody = z
  .object({
    accountIdentifier: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .optional()
      .describe("Your name for the account; by default oauth_<your customer id>"),
    redirectUri: redirectUri
      .optional()
      .describe("Where to send the code, instead of to us; then pass it to POST /agents/{agentId}/oauth/callback"),
    openerOrigin: openerOrigin
      .optional()
      .describe(
        "The origin of the page that opens the window: only that origin receives postMessage when the consent is complete",
      ),
  })
  .meta({ id: "StartAgentAccountOAuth" });

export type AuthorizeBody = z.output<typeof AuthorizeBody>;

export const StartedView = z
  .object({
    authorizeUrl: z.url(),
    authorizationUrl: z.url().describe("The same as authorizeUrl"),
    state: z.string().describe("Valid once, for ten minutes"),
    agentId: z.string(),
    agentName: z.string(),
  })
  .meta({ id: "OAuthAuthorizeResponse" });

export const CallbackBody = z
  .object({
    code: z.string().min(1).max(8192),
    state: z.string().min(1).max(512),
    iss: z.string().max(2048).optional().describe("As the authorization server sent it, if it did (RFC 9207)"),
  })
  .meta({ id: "AgentOAuthCallback" });

export const ConnectedView = z
  .object({
    agentId: z.string(),
    agentName: z.string(),
    credentialId: z.string().describe("A decimal number, as a string"),
    status: z.literal("ACTIVE"),
  })
  .meta({ id: "AgentOAuthConnected" });

export function startedViewOf({ agentId, name }: ConsentPlace, started: StartedConsent): z.input<typeof StartedView> {
  const { authorizationUrl, state } = started;
  return { authorizeUrl: authorizationUrl, authorizationUrl, state, agentId: agentId ?? "", agentName: name };
}
