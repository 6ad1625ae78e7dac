import type { FastifyInstance } from "fastify";
import { callInside } from "./call-inside.ts";

/** The public halves of the keys that AdCP publishes for graders of signed requests (3.0 and 3.1, test-vectors/request-signing/keys.json). */
const PUBLISHED = [
  {
    kid: "test-ed25519-2026",
    kty: "OKP",
    crv: "Ed25519",
    alg: "EdDSA",
    adcp_use: "request-signing",
    x: "gWUqzATUcUco5Q8fZZXn8aWwb7DQbYGBiqUzLiSDDJo",
  },
  {
    kid: "test-es256-2026",
    kty: "EC",
    crv: "P-256",
    alg: "ES256",
    adcp_use: "request-signing",
    x: "vGSQmjzPN1txgDY-oBb108gMsRETA9J5IPxqlBczQOY",
    y: "JGIbsHoOnHLL_LFqGYUW43BYDAqGYrNRZUylkE7rqSU",
  },
  {
    kid: "test-gov-2026",
    kty: "OKP",
    crv: "Ed25519",
    alg: "EdDSA",
    adcp_use: "governance-signing",
    x: "rkUcKP5oMd7YjV4yy5mVS5S8fA3LDXcf5jk1P1_52EA",
  },
].map((key) => ({ ...key, key_ops: ["verify"] }));

const REVOKED = {
  kid: "test-revoked-2026",
  kty: "OKP",
  crv: "Ed25519",
  alg: "EdDSA",
  adcp_use: "request-signing",
  key_ops: ["verify"],
  x: "r8wqMpVCLKzLSRNBtNmI1g71pPzQcwkATJHcyHK1lXg",
};

/**
 * Makes a sandbox storefront accept requests signed by AdCP's graders, as the protocol requires of agents that verify signatures (3.1, test
 * kit signed-requests-runner). Their private keys are public, so this must only be used for trials.
 */
export async function admitGrader(app: FastifyInstance, sellerKey: string): Promise<void> {
  await keyFor(app, sellerKey, PUBLISHED);
  const { id } = await keyFor(app, sellerKey, [REVOKED]);
  await callInside(app, sellerKey, "DELETE", `${PATH}/${String(id)}`);
}

const PATH = "/api/v2/storefront/caller-keys";

function keyFor(app: FastifyInstance, sellerKey: string, keys: readonly object[]) {
  const grader = { name: "AdCP's signed requests", operatorDomain: "grader.example", sandbox: true };
  return callInside(app, sellerKey, "POST", PATH, { ...grader, signing: { jwks: { keys } } });
}
