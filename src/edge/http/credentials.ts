import type { IncomingHttpHeaders } from "node:http";
import { Invalid, InvalidToken, Unauthorized } from "../../ground/kernel/errors.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import type { Keyring } from "../../platform/api-keys/index.ts";
import { type AccessTokens, looksLikeAccessToken } from "../../platform/authorization-server/index.ts";

/** The credentials of this installation: its keys, and the tokens of its authorization server. */
export interface Credentials {
  readonly keyring: Keyring;
  readonly accessTokens: AccessTokens;
}

/**
 * The caller that sends these headers to this resource, the address for which a token must have been issued; `fresh` for a write. Throws
 * `Unauthorized`.
 */
export async function viewerIn(
  headers: IncomingHttpHeaders,
  { keyring, accessTokens }: Credentials,
  { resource, fresh }: { readonly resource: string; readonly fresh: boolean },
): Promise<Viewer> {
  const bearer = bearerIn(headers);
  if (!bearer) throw noKey();
  if (looksLikeAccessToken(bearer)) {
    const holder = await accessTokens.holderOf(bearer, resource, fresh);
    if (!holder) throw badToken();
    return holder;
  }
  const viewer = await keyring.holderOf(bearer, fresh);
  if (!viewer) throw badKey();
  return viewer;
}

/** The key of a request: `Authorization: Bearer …` or `x-scope3-api-key: …`; undefined if there is none. */
export function bearerIn({ authorization, "x-scope3-api-key": other }: IncomingHttpHeaders): string | undefined {
  if (authorization !== undefined) {
    const [scheme, token, more] = authorization.trim().split(/\s+/);
    if (scheme?.toLowerCase() !== "bearer" || !token || more !== undefined) {
      throw new Unauthorized("the Authorization header must read: Bearer <API key>");
    }
    return token;
  }
  return typeof other === "string" && other !== "" ? other : undefined;
}

const noKey = () =>
  new Unauthorized("no API key: send Authorization: Bearer <API key>, or x-scope3-api-key: <API key>");

/** The same answer for keys that are unknown, revoked or expired, so that guessing reveals nothing. */
const badKey = () => new Unauthorized("this API key is unknown, revoked or expired");

/** A single answer here too, as RFC 6750 defines. */
const badToken = () => new InvalidToken("this access token has expired or is for another address");

const KEY_FORM = /^[A-Za-z0-9._:-]{8,128}$/;

/** An idempotency key under its transport's name. Throws `Invalid` if it is malformed. */
export function idempotencyKeyOf(given: unknown, field: string): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== "string" || !KEY_FORM.test(given)) {
    throw new Invalid(`${field}: 8 to 128 of the characters A-Z a-z 0-9 . _ : -`, { field });
  }
  return given;
}
