import type { FastifyRequest } from "fastify";
import { Unauthorized } from "../../../ground/kernel/errors.ts";
import { NOBODY, type Viewer } from "../../../ground/kernel/viewer.ts";
import { principalOf } from "../../../ground/seller-agent/principal.ts";
import { SignatureRefused } from "../../../ground/signatures/index.ts";
import {
  callerKeyHash,
  type FoundKey,
  findKeyBySecretOfAnyCustomer,
  looksLikeCallerKey,
  principalOfKey,
} from "../../../supply/callers/keys/index.ts";
import { bearerIn, viewerIn } from "../../http/credentials.ts";
import type { Edge } from "../../http/mount.ts";
import { resourceOf } from "../../http/protected-resource.ts";
import { KeyRefused } from "./key-refused.ts";
import { signerOf } from "./signer-of.ts";

/** The sender of a request to a storefront's agent. */
export interface Identity {
  readonly viewer: Viewer;
  /** The identity under which orders and accounts are stored. */
  readonly principal: string;
  /** The key of an outside buyer; undefined for our own buyers, and for anonymous callers. */
  readonly callerKey: FoundKey | undefined;
  readonly isSigned: boolean;
}

/** Throws `Unauthorized` for a key, and `SignatureRefused` for a signature, that is not valid here. */
export async function identify(
  request: FastifyRequest,
  edge: Edge,
  { platformId, fresh }: CallerLookup,
): Promise<Identity> {
  const signer = await signerOf(request, edge, platformId);
  try {
    return await holderOf(request, edge, { platformId, fresh, signer });
  } catch (error) {
    if (signer || !(error instanceof Unauthorized)) throw error;
    throw new KeyRefused(error.message, error);
  }
}

interface CallerLookup {
  readonly platformId: string;
  /** Whether a cached look-up of the key must not be used. */
  readonly fresh: boolean;
}

interface SignerLookup extends CallerLookup {
  readonly signer: FoundKey | undefined;
}

async function holderOf(
  request: FastifyRequest,
  edge: Edge,
  { platformId, fresh, signer }: SignerLookup,
): Promise<Identity> {
  const { headers } = request;
  const bearer = bearerIn(headers);
  if (bearer !== undefined && looksLikeCallerKey(bearer)) {
    const callerKey = await callerKeyOf(bearer, edge, platformId);
    if (signer && signer.callerKeyId !== callerKey.callerKeyId) throw wrongSigner();
    return outsider(callerKey, signer !== undefined);
  }
  if (signer && bearer === undefined) return outsider(signer, true);
  if (signer) throw wrongSigner();
  const viewer =
    bearer === undefined
      ? NOBODY
      : await viewerIn(headers, edge, {
          resource: resourceOf(request, edge.host.installation.publicUrl),
          fresh,
        });
  return { viewer, principal: principalOf(viewer.customerId), callerKey: undefined, isSigned: false };
}

/** The key is looked up for every request, so that it stops working as soon as it is revoked. */
async function callerKeyOf(key: string, { host }: Edge, platformId: string): Promise<FoundKey> {
  const secretHash = callerKeyHash(key, host.vault);
  const asked = { secretHash, platformId, wall: host.clock.now() };
  const found = await host.database.readInstallation((db) => findKeyBySecretOfAnyCustomer(db, asked));
  if (found) return found;
  throw new Unauthorized("this caller key is unknown, revoked or expired, or it belongs to another storefront");
}

function wrongSigner(): SignatureRefused {
  return new SignatureRefused("key_unknown", "the request is signed by a caller other than the one whose key it uses");
}

/** An outside buyer has no access to the market except for the storefront that issued the key. */
function outsider(callerKey: FoundKey, isSigned: boolean): Identity {
  const { storefrontId, sandbox } = callerKey;
  const viewer: Viewer = { ...NOBODY, storefrontId, sandbox, termsAccepted: true };
  return { viewer, principal: principalOfKey(callerKey), callerKey, isSigned };
}
