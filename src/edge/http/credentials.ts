import type { IncomingHttpHeaders } from "node:http";
import { Unauthorized } from "../../ground/kernel/errors.ts";

/** The API key of a request: `Authorization: Bearer …` or `x-scope3-api-key: …`; undefined where there is none. */
export function keyIn({ authorization, "x-scope3-api-key": other }: IncomingHttpHeaders): string | undefined {
  if (authorization !== undefined) {
    const [scheme, token, more] = authorization.trim().split(/\s+/);
    if (scheme?.toLowerCase() !== "bearer" || !token || more !== undefined) {
      throw new Unauthorized("the Authorization header must read: Bearer <API key>");
    }
    return token;
  }
  return typeof other === "string" && other !== "" ? other : undefined;
}

export const noKey = () =>
  new Unauthorized("no API key: send Authorization: Bearer <API key>, or x-scope3-api-key: <API key>");

/** One answer for unknown, revoked and expired: who guesses learns nothing. */
export const badKey = () => new Unauthorized("this API key is unknown, revoked or expired");
