import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { findVisibleSourceOfAgent } from "../marketplace/index.ts";
import type { Auth, Source } from "../sources/index.ts";
import { forgetListing } from "./accounts/store.ts";
import { type Credential, OAUTH, sealAuth } from "./credential.ts";
import type { RotationBody } from "./schema.ts";
import { deleteCredential, findCredential, rotateSealed } from "./store.ts";
import { authFor } from "./supported-auth.ts";

export interface Rotation {
  readonly credential: Credential;
  readonly source: Source;
  readonly auth: Auth;
}

/** The secret that is to take the place of a credential's own, if it is of a kind that the agent takes. */
export async function draftRotation(ctx: Context, credentialId: number, body: RotationBody): Promise<Rotation> {
  const { db, viewer } = ctx;
  const credential = await findCredential(db, viewer.customerId, credentialId);
  if (!credential) throw missing(credentialId);
  if (credential.authType === OAUTH)
    throw new InvalidState(
      `credential ${credentialId} was given by consent, which is renewed with ` +
        `POST /api/v2/storefront/agents/${credential.agentId}/accounts/oauth/authorize`,
    );
  const source = await findVisibleSourceOfAgent(db, viewer, credential.agentId);
  if (!source)
    throw new Invalid(`no source that credential ${credentialId} opens is there for you now: delete it instead`, {
      field: "credentialId",
    });
  return { credential, source, auth: authFor(source, body.auth) };
}

/** Seals the new secret over the old one. What was listed to the old one is forgotten: the new may see other accounts. */
export async function rotateCredential(
  { db, vault, now }: Context,
  { credential, auth }: Rotation,
): Promise<Credential> {
  const rotated = await rotateSealed(db, credential, auth.type, sealAuth(vault, credential, auth), now);
  if (!rotated) throw missing(credential.credentialId);
  await forgetListing(db, credential.customerId, credential.credentialId);
  return rotated;
}

export async function removeCredential({ db, viewer }: Context, credentialId: number): Promise<void> {
  if (!(await deleteCredential(db, viewer.customerId, credentialId))) throw missing(credentialId);
}

function missing(credentialId: number): NotFound {
  return new NotFound(`there is no credential ${credentialId}`);
}
