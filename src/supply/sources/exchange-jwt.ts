import { createHash } from "node:crypto";
import { z } from "zod";
import { after, MINUTE_MS, SECOND_MS } from "../../ground/kernel/clock.ts";
import { type CallContext, wallOf } from "../../ground/kernel/context.ts";
import { newUuid } from "../../ground/kernel/ids.ts";
import { type Outbound, OutboundError, type OutboundResponse } from "../../ground/outbound/index.ts";
import { SellerUnreachable } from "../../ground/seller-agent/index.ts";
import type { JwtAuth } from "./auth.ts";
import { assertionOf, readPrivateKey } from "./jwt-assertion.ts";

const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const MOST_BYTES = 64 * 1024;
const MOST_KEPT = 1_000;
/** A token is replaced a little early, so that it does not expire in transit. */
const MARGIN_MS = 30 * SECOND_MS;
/** For a server that does not say how long its tokens are valid. */
const SHORT_LIFE_MS = 5 * MINUTE_MS;

const TokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
});
const Refusal = z.looseObject({ error: z.string().regex(/^[\w.-]{1,64}$/) });

interface Token {
  readonly value: string;
  /** Wall-clock time. */
  readonly until: Date;
}

/** Tokens by the fingerprint of their credential, for as long as the `outbound` instance exists. */
const tokensByOutbound = new WeakMap<Outbound, Map<string, Promise<Token>>>();

/**
 * The bearer token for which a JWT credential is exchanged (RFC 7523 §2.1), kept until it expires. Concurrent callers
 * share one request. Throws `SellerUnreachable`, with `unauthorized` if the server refuses the assertion.
 */
export async function tokenFor(auth: JwtAuth, out: CallContext): Promise<string> {
  const tokens = tokensByOutbound.get(out.outbound) ?? new Map<string, Promise<Token>>();
  tokensByOutbound.set(out.outbound, tokens);
  const name = createHash("sha256").update(JSON.stringify(auth)).digest("base64url");
  const known = tokens.get(name);
  if (known) {
    const { value, until } = await known;
    if (until > wallOf(out)) return value;
  }
  // Of several callers that find a token expired, the first requests a new one, and the others wait for it.
  const issued = tokens.get(name);
  if (issued && issued !== known) return (await issued).value;
  return (await save(tokens, name, issue(auth, out))).value;
}

function save(tokens: Map<string, Promise<Token>>, name: string, issuing: Promise<Token>): Promise<Token> {
  tokens.delete(name);
  tokens.set(name, issuing);
  const [oldest] = tokens.keys();
  if (oldest !== undefined && tokens.size > MOST_KEPT) tokens.delete(oldest);
  issuing.catch(() => {
    if (tokens.get(name) === issuing) tokens.delete(name);
  });
  return issuing;
}

async function issue(auth: JwtAuth, out: CallContext): Promise<Token> {
  const { host } = new URL(auth.tokenEndpointUrl);
  const wall = wallOf(out);
  const key = readPrivateKey(auth.privateKey);
  if (!key) throw new SellerUnreachable(host, "unauthorized", "the credential's private key cannot be read");
  const assertion = assertionOf(auth, key, newUuid(out.random), wall);
  const response = await post(auth, assertion, host, out);
  const body = jsonOf(response);
  const { data: token } = TokenAnswer.safeParse(body);
  if (response.status === 200 && token) {
    const lifeMs = token.expires_in === undefined ? SHORT_LIFE_MS : token.expires_in * SECOND_MS;
    return { value: token.access_token, until: after(wall, lifeMs - MARGIN_MS) };
  }
  // Only the code, because the rest of a server's message may quote the assertion.
  const code = Refusal.safeParse(body).data?.error ?? `status ${response.status}`;
  const refused = response.status >= 400 && response.status < 500 && response.status !== 429;
  const message = refused ? `it does not accept a token for this credential (${code})` : `it issued no token (${code})`;
  throw new SellerUnreachable(host, refused ? "unauthorized" : "unreachable", message);
}

async function post(
  { tokenEndpointUrl, scope }: JwtAuth,
  assertion: string,
  host: string,
  { outbound, installation }: CallContext,
): Promise<OutboundResponse> {
  try {
    return await outbound.request(tokenEndpointUrl, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: new URLSearchParams({ grant_type: GRANT, assertion, scope }).toString(),
      timeoutMs: installation.sellerTimeoutMs,
      maxResponseBytes: MOST_BYTES,
      purpose: "token for a JWT",
    });
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw new SellerUnreachable(host, error.failure === "timeout" ? "timeout" : "unreachable", error.message, error);
  }
}

function jsonOf(response: OutboundResponse): unknown {
  try {
    return JSON.parse(response.text());
  } catch {
    return undefined;
  }
}
