import { basicOf, type Call, formOf, type Handler, type Reply, say, type WireObject } from "../exchange.ts";
import { type Authority, secondsUntil, type TokenFault, type Tokens } from "./authority.ts";

/** How a token endpoint after RFC 6749 differs from others. */
export interface TokenManner {
  /** Where the application's secret stands. `either` is what PKCE without a secret is to providers that take it. */
  readonly client: "body" | "basic" | "either";
  /** In the provider's own shape; RFC 6749's where nothing is said. */
  readonly refuse?: (status: number, error: string, description: string) => Reply;
  /** Beside what RFC 6749 asks for. */
  readonly also?: (tokens: Tokens, now: Date) => WireObject;
  /** What the provider asks of a call before anything else: a reply where it is not met. */
  readonly before?: (call: Call) => Reply | null;
  readonly scopeSeparator?: string;
}

export function tokenRoute(authority: Authority, manner: TokenManner): Handler {
  const refuse = manner.refuse ?? ((status, error, words) => say(status, { error, error_description: words }));
  return (call) => {
    const early = manner.before?.(call) ?? null;
    if (early) return early;
    const form = formOf(call);
    if (!isClient(call, form, authority, manner)) return refuse(401, "invalid_client", "client authentication failed");
    const tokens = tokensOf(form, authority, call.now);
    if (tokens === null) return refuse(400, "unsupported_grant_type", "grant_type is missing or not supported");
    if (typeof tokens === "string") return refuse(400, "invalid_grant", `the code or token is ${tokens}`);
    return say(200, viewOf(tokens, call.now, manner), { "cache-control": "no-store" });
  };
}

function isClient(call: Call, form: URLSearchParams, { application }: Authority, { client }: TokenManner): boolean {
  const { clientId, clientSecret } = application;
  const basic = basicOf(call);
  const byBasic = basic?.user === clientId && basic.password === clientSecret;
  const byBody = form.get("client_id") === clientId && form.get("client_secret") === clientSecret;
  if (client === "either" && !basic && form.get("client_id") === clientId && form.has("code_verifier")) return true;
  return client === "body" ? byBody : client === "basic" ? byBasic : byBasic || byBody;
}

function tokensOf(form: URLSearchParams, authority: Authority, now: Date): Tokens | TokenFault | null {
  const type = form.get("grant_type");
  if (type === "refresh_token") return authority.refresh(form.get("refresh_token") ?? "", now);
  if (type !== "authorization_code") return null;
  return authority.redeem(form.get("code") ?? "", form.get("redirect_uri") ?? "", form.get("code_verifier"), now);
}

function viewOf(tokens: Tokens, now: Date, manner: TokenManner): WireObject {
  const { accessToken, accessEndsAt, refreshToken, grant } = tokens;
  return {
    access_token: accessToken,
    token_type: "bearer",
    ...(accessEndsAt && { expires_in: secondsUntil(accessEndsAt, now) }),
    ...(refreshToken !== null && { refresh_token: refreshToken }),
    scope: grant.scopes.join(manner.scopeSeparator ?? " "),
    ...manner.also?.(tokens, now),
  };
}
