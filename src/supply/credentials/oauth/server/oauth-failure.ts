import * as oauth from "openid-client";
import { BadRequest, Unavailable } from "../../../../ground/kernel/errors.ts";

/** Why there are no tokens. `code` is the server's error code (RFC 6749 §4.1.2.1, §5.2), or one of ours if it sent none. */
export interface OauthFailure {
  /**
   * `declined`: the person refused, or the server on their behalf. `refused`: the server refused our request. `failed`:
   * no usable answer.
   */
  readonly kind: "declined" | "refused" | "failed";
  readonly code: string;
}

/** Converts an error of the library; an error that is not an answer of the server is rethrown. */
export function oauthFailureOf(error: unknown): OauthFailure {
  if (error instanceof oauth.AuthorizationResponseError) return { kind: "declined", code: error.error };
  if (error instanceof oauth.ResponseBodyError) return said(error.error, error.status);
  // This is how a server says that it does not know a client that authenticates by a header (RFC 6749 §5.2).
  if (error instanceof oauth.WWWAuthenticateChallengeError) return { kind: "refused", code: "invalid_client" };
  if (error instanceof oauth.ClientError) return { kind: "failed", code: error.code ?? "unreachable" };
  if (error instanceof Unavailable || error instanceof BadRequest) return { kind: "failed", code: error.code };
  throw error;
}

function said(code: string, status: number): OauthFailure {
  const passing = status >= 500 || code === "server_error" || code === "temporarily_unavailable";
  return { kind: passing ? "failed" : "refused", code };
}
