import type { FastifyRequest } from "fastify";
import { type Signer, verifyRequest } from "../../../ground/signatures/index.ts";
import { type FoundKey, findKeyBySignerOfAnyCustomer, takeNonce } from "../../../supply/callers/keys/index.ts";
import type { Edge } from "../../http/mount.ts";

/** What `get_adcp_capabilities` says of it. Who must sign is settled with each caller by its key. */
export const REQUEST_SIGNING = { supported: true, covers_content_digest: "required", required_for: [] } as const;

interface KnownSigner extends Signer {
  readonly callerKey: FoundKey;
}

/** The key whose holder signed the request; undefined for one that is not signed. Throws `SignatureRefused`. */
export async function signerOf(
  { method, url, headers, bodyBytes }: FastifyRequest,
  { host }: Edge,
  platformId: string,
): Promise<FoundKey | undefined> {
  const { clock, database, installation } = host;
  // Signed is the address at which the buyer knows us, whatever proxy the request came through.
  const message = { method, url: installation.publicUrl + url, headers, body: bodyBytes ?? new Uint8Array() };
  const wall = clock.now();
  const signer = await verifyRequest<KnownSigner>(message, {
    now: wall,
    digest: REQUEST_SIGNING.covers_content_digest,
    async signerOf(keyId) {
      const asked = { keyId, platformId, wall };
      const callerKey = await database.readInstallation((db) => findKeyBySignerOfAnyCustomer(db, asked));
      const key = callerKey?.signingKeys[keyId];
      return callerKey && key && { key, isRevoked: callerKey.isRevoked, callerKey };
    },
    takeNonce({ key, callerKey }, nonce, expiresAt) {
      const { customerId, callerKeyId } = callerKey;
      const scope = { customerId, reach: "tenant" } as const;
      return database.write(scope, (db) =>
        takeNonce(db, customerId, { callerKeyId, keyId: key.kid, nonce, expiresAt }),
      );
    },
  });
  return signer?.callerKey;
}
