import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../ground/kernel/errors.ts";
import { may } from "../../ground/kernel/viewer.ts";
import { findVisibleSource } from "../marketplace/index.ts";
import { type Auth, checkTokenUrl, connectionOf, refuses, type Source, toAgentAuth } from "../sources/index.ts";
import { nameOf, type StorefrontRef } from "../storefronts/index.ts";
import { type Credential, type NewCredential, OAUTH, sealAuth } from "./credential.ts";
import { type ConsentSetup, prepareConsent, startConsent } from "./oauth/start-consent.ts";
import { findAccount, insertCredential, saveSealed } from "./store.ts";
import { registrationFor, type SentRegistration } from "./supported-auth.ts";

export interface CredentialToRegister {
  readonly source: Source;
  readonly credential: NewCredential;
  /** Undefined if the buyer consents at the source's authorization server. */
  readonly auth: Auth | undefined;
}

export interface Registered {
  readonly credential: Credential;
  readonly source: Source;
  /** Where the buyer consents, if the agent uses OAuth; the credential is PENDING until then. */
  readonly authorizationUrl?: string;
}

export interface SourceRef {
  readonly storefrontId: StorefrontRef;
  readonly sourceId: string;
}

/** The credential to register, unless the agent refuses it. */
export async function draftCredential(
  ctx: Context,
  ref: SourceRef,
  { marketplaceAccount = false, ...sent }: SentRegistration & { readonly marketplaceAccount?: boolean },
): Promise<CredentialToRegister> {
  const { db, viewer } = ctx;
  const source = await sourceFor(ctx, ref);
  const { accountIdentifier, auth } = registrationFor(source, sent);
  if (marketplaceAccount && !may(viewer, "operate"))
    throw new Forbidden("only the platform's administrators register marketplace accounts");
  const account = { customerId: viewer.customerId, agentId: source.agentId, accountIdentifier };
  const held = await findAccount(db, account);
  // A consent that has not been given yet may be requested again.
  if (held && (auth || held.authType !== OAUTH || held.status === "ACTIVE")) throw taken(accountIdentifier);
  const credential = {
    ...account,
    storefrontId: source.storefrontId,
    accountType: marketplaceAccount ? ("MARKETPLACE" as const) : ("CLIENT" as const),
    status: auth ? ("ACTIVE" as const) : ("PENDING" as const),
    authType: auth?.type ?? OAUTH,
    registeredBy: viewer.email,
  };
  return { source, credential, auth };
}

/** A source that requires the viewer to have a credential. */
export async function sourceFor(
  { db, viewer }: Context,
  { storefrontId: ref, sourceId }: SourceRef,
): Promise<Source & { readonly agentId: string }> {
  const source = await findVisibleSource(db, viewer, ref, sourceId);
  if (!source?.agentId) throw new NotFound(`there is no source ${sourceId} in storefront ${nameOf(ref)}`);
  if (!source.requiresCredentials)
    throw new Invalid(`source ${sourceId} needs no credentials: you can buy from it without them`, {
      field: "sourceId",
    });
  return { ...source, agentId: source.agentId };
}

/**
 * Tries the credential at the agent, or finds out where consent has to be given. If the agent is unavailable, that says
 * nothing about the credential.
 */
export async function tryCredential(
  { source, auth }: Pick<CredentialToRegister, "source" | "auth">,
  ctx: CallContext,
): Promise<ConsentSetup | undefined> {
  if (!auth) return prepareConsent(ctx, source);
  checkTokenUrl(auth, ctx);
  if (await refuses(ctx.openAgent(connectionOf(source, toAgentAuth(auth, ctx))), ctx))
    throw new Invalid(
      `auth: the agent behind ${source.sourceId} does not accept this credential: check that it is correct`,
      {
        field: "auth",
      },
    );
}

export async function registerCredential(
  ctx: Context,
  { source, credential, auth }: CredentialToRegister,
  arranged: ConsentSetup | undefined,
): Promise<Registered> {
  const { accountIdentifier } = credential;
  if (!auth) {
    if (!arranged) throw new Error("a consent was to be arranged, and was not");
    const { credential: pending, authorizationUrl } = await startConsent(ctx, { source, accountIdentifier }, arranged);
    return { credential: pending, source, authorizationUrl };
  }
  const registered = await insertCredential(ctx.db, credential, ctx.now);
  if (!registered) throw taken(accountIdentifier);
  await saveSealed(ctx.db, registered, sealAuth(ctx.vault, registered, auth));
  return { credential: registered, source };
}

/** Two accounts with the same name at one agent could not be told apart. */
export function taken(accountIdentifier: string): Conflict {
  return new Conflict(`you already have an account ${accountIdentifier} at this agent: choose another name`, {
    field: "accountIdentifier",
  });
}
