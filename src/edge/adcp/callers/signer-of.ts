import type { FastifyRequest } from "fastify";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { NONCE_KEPT_MS, type Signer, verifyRequest } from "../../../ground/signatures/index.ts";
import {
  consumeNonce,
  countNonces,
  type FoundKey,
  findKeyBySignerOfAnyCustomer,
} from "../../../supply/callers/keys/index.ts";
import type { Edge } from "../../http/mount.ts";

interface KnownSigner extends Signer {
  readonly callerKey: FoundKey;
}

/**
 * How many requests a key for trials may sign within a minute: AdCP's test kit of signed requests counts up to this number (3.1,
 * signed-requests-runner). For all other keys the rate limit applies long before the million of nonces that the protocol allows a seller to
 * keep.
 */
const MOST_IN_TRIALS = 100;

/** The key whose holder signed the request; undefined if it is not signed. Throws `SignatureRefused`. */
export async function signerOf(
  { method, url, headers, bodyBytes }: FastifyRequest,
  { host }: Edge,
  platformId: string,
): Promise<FoundKey | undefined> {
  const { clock, database, installation } = host;
  // The signature covers the address at which the buyer knows us, whichever proxy the request passed.
  const message = { method, url: installation.publicUrl + url, headers, body: bodyBytes ?? new Uint8Array() };
  const wall = clock.now();
  const signer = await verifyRequest<KnownSigner>(message, {
    now: wall,
    digest: "either",
    async signerOf(keyId) {
      const asked = { keyId, platformId, wall };
      const callerKey = await database.readInstallation((db) => findKeyBySignerOfAnyCustomer(db, asked));
      const key = callerKey?.signingKeys[keyId];
      // A body that the signature does not cover could come from anybody, so it is not accepted where money is spent.
      return callerKey && key && { key, isRevoked: callerKey.isRevoked, coversBodies: !callerKey.sandbox, callerKey };
    },
    async hasTooMany({ key, callerKey }) {
      const { customerId, callerKeyId, sandbox } = callerKey;
      if (!sandbox) return false;
      const asked = { callerKeyId, keyId: key.kid, most: MOST_IN_TRIALS };
      const expiresAt = after(wall, NONCE_KEPT_MS - MINUTE_MS);
      const scope = { customerId, reach: "tenant" } as const;
      const taken = await database.read(scope, (db) => countNonces(db, customerId, { ...asked, expiresAt }));
      return taken >= MOST_IN_TRIALS;
    },
    takeNonce({ key, callerKey }, nonce, expiresAt) {
      const { customerId, callerKeyId } = callerKey;
      const scope = { customerId, reach: "tenant" } as const;
      return database.write(scope, (db) =>
        consumeNonce(db, customerId, { callerKeyId, keyId: key.kid, nonce, expiresAt }),
      );
    },
  });
  return signer?.callerKey;
}
