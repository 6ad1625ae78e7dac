import type { IncomingHttpHeaders } from "node:http";
import { Invalid, Unauthorized } from "../../ground/kernel/errors.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import type { Keyring } from "../../platform/api-keys/index.ts";

/** Who sends these headers; `fresh` for a write. Throws `Unauthorized`. */
export async function viewerIn(headers: IncomingHttpHeaders, keyring: Keyring, fresh: boolean): Promise<Viewer> {
  const key = bearerIn(headers);
  if (!key) throw noKey();
  const viewer = await keyring.holderOf(key, fresh);
  if (!viewer) throw badKey();
  return viewer;
}

/** The key of a request: `Authorization: Bearer …` or `x-scope3-api-key: …`; undefined where there is none. */
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

/** One answer for unknown, revoked and expired: who guesses learns nothing. */
const badKey = () => new Unauthorized("this API key is unknown, revoked or expired");

const KEY_FORM = /^[A-Za-z0-9._:-]{8,128}$/;

/** An idempotency key as its transport names it. Throws `Invalid` for what is none. */
export function idempotencyKeyOf(given: unknown, field: string): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given !== "string" || !KEY_FORM.test(given)) {
    throw new Invalid(`${field}: 8 to 128 of the characters A-Z a-z 0-9 . _ : -`, { field });
  }
  return given;
}
