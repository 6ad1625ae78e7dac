import { createPublicKey, type KeyObject } from "node:crypto";

/** The algorithms of AdCP's signing profiles (3.1, Security), under the names that signatures use. */
const ALGORITHMS = {
  ed25519: { alg: "EdDSA", kty: "OKP", crv: "Ed25519" },
  "ecdsa-p256-sha256": { alg: "ES256", kty: "EC", crv: "P-256" },
} as const;

export type Algorithm = keyof typeof ALGORITHMS;

/** A public key as a JWK, with AdCP's declaration of its purpose. */
export interface SigningKey {
  readonly kid: string;
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string | undefined;
  readonly alg?: string | undefined;
  readonly key_ops?: readonly string[] | undefined;
  readonly adcp_use?: string | undefined;
}

export function isAlgorithm(name: string): name is Algorithm {
  return Object.hasOwn(ALGORITHMS, name);
}

/** Whether the key is declared for signing requests; otherwise it must not be used for them. */
export function isForRequests({ adcp_use, key_ops = [] }: SigningKey): boolean {
  return adcp_use === "request-signing" && key_ops.includes("verify");
}

/** Whether the key declares this algorithm, and is suitable for it. */
export function fitsAlgorithm({ alg, kty, crv }: SigningKey, algorithm: Algorithm): boolean {
  const known = ALGORITHMS[algorithm];
  return alg === known.alg && kty === known.kty && crv === known.crv;
}

/** The key itself; undefined if the JWK contains no key for either algorithm. */
export function publicKeyOf(key: SigningKey): KeyObject | undefined {
  const { kty, crv, x, y } = key;
  if (!Object.keys(ALGORITHMS).some((name) => isAlgorithm(name) && fitsAlgorithm(key, name))) return undefined;
  try {
    return createPublicKey({ key: { kty, crv, x, ...(y !== undefined && { y }) }, format: "jwk" });
  } catch {
    return undefined;
  }
}
