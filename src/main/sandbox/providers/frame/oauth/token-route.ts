import { basicOf, type Call, formOf, type Handler, type Reply, respond, type WireObject } from "../exchange.ts";
import { type Authority, secondsUntil, type TokenFault, type Tokens } from "./authority.ts";

/** How the token endpoint of a provider differs from that of RFC 6749. */
export interface TokenDialect {
  /** Where the application's secret is sent. `either` is for providers that also accept PKCE without a secret. */
  readonly client: "body" | "basic" | "either";
  /** The error in the provider's own format; by default in that of RFC 6749. */
  readonly refuse?: (status: number, error: string, description: string) => Reply;
  /** Fields in addition to those that RFC 6749 requires. */
  readonly also?: (tokens: Tokens, now: Date) => WireObject;
  /** What the provider requires of a call before anything else: returns a reply if the requirement is not met. */
  readonly before?: (call: Call) => Reply | null;
  readonly scopeSeparator?: string;
}

export function tokenRoute(authority: Authority, manner: TokenDialect): Handler {
  const refuse = manner.refuse ?? ((status, error, words) => respond(status, { error, error_description: words }));
  return (call) => {
    const early = manner.before?.(call) ?? null;
    if (early) return early;
    const form = formOf(call);
    if (!isClient(call, form, authority, manner)) return refuse(401, "invalid_client", "client authentication failed");
    const tokens = tokensOf(form, authority, call.now);
    if (tokens === null) return refuse(400, "unsupported_grant_type", "grant_type is missing or not supported");
    if (typeof tokens === "string") return refuse(400, "invalid_grant", `the code or token is ${tokens}`);
    return respond(200, viewOf(tokens, call.now, manner), { "cache-control": "no-store" });
  };
}

function isClient(call: Call, form: URLSearchParams, { application }: Authority, { client }: TokenDialect): boolean {
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

function viewOf(tokens: Tokens, now: Date, manner: TokenDialect): WireObject {
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
