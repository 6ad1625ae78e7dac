import { z } from "zod";
import { SECOND_MS } from "../../../../ground/kernel/clock.ts";
import type { CallContext } from "../../../../ground/kernel/context.ts";
import { BadRequest } from "../../../../ground/kernel/errors.ts";
import { askServer, jsonIn } from "./ask-server.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import { authMethodFor, type Registration } from "./client.ts";

/** RFC 7591 §3.2.1; a server may choose another authentication method than the one requested. */
const Registered = z.looseObject({
  client_id: z.string().min(1),
  client_secret: z.string().min(1).optional(),
  client_secret_expires_at: z.int().nonnegative().optional(),
  token_endpoint_auth_method: z.enum(["none", "client_secret_basic", "client_secret_post"]).optional(),
});

/** Registers this installation with a server, with the redirect URI (RFC 7591). Throws `BadRequest` and `Unavailable`. */
export async function registerClient(
  out: CallContext,
  server: AuthorizationServer,
  redirectUri: string,
): Promise<Registration> {
  const { issuer, registration_endpoint: endpoint } = server;
  if (!endpoint)
    throw new BadRequest(
      `${issuer} does not support dynamic client registration (RFC 7591): ask whoever runs the source to enable it`,
    );
  const asked = authMethodFor(server);
  const { publicUrl } = out.installation;
  const answer = await askServer(out, endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      client_name: `Interchange at ${new URL(publicUrl).host}`,
      client_uri: publicUrl,
      redirect_uris: [redirectUri],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      token_endpoint_auth_method: asked,
    }),
    purpose: "oauth client registration",
  });
  const { data: registered } = Registered.safeParse(jsonIn(answer.text()));
  // RFC 7591 requires 201; some servers send 200.
  if (answer.status >= 300 || !registered)
    throw new BadRequest(`${issuer} did not register this installation as its client: ask whoever runs the source why`);
  const { client_id: clientId, client_secret: secret, client_secret_expires_at: seconds = 0 } = registered;
  const authMethod = secret === undefined ? "none" : (registered.token_endpoint_auth_method ?? asked);
  return {
    issuer,
    redirectUri,
    clientId,
    authMethod,
    secret,
    expiresAt: seconds > 0 ? new Date(seconds * SECOND_MS) : null,
  };
}
