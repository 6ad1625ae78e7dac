import { createPrivateKey, type KeyObject, sign } from "node:crypto";
import { MINUTE_MS, SECOND_MS } from "../../ground/kernel/clock.ts";
import type { JwtAuth } from "./auth.ts";

const LIFETIME_MS = 5 * MINUTE_MS;

/** Reads a key in PEM form, even if its line breaks were escaped in JSON, or as a JWK. Undefined if it is neither. */
export function readPrivateKey(text: string): KeyObject | undefined {
  const trimmed = text.trim();
  try {
    return trimmed.startsWith("{")
      ? createPrivateKey({ key: JSON.parse(trimmed), format: "jwk" })
      : createPrivateKey(trimmed.replaceAll("\\n", "\n"));
  } catch {
    return undefined;
  }
}

/** What is wrong with the key of a JWT credential; undefined if it can sign. */
export function complaintAboutKey({ privateKey, algorithm }: JwtAuth): string | undefined {
  const key = readPrivateKey(privateKey);
  if (!key) return "no private key that we can read: send it as PEM (PKCS #8), or as a JWK";
  const able = algorithmOf(key);
  if (!able) return "this key signs neither ES256 nor RS256: send an EC key on P-256, or an RSA key";
  return algorithm === undefined || algorithm === able ? undefined : `this key signs ${able}, not ${algorithm}`;
}

/** The signed assertion that is exchanged for a token (RFC 7523 §3); because of `jti` it can be used only once. */
export function assertionOf(auth: JwtAuth, key: KeyObject, jti: string, wall: Date): string {
  const { issuer: iss, subject: sub, audienceUrl: aud, scope, keyId: kid } = auth;
  const iat = Math.floor(wall.getTime() / SECOND_MS);
  const claims = { iss, sub, aud, scope, jti, iat, exp: iat + LIFETIME_MS / SECOND_MS };
  const signed = [{ alg: algorithmOf(key), typ: "JWT", kid }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  // JOSE requires the two halves of an ECDSA signature to be concatenated (RFC 7518 §3.4), whereas OpenSSL writes them
  // as DER.
  const signature = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}

function algorithmOf({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject) {
  if (type === "rsa") return "RS256" as const;
  return type === "ec" && details?.namedCurve === "prime256v1" ? ("ES256" as const) : undefined;
}
