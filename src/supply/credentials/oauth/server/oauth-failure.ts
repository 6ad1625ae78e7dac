import * as oauth from "openid-client";
import { BadRequest, Unavailable } from "../../../../ground/kernel/errors.ts";

/** Why there are no tokens. `code` is the server's own word (RFC 6749 §4.1.2.1, §5.2), or ours where it said none. */
export interface OauthFailure {
  /**
   * `declined`: the person, or the server for them, refused. `refused`: the server refused us. `failed`: no usable
   * answer.
   */
  readonly kind: "declined" | "refused" | "failed";
  readonly code: string;
}

/** Reads what the library threw; whatever is no answer of a server's is thrown again. */
export function oauthFailureOf(error: unknown): OauthFailure {
  if (error instanceof oauth.AuthorizationResponseError) return { kind: "declined", code: error.error };
  if (error instanceof oauth.ResponseBodyError) return said(error.error, error.status);
  // How a server that we prove ourselves to by a header says that it does not know us (RFC 6749 §5.2).
  if (error instanceof oauth.WWWAuthenticateChallengeError) return { kind: "refused", code: "invalid_client" };
  if (error instanceof oauth.ClientError) return { kind: "failed", code: error.code ?? "unreachable" };
  if (error instanceof Unavailable || error instanceof BadRequest) return { kind: "failed", code: error.code };
  throw error;
}

function said(code: string, status: number): OauthFailure {
  const passing = status >= 500 || code === "server_error" || code === "temporarily_unavailable";
  return { kind: passing ? "failed" : "refused", code };
}
