import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { may } from "../../ground/kernel/viewer.ts";
import { findVisibleSource } from "../marketplace/index.ts";
import { connectionOf, refuses, type Source, toAgentAuth } from "../sources/index.ts";
import { nameOf, type StorefrontRef } from "../storefronts/index.ts";
import { type Credential, type NewCredential, sealAuth } from "./credential.ts";
import type { RegistrationBody } from "./schema.ts";
import { deleteCredential, holdsAccount, insertCredential, saveSealed } from "./store.ts";
import { type Registration, registrationFor } from "./supported-auth.ts";

export interface CredentialToRegister {
  readonly source: Source;
  readonly credential: NewCredential;
  readonly auth: Registration["auth"];
}

/** The credential as it will be registered, if the agent does not refuse it. */
export async function draftCredential(
  { db, viewer }: Context,
  { storefrontId: ref, sourceId }: { readonly storefrontId: StorefrontRef; readonly sourceId: string },
  body: RegistrationBody,
): Promise<CredentialToRegister> {
  const source = await findVisibleSource(db, viewer, ref, sourceId);
  if (!source?.agentId) throw new NotFound(`there is no source ${sourceId} in storefront ${nameOf(ref)}`);
  if (!source.requiresCredentials)
    throw new Invalid(`source ${sourceId} asks for no credentials: buy from it as you are`, { field: "sourceId" });
  const { accountIdentifier, auth } = registrationFor(source, body);
  if (body.marketplaceAccount && !may(viewer, "operate"))
    throw new Forbidden("only the platform's administrators register marketplace accounts");
  if (await holdsAccount(db, viewer.customerId, source.agentId, accountIdentifier)) throw taken(accountIdentifier);
  const credential = {
    customerId: viewer.customerId,
    agentId: source.agentId,
    storefrontId: source.storefrontId,
    accountIdentifier,
    accountType: body.marketplaceAccount ? ("MARKETPLACE" as const) : ("CLIENT" as const),
    status: "ACTIVE" as const,
    authType: auth.type,
    registeredBy: viewer.email,
  };
  return { source, credential, auth };
}

/** Shows the credential to the agent. That an agent is away says nothing about the credential. */
export async function tryCredential({ source, auth }: CredentialToRegister, ctx: CallContext): Promise<void> {
  const agentAuth = toAgentAuth(auth);
  if (agentAuth && (await refuses(ctx.openAgent(connectionOf(source, agentAuth)), ctx)))
    throw new Invalid(`auth: the agent behind ${source.sourceId} does not know this credential: see that it is right`, {
      field: "auth",
    });
}

export async function registerCredential(
  { db, vault, now }: Context,
  { credential, auth }: CredentialToRegister,
): Promise<Credential> {
  const registered = await insertCredential(db, credential, now);
  if (!registered) throw taken(credential.accountIdentifier);
  await saveSealed(db, registered, sealAuth(vault, registered, auth));
  return registered;
}

export async function removeCredential({ db, viewer }: Context, credentialId: number): Promise<void> {
  if (!(await deleteCredential(db, viewer.customerId, credentialId)))
    throw new NotFound(`there is no credential ${credentialId}`);
}

function taken(accountIdentifier: string): Conflict {
  return new Conflict(`you hold an account ${accountIdentifier} at this agent already: give this one another name`, {
    field: "accountIdentifier",
  });
}
