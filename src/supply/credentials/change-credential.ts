import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { findVisibleSourceOfAgent } from "../marketplace/index.ts";
import { type Auth, isAuthLeftOut, type Source } from "../sources/index.ts";
import { deleteListing } from "./accounts/store.ts";
import { type Credential, OAUTH, sealAuth } from "./credential.ts";
import { taken } from "./register-credential.ts";
import type { RotationBody } from "./schema.ts";
import { deleteCredential, findAccount, findCredential, renameCredential, rotateSealed } from "./store.ts";
import { authFor } from "./supported-auth.ts";

/** A change of a credential: of the secret, of the account's name, or of both. */
export type CredentialChange = Pick<RotationBody, "accountIdentifier"> & (Rotation | Renaming);

interface Renaming {
  readonly kind: "rename";
  readonly credential: Credential;
}

interface Rotation {
  readonly kind: "rotate";
  readonly credential: Credential;
  readonly source: Source;
  readonly auth: Auth;
}

/** The account's new name and the new secret, after checking that the agent accepts this kind of secret. */
export async function draftChange(ctx: Context, credentialId: number, body: RotationBody): Promise<CredentialChange> {
  const { db, viewer } = ctx;
  const { accountIdentifier, auth } = body;
  const credential = await findCredential(db, viewer.customerId, credentialId);
  if (!credential) throw missing(credentialId);
  if (accountIdentifier !== undefined) {
    const holder = await findAccount(db, { ...credential, accountIdentifier });
    if (holder && holder.credentialId !== credentialId) throw taken(accountIdentifier);
    if (isAuthLeftOut(auth)) return { kind: "rename", credential, accountIdentifier };
  }
  return { ...(await draftRotation(ctx, credential, body)), accountIdentifier };
}

async function draftRotation(ctx: Context, credential: Credential, body: RotationBody): Promise<Rotation> {
  const { credentialId } = credential;
  if (credential.authType === OAUTH)
    throw new InvalidState(
      `credential ${credentialId} was given by consent, which is renewed with ` +
        `POST /api/v2/storefront/agents/${credential.agentId}/accounts/oauth/authorize`,
    );
  const source = await findVisibleSourceOfAgent(ctx.db, ctx.viewer, credential.agentId);
  if (!source)
    throw new Invalid(`you have no source left that uses credential ${credentialId}: delete it instead`, {
      field: "credentialId",
    });
  return { kind: "rotate", credential, source, auth: authFor(source, body.auth) };
}

export async function changeCredential(ctx: Context, change: CredentialChange): Promise<Credential> {
  const { credential, accountIdentifier } = change;
  const changed = change.kind === "rotate" ? await rotateCredential(ctx, change) : credential;
  if (accountIdentifier === undefined) return changed;
  const renamed = await renameCredential(ctx.db, changed, accountIdentifier, ctx.now);
  if (renamed) return renamed;
  const { customerId, credentialId } = credential;
  throw (await findCredential(ctx.db, customerId, credentialId)) ? taken(accountIdentifier) : missing(credentialId);
}

/** Replaces the secret. The accounts listed to the old one are forgotten, because the new one may see others. */
async function rotateCredential({ db, vault, now }: Context, { credential, auth }: Rotation): Promise<Credential> {
  const rotated = await rotateSealed(db, credential, auth.type, sealAuth(vault, credential, auth), now);
  if (!rotated) throw missing(credential.credentialId);
  await deleteListing(db, credential.customerId, credential.credentialId);
  return rotated;
}

export async function removeCredential({ db, viewer }: Context, credentialId: number): Promise<void> {
  if (!(await deleteCredential(db, viewer.customerId, credentialId))) throw missing(credentialId);
}

function missing(credentialId: number): NotFound {
  return new NotFound(`there is no credential ${credentialId}`);
}
