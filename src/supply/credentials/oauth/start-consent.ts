import * as oauth from "openid-client";
import { after } from "../../../ground/kernel/clock.ts";
import type { ConsentPlace } from "../../../ground/kernel/context.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { findVisibleSourceOfAgent } from "../../marketplace/index.ts";
import { listSources } from "../../sources/index.ts";
import { type Credential, OAUTH } from "../credential.ts";
import { findAccount, insertCredential } from "../store.ts";
import {
  beginOf,
  CONSENT_LIFE_MS,
  callbackOf,
  mayReceive,
  newState,
  type StartedConsent,
  stateHashOf,
} from "./consent.ts";
import type { AuthorizeBody } from "./schema.ts";
import { configurationOf } from "./server/configuration.ts";
import { type Authority, discoverAuthority } from "./server/discover-server.ts";
import { clientAt } from "./server/find-client.ts";
import { insertConsent } from "./store.ts";

/** Everything that must be known before a buyer can be sent to give consent. */
export interface ConsentSetup extends Omit<Authority, "server"> {
  readonly configuration: oauth.Configuration;
  readonly redirectUri: string;
}

/**
 * Finds out which server authorises for a source, and registers this installation there. Throws `BadRequest` and
 * `Unavailable`.
 */
export async function prepareConsent(
  out: CallContext,
  source: ConsentPlace,
  redirectUri: string = callbackOf(out.installation),
): Promise<ConsentSetup> {
  const { server, ...authority } = await discoverAuthority(out, source);
  const client = await clientAt(out, server, redirectUri);
  return { ...authority, redirectUri, configuration: configurationOf(out, server, client) };
}

export interface ConsentWanted {
  readonly source: ConsentPlace;
  /** The organisation's own name for the account to which the token will give access. */
  readonly accountIdentifier: string;
  readonly openerOrigin?: string | undefined;
}

/**
 * Prepares a consent for an agent without naming an account. A buyer can choose any agent that it can see, and a seller
 * an agent behind its own sources. Throws `NotFound` for any other.
 */
export async function draftConsent(
  { db, viewer, installation }: Context,
  agentId: string,
  { accountIdentifier = accountOf(viewer), ...rest }: AuthorizeBody,
): Promise<ConsentWanted & Pick<AuthorizeBody, "redirectUri">> {
  const source =
    viewer.customerKind === "SELLER"
      ? (await listSources(db, viewer.customerId)).find((own) => own.agentId === agentId)
      : await findVisibleSourceOfAgent(db, viewer, agentId);
  if (!source) throw new NotFound(`there is no agent ${agentId}`);
  if (source.authenticationType !== "OAUTH")
    throw new Invalid(`agentId: ${source.name} does not use OAuth: register a credential for it instead`, {
      field: "agentId",
    });
  if (rest.redirectUri !== undefined && !mayReceive(rest.redirectUri, installation))
    throw new Invalid(
      `redirectUri: codes are sent to ${new URL(rest.redirectUri).origin} only if the operator allows it: leave it out, or ask for it in OAUTH_REDIRECT_ORIGINS`,
      { field: "redirectUri" },
    );
  return { source, accountIdentifier, ...rest };
}

/** The default name for an account. */
export function accountOf({ customerId }: Pick<Viewer, "customerId">): string {
  return `oauth_${customerId}`;
}

/**
 * Starts a consent for the buyer's account at the source's agent. The credential of a new account is PENDING until
 * consent is given; a working credential can get a new consent, and continues to work meanwhile. Throws `Conflict` if
 * the account uses another kind of credential.
 */
export async function startConsent(
  ctx: Context,
  wanted: ConsentWanted,
  arranged: ConsentSetup,
): Promise<StartedConsent> {
  const { source, openerOrigin = null } = wanted;
  const { configuration, resource, scope, redirectUri } = arranged;
  const credential = await credentialFor(ctx, wanted);
  const state = newState(ctx.random);
  const { href: authorizationUrl } = oauth.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    resource,
    code_challenge_method: "S256",
    ...(scope !== undefined && { scope }),
    // OpenID Connect Core §11: offline access has to be requested explicitly.
    ...(scope?.includes("offline_access") && { prompt: "consent" }),
  });
  await insertConsent(ctx.db, {
    customerId: credential.customerId,
    stateHash: stateHashOf(ctx.vault, state),
    credentialId: credential.credentialId,
    userId: ctx.viewer.userId,
    sourceName: source.name,
    issuer: configuration.serverMetadata().issuer,
    redirectUri,
    resource,
    openerOrigin,
    authorizationUrl,
    browserHash: null,
    expiresAt: after(wallOf(ctx), CONSENT_LIFE_MS),
  });
  return { credential, authorizationUrl: beginOf(ctx.installation, state), state };
}

async function credentialFor(
  { db, viewer, now }: Context,
  { source, accountIdentifier }: ConsentWanted,
): Promise<Credential> {
  const { customerId, email } = viewer;
  const agentId = source.agentId ?? "";
  const account = { customerId, agentId, accountIdentifier };
  const pending = {
    ...account,
    storefrontId: source.storefrontId,
    accountType: "CLIENT" as const,
    status: "PENDING" as const,
    authType: OAUTH,
    registeredBy: email,
  };
  const credential = (await insertCredential(db, pending, now)) ?? (await findAccount(db, account));
  if (credential?.authType === OAUTH) return credential;
  throw new Conflict(
    `your account ${accountIdentifier} at this agent has a credential of another kind: choose another name`,
    {
      field: "accountIdentifier",
    },
  );
}
