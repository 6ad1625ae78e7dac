import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** An OpenID Connect provider such as an organisation has: it signs in the given person without asking. */
export interface SimulatedProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Sets who is signed in next, by the provider's claims about them. */
  signsIn(claims: Readonly<Record<string, unknown>>): void;
  declines(): void;
  close(): void;
}

interface Options {
  readonly redirectUri: string;
  /** Only returns the address from UserInfo, like Okta's own server. */
  readonly thinIdToken?: boolean;
}

export async function openIdentityProvider({ redirectUri, thinIdToken = false }: Options): Promise<SimulatedProvider> {
  let claims: Readonly<Record<string, unknown>> | null = null;
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ["interchange", "a secret of the provider's"];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: thinIdToken,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["a test"] },
    interactions: { url: (_, { uid }) => `/consent/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...claims }) }),
  });
  const callback = provider.callback();
  answer = (request, response) =>
    request.url?.startsWith("/consent/") ? consent(request, response) : callback(request, response);

  async function consent(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!claims) return provider.interactionFinished(request, response, { error: "access_denied" });
    const { params } = await provider.interactionDetails(request, response);
    const accountId = String(claims["email"]);
    const grant = new provider.Grant({ accountId, clientId: String(params["client_id"]) });
    grant.addOIDCScope("openid email profile");
    const grantId = await grant.save();
    return provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId } });
  }

  return {
    issuer,
    clientId,
    clientSecret,
    signsIn: (next) => void (claims = next),
    declines: () => void (claims = null),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
